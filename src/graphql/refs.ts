import { type DatasetName, datasets, type Row } from '../datasets/index.ts'
import { builder } from './builder.ts'

/** The datasets whose rows are types of their own in the API. */
export type TypedDataset = {
  [N in DatasetName]: (typeof datasets)[N] extends { type: string } ? N : never
}[DatasetName]

type Refs = {
  [N in TypedDataset]: ReturnType<typeof builder.objectRef<Row<N>>>
}

/** The GraphQL type of each dataset's rows, before its fields are known: so that types can name each other. */
export const refs = Object.fromEntries(
  Object.entries(datasets).flatMap(([name, dataset]) =>
    'type' in dataset ? [[name, builder.objectRef(dataset.type)]] : [],
  ),
) as Refs // each is made for the dataset of its name

/** The GraphQL type of a dataset's rows, where it doesn't matter which. */
export function refOf(dataset: TypedDataset) {
  return refs[dataset] as unknown as ReturnType<typeof builder.objectRef<object>>
}

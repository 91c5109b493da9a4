import { datasets, type Row } from '../datasets/index.ts'
import { builder } from './builder.ts'
import { type TypedDataset, typedDatasets } from './typed-datasets.ts'

type Refs = {
  [N in TypedDataset]: ReturnType<typeof builder.objectRef<Row<N>>>
}

/** The GraphQL type of each dataset's rows, before its fields are known: so that types can name each other. */
export const refs = Object.fromEntries(
  typedDatasets.map((name) => [name, builder.objectRef(datasets[name].type)]),
) as Refs // each is made for the dataset of its name

/** The GraphQL type of a dataset's rows, where it doesn't matter which. */
export function refOf(dataset: TypedDataset) {
  return refs[dataset] as unknown as ReturnType<typeof builder.objectRef<object>>
}

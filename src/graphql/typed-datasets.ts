import { type DatasetName, datasets } from '../datasets/index.ts'

/** The datasets whose rows are types of their own in the API. */
export type TypedDataset = {
  [N in DatasetName]: (typeof datasets)[N] extends { type: string } ? N : never
}[DatasetName]

/** Those of them whose rows have one key column, `id` or `code`: the nodes of the graph. */
export type NodeDataset = {
  [N in TypedDataset]: (typeof datasets)[N]['key'] extends readonly [string] ? N : never
}[TypedDataset]

export const typedDatasets = (Object.keys(datasets) as DatasetName[]).filter(
  (name): name is TypedDataset => 'type' in datasets[name],
)

export const nodeDatasets = typedDatasets.filter(
  (name): name is NodeDataset => datasets[name].key.length === 1,
)

/** The datasets that connections lead to: the nodes but relations, which are short lists, and the quotes of a document. */
export type ConnectionDataset = Exclude<NodeDataset, 'agreement_relations'> | 'quotes'
export const listedDatasets: readonly ConnectionDataset[] = [
  ...nodeDatasets.filter((name) => name !== 'agreement_relations'),
  'quotes',
]

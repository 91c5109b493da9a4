import type { FieldRef } from '@pothos/core'
import { bilingualText, type Dataset, joinTexts, type Text } from '../datasets/dataset.ts'
import { type DatasetName, datasets, type Row } from '../datasets/index.ts'
import { builder, globalId, type PothosTypes } from './builder.ts'
import { columnFields, type FieldBuilder } from './columns.ts'
import { readAs } from './field-reading.ts'
import { pageField } from './page-field.ts'
import { refOf, refs } from './refs.ts'
import { revisionField } from './revision-field.ts'
import type { NodeDataset } from './typed-datasets.ts'

/** The key of a row that is a node. */
function nodeKey(dataset: NodeDataset): (row: object) => string {
  const [column] = datasets[dataset].key
  return (row) => ({ ...row })[column as never]
}

/**
 * Makes the type of a dataset whose rows are nodes: with a field for each column, and the links given here. `except` names
 * columns that a field of `links` shows in another way.
 *
 * @example nodeType('counties', (t) => ({ policeRegion: link(t, 'counties', 'policeRegionId', text) }))
 */
export function nodeType<N extends NodeDataset>(
  name: N,
  links: (t: FieldBuilder<Row<N>>) => { [field: string]: FieldRef<PothosTypes, unknown> },
  { except = [] }: { except?: readonly (keyof Row<N> & string)[] } = {},
): void {
  const dataset: Dataset = datasets[name]
  const key = nodeKey(name)
  builder.node(refs[name] as ReturnType<typeof builder.objectRef<Row<N>>>, {
    name: datasets[name].type,
    description: bilingualText(dataset.description),
    id: { resolve: (row) => key(row), ...readAs({ kind: 'id', dataset: name }) },
    loadManyWithoutCache: (keys, { loaders }) =>
      Promise.all(keys.map((each) => loaders.row<DatasetName>(name, each) as Promise<Row<N> | null>)),
    fields: (t) => ({
      ...columnFields(t as unknown as FieldBuilder<object>, dataset, except),
      url: pageField(t as unknown as FieldBuilder<object>, name),
      revision: revisionField(t as unknown as FieldBuilder<object>, name),
      ...links(t as unknown as FieldBuilder<Row<N>>),
    }),
  })
}

/**
 * A field of the query that gives one row by its key, or by its global id.
 *
 * @example rootField('county', 'counties', { description: { sv: 'Ett län efter kod.', en: 'A county by its code.' },
 * example: '06' })
 */
export function rootField(
  name: string,
  dataset: NodeDataset,
  { description, example }: { description: Text; example: string },
): void {
  const [key] = datasets[dataset].key
  builder.queryField(name, (t) =>
    t.field({
      type: refOf(dataset),
      nullable: true,
      description: bilingualText(
        joinTexts(description, { sv: 'Null om id:t inte finns.', en: 'Null if it does not exist.' }),
      ),
      args: {
        [key]: t.arg.id({
          required: true,
          description: bilingualText({ sv: `T.ex. "${example}".`, en: `Such as "${example}".` }),
        }),
      },
      ...readAs({ kind: 'row', dataset }),
      resolve: (_root, args, { loaders }) => loaders.row(dataset, keyFrom(dataset, String(args[key]))),
    }),
  )
}

/** The key in what a client sends for a row: the key itself, or the row's id for `node`. */
export function keyFrom(dataset: NodeDataset, sent: string): string {
  const prefix = globalId(datasets[dataset].type, '')
  return sent.startsWith(prefix) ? sent.slice(prefix.length) : sent
}

import type { FieldRef } from '@pothos/core'
import { bilingualText, type Text } from '../datasets/dataset.ts'
import { datasets, type Row } from '../datasets/index.ts'
import type { builder } from './builder.ts'
import { columnOf, type Fields, withNull } from './columns.ts'
import type { Source } from './lists.ts'
import { readAs } from './readings.ts'
import { refOf } from './refs.ts'
import type { TypedDataset } from './typed-datasets.ts'

type Types = typeof builder.$inferSchemaTypes

/**
 * A field that leads to one other row, by the key that a row of a dataset holds in a column. It is null where the dataset
 * says that the column may be; elsewhere the database holds no key that leads nowhere.
 */
export function link<N extends TypedDataset>(
  t: Fields<Row<N>>,
  name: N,
  column: keyof Row<N> & string,
  description: Text,
): FieldRef<Types, unknown> {
  const { references, absent } = columnOf(datasets[name], column)
  const dataset = references as TypedDataset // a dataset references others by their names
  return t.field({
    type: refOf(dataset),
    nullable: absent !== undefined,
    description: bilingualText(withNull(description, absent)),
    ...readAs({ kind: 'link', dataset, column }),
    resolve: async (row, _args, { loaders }) => {
      const key: unknown = row[column]
      return typeof key === 'string' ? loaders.row(dataset, key) : null
    },
  })
}

/** A field that leads to a short list of rows: for what is bounded by nature, and so needs no pages. */
export function linkList<P extends object>(
  t: Fields<P>,
  key: keyof P & string,
  { description, ...source }: Source<TypedDataset> & { description: string },
): FieldRef<Types, unknown> {
  return t.field({
    type: [refOf(source.dataset)],
    description,
    ...readAs({ kind: 'list', source, key }),
    resolve: (row, _args, { loaders }) => loaders.list(source, String(row[key])),
  })
}

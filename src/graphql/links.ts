import type { FieldRef } from '@pothos/core'
import { bilingualText, type Text } from '../datasets/dataset.ts'
import { datasets, type Row } from '../datasets/index.ts'
import type { PothosTypes } from './builder.ts'
import { columnOf, type FieldBuilder, withNull } from './columns.ts'
import { readAs } from './field-reading.ts'
import type { ListSource } from './lists.ts'
import { refOf } from './refs.ts'
import type { TypedDataset } from './typed-datasets.ts'

/**
 * A field that leads to one other row, by the key in a column. It can be null only if the dataset says that the column can
 * be empty: the database holds no key of a row that does not exist.
 *
 * @example county: link(t, 'municipalities', 'countyCode', { sv: 'Länet.', en: 'The county.' })
 */
export function link<N extends TypedDataset>(
  t: FieldBuilder<Row<N>>,
  name: N,
  column: keyof Row<N> & string,
  description: Text,
): FieldRef<PothosTypes, unknown> {
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

/** A field that leads to a short list of rows, which needs no pages since it can never be long. */
export function linkList<P extends object>(
  t: FieldBuilder<P>,
  key: keyof P & string,
  { description, ...source }: ListSource<TypedDataset> & { description: Text },
): FieldRef<PothosTypes, unknown> {
  return t.field({
    type: [refOf(source.dataset)],
    description: bilingualText(description),
    ...readAs({ kind: 'list', source, key }),
    resolve: (row, _args, { loaders }) => loaders.list(source, String(row[key])),
  })
}

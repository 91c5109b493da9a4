import type { FieldRef } from '@pothos/core'
import type { builder } from './builder.ts'
import type { Fields } from './columns.ts'
import type { Source } from './lists.ts'
import { readAs } from './readings.ts'
import { refOf, type TypedDataset } from './refs.ts'

type Types = typeof builder.$inferSchemaTypes

/** A field that leads to one other row, by the key that this row holds. */
export function link<P extends object>(
  t: Fields<P>,
  dataset: TypedDataset,
  column: keyof P & string,
  description: string,
): FieldRef<Types, unknown> {
  return t.field({
    type: refOf(dataset),
    // Null too where the other row was withdrawn while the query ran: it takes nothing else with it.
    nullable: true,
    description,
    ...readAs({ kind: 'link', dataset, column }),
    resolve: (row, _args, { loaders }) => {
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

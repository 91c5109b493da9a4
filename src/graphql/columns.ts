import type { FieldRef } from '@pothos/core'
import { bilingualText, type Dataset } from '../datasets/dataset.ts'
import type { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { readAs } from './readings.ts'

type Types = typeof builder.$inferSchemaTypes
/** What Pothos hands to the `fields` of a type whose rows are `R`. */
export type Fields<R> = PothosSchemaTypes.ObjectFieldBuilder<Types, R>

/**
 * The plain fields of a dataset's rows, with types and descriptions from its columns. Columns that refer to
 * other rows are left to the type, which links them; the column `id` is the field `key`, since `id` is the
 * row's id for `node`.
 */
export function columnFields(
  t: Fields<object>,
  dataset: Dataset,
  except: readonly string[] = [],
): { [field: string]: FieldRef<Types, unknown> } {
  const names = Object.keys(dataset.columns)
  const shown = names.filter(
    (name) => dataset.columns[name]?.references === undefined && !except.includes(name),
  )
  return Object.fromEntries(
    shown.map((name) => [name === 'id' ? 'key' : name, columnField(t, dataset, name)]),
  )
}

/**
 * The field of one column, as `columnFields` makes it. `present` says that it is never null here, although
 * it may be in the dataset.
 */
export function columnField(
  t: Fields<object>,
  dataset: Dataset,
  name: string,
  { present = false }: { present?: boolean } = {},
): FieldRef<Types, unknown> {
  const column = dataset.columns[name]
  if (!column) throw new Error(`No column "${name}" in ${dataset.name}`)
  const { description } = column
  const absent = present ? undefined : column.absent
  const options = {
    nullable: absent !== undefined,
    description: bilingualText(
      absent
        ? {
            sv: `${description.sv} Null: ${lowerFirst(absent.sv)}`,
            en: `${description.en} Null: ${lowerFirst(absent.en)}`,
          }
        : description,
    ),
    ...readAs({ kind: 'column', column: name }),
    // The row has the column, and of this type: that is what the dataset says of it.
    resolve: (row: object) => ({ ...row })[name as never],
  }
  switch (column.type) {
    case 'integer':
      return t.int(options)
    case 'number':
      return t.float(options)
    case 'boolean':
      return t.boolean(options)
    case 'date':
      return t.field({ ...options, type: 'Date' })
    case 'month':
      return t.field({ ...options, type: 'Month' })
    case 'list':
      return t.stringList(options)
    case 'enum':
      return t.field({ ...options, type: enumOf(column.values) })
    case 'enums':
      return t.field({ ...options, type: [enumOf(column.values)] })
    case 'text':
      return t.string(options)
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

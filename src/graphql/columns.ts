import type { FieldRef } from '@pothos/core'
import { bilingualText, type Column, type Dataset, type Text } from '../datasets/dataset.ts'
import type { PothosTypes } from './builder.ts'
import { enumOf } from './enums.ts'
import { readAs } from './field-reading.ts'

/** The builder that Pothos passes to the `fields` of a type whose rows are `R`. */
export type FieldBuilder<R> = PothosSchemaTypes.ObjectFieldBuilder<PothosTypes, R>

/**
 * The plain fields of a dataset's rows, with types and descriptions from its columns. Columns that refer to
 * other rows are left to the type, which links them; the column `id` is the field `key`, since `id` is the
 * row's id for `node`, and `url` is `sourceUrl`, since `url` is the row's own page.
 */
export function columnFields(
  t: FieldBuilder<object>,
  dataset: Dataset,
  except: readonly string[] = [],
): { [field: string]: FieldRef<PothosTypes, unknown> } {
  const names = Object.keys(dataset.columns)
  const shown = names.filter(
    (name) => dataset.columns[name]?.references === undefined && !except.includes(name),
  )
  return Object.fromEntries(shown.map((name) => [fieldNameOf(name), columnField(t, dataset, name)]))
}

/** The name of the field that shows a column. */
export function fieldNameOf(column: string): string {
  return { id: 'key', url: 'sourceUrl' }[column] ?? column
}

/**
 * The field of one column, as `columnFields` makes it. `present` says that it is never null here, although
 * it may be in the dataset.
 */
export function columnField(
  t: FieldBuilder<object>,
  dataset: Dataset,
  name: string,
  { present = false }: { present?: boolean } = {},
): FieldRef<PothosTypes, unknown> {
  const column = columnOf(dataset, name)
  const absent = present ? undefined : column.absent
  const options = {
    nullable: absent !== undefined,
    description: bilingualText(withNull(column.description, absent)),
    ...readAs({ kind: 'column', column: name }),
    // The dataset says that the row has the column, with this type.
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

/** A column of a dataset by its name. */
export function columnOf(dataset: Dataset, name: string): Column {
  const column = dataset.columns[name]
  if (!column) throw new Error(`No column "${name}" in ${dataset.name}`)
  return column
}

/** The description of a field, with what null means if it can be null. */
export function withNull({ sv, en }: Text, absent: Text | undefined): Text {
  if (!absent) return { sv, en }
  return { sv: `${sv} Null: ${lowerFirst(absent.sv)}`, en: `${en} Null: ${lowerFirst(absent.en)}` }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

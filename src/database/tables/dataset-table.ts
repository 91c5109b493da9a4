import { type ColumnDataType, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  doublePrecision,
  integer,
  type PgColumn,
  type PgTableExtraConfigValue,
  type PgTableWithColumns,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { type Column, type Dataset, type RecordOf, snakeCase, valuesOf } from '../../datasets/dataset.ts'
import { checkOneOf, key, MONTH, matches, sqlTexts } from './columns.ts'

/** A column of a table by its type, null if the column may be empty. */
type TableColumn<T, Name extends string, Table extends string> = PgColumn<{
  name: Name
  tableName: Table
  dataType: ColumnDataType
  columnType: string
  data: NonNullable<T>
  driverParam: unknown
  notNull: null extends T ? false : true
  hasDefault: false
  isPrimaryKey: false
  isAutoincrement: false
  hasRuntimeDefault: false
  enumValues: undefined
  baseColumn: never
  identity: undefined
  generated: undefined
}>

/** The table of a dataset, with the same rows. */
export type DatasetTable<D extends Dataset> = PgTableWithColumns<{
  name: D['name']
  schema: undefined
  dialect: 'pg'
  columns: { [K in keyof RecordOf<D> & string]: TableColumn<RecordOf<D>[K], K, D['name']> }
}>

/** The columns of a dataset with keys of others, each with the column that it refers to. */
type References<D extends Dataset> = {
  readonly [K in keyof D['columns'] as D['columns'][K] extends { readonly references: string }
    ? K
    : never]: () => AnyPgColumn
}

/** What a table needs besides the dataset. */
interface Attributes<D extends Dataset> {
  /** The columns that its foreign keys refer to. The compiler reports missing ones. */
  readonly references?: References<D>
  /** Columns with keys of several tables, which have no foreign key. */
  readonly keys?: readonly (keyof D['columns'] & string)[]
  /** Further checks, besides those of its vocabularies, and indexes. */
  readonly further?: (table: DatasetTable<D>) => PgTableExtraConfigValue[]
}

/**
 * The table of a dataset. Columns, which of them may be empty, the primary key and the checks of vocabularies and months
 * are derived from the dataset.
 *
 * @example datasetTable(actors, { further: (table) => [matches('actors_id', table.id, SLUG)] })
 */
export function datasetTable<const D extends Dataset>(
  dataset: D,
  ...[attributes]: keyof References<D> extends never
    ? [attributes?: Attributes<D>]
    : [attributes: Attributes<D> & { readonly references: References<D> }]
): DatasetTable<D> {
  const { references = {}, keys = [], further = () => [] } = attributes ?? {}
  const referred: { readonly [column: string]: () => AnyPgColumn } = references
  const columns = Object.entries<Column>(dataset.columns)
  const builders = Object.fromEntries(
    columns.map(([name, column]) => {
      const isKey = dataset.key.includes(name) || (keys as readonly string[]).includes(name)
      const builder = builderOf(column, isKey || column.references !== undefined)
      const stated = column.absent ? builder : builder.notNull()
      const own = dataset.key.length === 1 && dataset.key[0] === name ? stated.primaryKey() : stated
      return [name, referred[name] ? own.references(referred[name]) : own]
    }),
  )
  const table = pgTable(dataset.name, builders, (made) => [
    ...(dataset.key.length > 1 ? [primaryKey({ columns: primaryKeyColumns(dataset, made) })] : []),
    ...columns.flatMap(([name, column]) => valueChecks(dataset, name, column, made)),
    ...further(made as unknown as DatasetTable<D>), // the columns by the same names
  ])
  return table as unknown as DatasetTable<D> // each column was made by its type
}

type Columns = { readonly [name: string]: AnyPgColumn }

function primaryKeyColumns({ name, key: names }: Dataset, columns: Columns): [AnyPgColumn, ...AnyPgColumn[]] {
  const [first, ...rest] = names.map((column) => columnNamed(name, column, columns))
  if (!first) throw new Error(`${name} has no key`)
  return [first, ...rest]
}

function columnNamed(table: string, name: string, columns: Columns): AnyPgColumn {
  const column = columns[name]
  if (!column) throw new Error(`No column ${name} in ${table}`)
  return column
}

function builderOf({ type }: Column, isKey: boolean) {
  switch (type) {
    case 'text':
      return isKey ? key() : text()
    case 'enum':
    case 'month':
      return text()
    case 'list':
    case 'enums':
      return text().array()
    case 'integer':
      return integer()
    case 'number':
      return doublePrecision()
    case 'boolean':
      return boolean()
    case 'date':
      return date()
  }
}

/** The check that a column has values of its type, if its SQL type does not ensure it. */
function valueChecks({ name: table }: Dataset, name: string, column: Column, columns: Columns) {
  const checkName = `${table}_${snakeCase(name)}`
  const held = columnNamed(table, name, columns)
  switch (column.type) {
    case 'enum':
      return [checkOneOf(checkName, held, column.values)]
    case 'enums':
      return [check(checkName, sql`${held} <@ array[${sqlTexts(valuesOf(column.values))}]`)]
    case 'month':
      return [matches(checkName, held, MONTH)]
    default:
      return []
  }
}

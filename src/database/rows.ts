import { asc, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Dataset } from '../datasets/dataset.ts'
import { type DatasetName, datasetNames, datasets, type Row, type Tables } from '../datasets/index.ts'
import type { Reader } from './client.ts'
import { tables } from './tables/index.ts'

/** The table of any dataset. */
export function tableOf(name: DatasetName): PgTable {
  return tables[name]
}

/** The columns of a table by their names in the program. */
export function columnsOf(name: DatasetName): { [column: string]: PgColumn } {
  return getTableColumns(tables[name])
}

/** The key columns of a table, in the order in which its rows are sorted. */
export function keyColumns(name: DatasetName): PgColumn[] {
  const columns = columnsOf(name)
  return datasets[name].key.map((column) => {
    const found = columns[column]
    if (!found) throw new Error(`No column "${column}" in ${name}`)
    return found
  })
}

/** The condition that some columns, taken together as a row, come after the given values. */
export function isAfter(columns: readonly SQLWrapper[], values: readonly unknown[]): SQL {
  return sql`${sqlRow(columns)} > ${sqlRow(values)}`
}

/** The condition that some columns, taken together as a row, are the given values or come after them. */
export function isAtOrAfter(columns: readonly SQLWrapper[], values: readonly unknown[]): SQL {
  return sql`${sqlRow(columns)} >= ${sqlRow(values)}`
}

/** The condition that some columns, taken together as a row, come before the given values. */
export function isBefore(columns: readonly SQLWrapper[], values: readonly unknown[]): SQL {
  return sql`${sqlRow(columns)} < ${sqlRow(values)}`
}

/** Columns or values as one row: `(a, b)`. */
export function sqlRow(parts: readonly unknown[]): SQL {
  return sql`(${sql.join(
    parts.map((part) => sql`${part}`),
    sql`, `,
  )})`
}

/** A source of rows: a table or a query, and its columns by their names in the program. */
export interface RowSource {
  readonly dataset: Dataset
  readonly from: PgTable | SQL
  readonly columns: { readonly [column: string]: PgColumn | SQL }
}

/** The rows of a dataset as they stand in its table. */
export function datasetSource(name: DatasetName): RowSource {
  return { dataset: datasets[name], from: tableOf(name), columns: columnsOf(name) }
}

/** All rows of a source in the order of its key, a page at a time. */
export async function* readSource(
  reader: Reader,
  { dataset, from, columns }: RowSource,
  pageSize: number,
): AsyncGenerator<object[]> {
  const key = dataset.key.map((column) => {
    const found = columns[column]
    if (!found) throw new Error(`No column "${column}" in ${dataset.name}`)
    return found
  })
  let after: SQL | undefined
  while (true) {
    const rows: object[] = await reader
      .select({ ...columns })
      .from(from)
      .where(after)
      .orderBy(...key.map((column) => asc(column)))
      .limit(pageSize)
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    const last: { [column: string]: unknown } = { ...rows.at(-1) }
    after = isAfter(
      key,
      dataset.key.map((column) => last[column]),
    )
  }
}

/** All rows of a dataset in the order of its key, a page at a time. */
export async function* readPages<N extends DatasetName>(
  reader: Reader,
  name: N,
  pageSize: number,
): AsyncGenerator<Row<N>[]> {
  // The compiler has checked that the table's rows are the dataset's.
  for await (const rows of readSource(reader, datasetSource(name), pageSize)) yield rows as Row<N>[]
}

/** All rows of all datasets. */
export async function readTables(reader: Reader): Promise<Tables> {
  const all = {} as { -readonly [N in DatasetName]: Tables[N] }
  for (const name of datasetNames) {
    const rows = await Array.fromAsync(readPages(reader, name, 10_000))
    all[name] = rows.flat() as never[] // the rows of this very dataset
  }
  return all
}

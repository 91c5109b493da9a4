import type { TransactionSql } from 'postgres'
import { columnsOf } from '../../src/database/rows.ts'
import { snakeCase } from '../../src/datasets/dataset.ts'
import { type DatasetName, datasetNames, type Tables } from '../../src/datasets/index.ts'

/** Inserts rows, each table after those that it refers to. */
export async function insertTables(sql: TransactionSql, rows: Partial<Tables>): Promise<void> {
  for (const name of datasetNames) {
    const own = rows[name] ?? []
    for (let from = 0; from < own.length; from += ROWS_PER_STATEMENT) {
      await insert(sql, name, own.slice(from, from + ROWS_PER_STATEMENT))
    }
  }
}

/** A statement for each row would take most of the time. */
const ROWS_PER_STATEMENT = 1_000

/** As JSON, which the server reads by the types of the table. COPY is faster, but postgres waits for ever where it fails. */
async function insert(sql: TransactionSql, name: DatasetName, rows: readonly object[]): Promise<void> {
  const names = Object.keys(columnsOf(name)).map(snakeCase)
  const values = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [snakeCase(column), value])),
  )
  await sql`insert into ${sql(name)} (${sql(names)})
    select ${sql(names)} from json_populate_recordset(null::${sql(name)}, ${JSON.stringify(values)}::text::json)`
}

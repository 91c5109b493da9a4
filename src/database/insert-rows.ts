import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { snakeCase } from '../datasets/dataset.ts'
import type { Transaction } from './client.ts'

/** So many rows go in one statement. */
const ROWS_A_STATEMENT = 2_000

/**
 * Inserts rows, all with the same columns, each statement's as one value of JSON: to write out a parameter for every cell
 * took longer than to insert them. `conflict` says what to do where a key is there already.
 */
export async function insertRows(
  tx: Transaction,
  table: PgTable,
  rows: readonly object[],
  conflict: SQL = sql``,
): Promise<void> {
  const names = Object.keys(rows[0] ?? {})
  const columns = sql.join(
    names.map((name) => sql.identifier(snakeCase(name))),
    sql`, `,
  )
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT).map((row) => {
      const cells: { readonly [column: string]: unknown } = { ...row }
      return Object.fromEntries(names.map((name) => [snakeCase(name), cells[name]]))
    })
    await tx.execute(sql`insert into ${table} (${columns}) select ${columns}
      from json_populate_recordset(null::${table}, (${JSON.stringify(part)}::text)::json) ${conflict}`)
  }
}

import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { snakeCase } from '../datasets/dataset.ts'
import type { Transaction } from './client.ts'

/** How many rows are inserted by one statement. */
const ROWS_A_STATEMENT = 2_000

/**
 * Inserts rows with the same columns, those of each statement as one JSON value: a parameter for every cell took longer
 * than the insert itself. `conflict` is the clause for keys that exist already.
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

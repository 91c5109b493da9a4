import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { snakeCase } from '../datasets/dataset.ts'

/** Several values as arrays: the columns, and the join that gives them. */
interface ListedCells<C extends PropertyKey> {
  readonly columns: { readonly [N in C]: SQL }
  readonly join: SQL
}

/**
 * Values of linked rows as arrays in the order of `by`, one array for each value. They are computed for all parents at once
 * and then joined by `parent = key`: to look them up for each parent would take many times as long.
 */
export function listedCells<C extends string>(
  name: string,
  values: { readonly [N in C]: SQL | PgColumn },
  { from, parent, key, by }: { from: SQL; parent: PgColumn | SQL; key: PgColumn; by: SQL },
): ListedCells<C> {
  const alias = sql.identifier(name)
  const columns = Object.entries<SQL | PgColumn>(values).map(([column, value]) => ({
    column,
    as: sql.identifier(snakeCase(column)),
    value,
  }))
  const arrays = columns.map(({ as, value }) => sql`array_agg(${value} order by ${by}) as ${as}`)
  return {
    columns: Object.fromEntries(
      columns.map(({ column, as }) => [column, sql`coalesce(${alias}.${as}, '{}')`]),
    ) as { [N in C]: SQL }, // one for each
    join: sql`left join (select ${parent} as parent, ${sql.join(arrays, sql`, `)} from ${from} group by 1) as ${alias}
      on ${alias}.parent = ${key}`,
  }
}

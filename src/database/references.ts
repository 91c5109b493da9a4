import { type SQL, sql } from 'drizzle-orm'
import { type Column, snakeCase } from '../datasets/dataset.ts'
import { type DatasetName, datasetNames, datasets } from '../datasets/index.ts'
import type { Reader } from './client.ts'

/** A column with keys of rows that do not exist, by their names in files. */
interface BrokenReference {
  readonly dataset: string
  readonly column: string
  readonly references: string
  /** How many rows have such a key. */
  readonly rows: number
  /** One of the keys. */
  readonly example: string
}

/**
 * The references of all datasets to rows that do not exist. The constraints of the tables prevent them; this is for a
 * database in which somebody has disabled the constraints, or that was restored without them.
 */
export async function brokenReferences(reader: Reader): Promise<BrokenReference[]> {
  const each = datasetNames.flatMap((name) =>
    Object.entries<Column>(datasets[name].columns).flatMap(([column, { references }]) =>
      references === undefined ? [] : [brokenIn(name, snakeCase(column), references as DatasetName)],
    ),
  )
  return reader
    .select({
      dataset: sql<string>`dataset`,
      column: sql<string>`column_name`,
      references: sql<string>`referred`,
      rows: sql<number>`rows`,
      example: sql<string>`example`,
    })
    .from(sql`(${sql.join(each, sql` union all `)}) as broken`)
}

/** The keys in a column that no row of another table has: an anti-join, for which a server uses hashing. */
function brokenIn(dataset: DatasetName, column: string, references: DatasetName): SQL {
  const held = sql`own.${sql.identifier(column)}`
  const key = sql`other.${sql.identifier(snakeCase(datasets[references].key[0]))}`
  return sql`select ${dataset}::text as dataset, ${column}::text as column_name, ${references}::text as referred,
      count(*)::int as rows, min(${held})::text as example
    from ${sql.identifier(dataset)} as own
    where ${held} is not null
      and not exists (select from ${sql.identifier(references)} as other where ${key} = ${held})
    having count(*) > 0`
}

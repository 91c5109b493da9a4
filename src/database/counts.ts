import { count, sql } from 'drizzle-orm'
import { type ValueOf, valuesOf } from '../datasets/dataset.ts'
import { type DatasetName, datasetNames } from '../datasets/index.ts'
import { extent } from '../datasets/vocabularies/agreements.ts'
import { researchState } from '../datasets/vocabularies/places.ts'
import type { Reader } from './client.ts'
import { tableOf } from './rows.ts'
import { tables } from './tables/index.ts'

/** The numbers of rows, with transcribed and catalogued agreements apart. */
export interface Counts {
  readonly rows: { readonly [N in DatasetName]: number }
  readonly agreements: { readonly [E in ValueOf<typeof extent>]: number }
  /** The transcribed agreements that nobody has reviewed. */
  readonly drafts: number
  /**
   * Whether there may be more promises and activities, because only the beginning of an agreement was read, or its promises
   * are not listed.
   */
  readonly atLeast: boolean
  readonly municipalities: { readonly [S in ValueOf<typeof researchState>]: number }
}

/** Counts the rows of every dataset, in three statements. */
export async function readCounts(reader: Reader): Promise<Counts> {
  const each = datasetNames.map(
    (name) => sql`select ${name}::text as name, count(*)::int as rows from ${tableOf(name)}`,
  )
  const all = sql`(${sql.join(each, sql` union all `)}) as counts`
  const [rows, agreements, municipalities] = await Promise.all([
    reader.select({ name: sql<string>`name`, rows: sql<number>`rows` }).from(all),
    reader
      .select({
        value: tables.agreements.extent,
        rows: count(),
        atLeast: sql<boolean>`bool_or(${tables.agreements.commitmentsSeen} in ('beginning', 'none_listed'))`,
        drafts: sql<number>`(count(*) filter (where ${tables.agreements.reviewState} = 'draft'))::int`,
      })
      .from(tables.agreements)
      .groupBy(tables.agreements.extent),
    reader
      .select({ value: tables.municipalities.researchState, rows: count() })
      .from(tables.municipalities)
      .groupBy(tables.municipalities.researchState),
  ])
  return {
    rows: tally(
      datasetNames,
      rows.map(({ name, rows: number }) => ({ value: name, rows: number })),
    ),
    agreements: tally(valuesOf(extent), agreements),
    drafts: agreements.reduce((sum, { drafts }) => sum + drafts, 0),
    atLeast: agreements.some(({ atLeast }) => atLeast),
    municipalities: tally(valuesOf(researchState), municipalities),
  }
}

function tally<K extends string>(keys: readonly K[], counted: readonly { value: string; rows: number }[]) {
  const byValue = new Map(counted.map(({ value, rows }) => [value, rows]))
  // Every key is given its number here.
  return Object.fromEntries(keys.map((key) => [key, byValue.get(key) ?? 0])) as { [P in K]: number }
}

import { and, sql } from 'drizzle-orm'
import type { Reader } from '../client.ts'
import { isBetween, type KeysetPage } from '../page.ts'
import type { ComparedDataset } from './write.ts'

/** A record with a similar wording, and its similarity in thousandths. */
export interface SimilarRecord {
  readonly recordKey: string
  readonly similarKey: string
  readonly similarity: number
}

/** The position from which a page continues: a similarity and a key. */
export type SimilarPlace = readonly [similarity: number, key: string]

/** For each of many records, a page of the records with a similar wording, the most similar first. One statement. */
export async function readSimilar(
  reader: Reader,
  dataset: ComparedDataset,
  keys: readonly string[],
  { size, direction, after, before }: KeysetPage<SimilarPlace>,
): Promise<Map<string, SimilarRecord[]>> {
  const way = sql.raw(direction === 'forward' ? 'asc' : 'desc')
  const placeOf = (place: SimilarPlace | null) => place && [sql`${-place[0]}::bigint`, sql`${place[1]}::text`]
  const bounds = { after: placeOf(after), before: placeOf(before) }
  const found = await reader
    .select({
      recordKey: sql<string>`parent.key`,
      similarKey: sql<string>`near.similar_key`,
      similarity: sql<number>`near.similarity`,
    })
    .from(sql`unnest(${sql.param(keys)}::text[]) as parent(key)
      cross join lateral (
        select similar_key, similarity from similar_texts
        where ${and(
          sql`dataset = ${dataset} and record_key = parent.key`,
          isBetween([sql`-similarity`, sql`similar_key`], bounds),
        )}
        order by -similarity ${way}, similar_key ${way}
        limit ${size}
      ) as near`)
    .orderBy(sql`parent.key`, sql`-near.similarity ${way}`, sql`near.similar_key ${way}`)
  return Map.groupBy(found, ({ recordKey }) => recordKey)
}

/** For each of many records, the number of records with a similar wording. One statement. */
export async function countSimilar(
  reader: Reader,
  dataset: ComparedDataset,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const found = await reader
    .select({ key: sql<string>`record_key`, rows: sql<number>`count(*)::int` })
    .from(sql`similar_texts`)
    .where(sql`dataset = ${dataset} and record_key = any(${sql.param(keys)}::text[])`)
    .groupBy(sql`record_key`)
  return new Map(found.map(({ key, rows }) => [key, rows]))
}

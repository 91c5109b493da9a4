import { and, eq, min, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../client.ts'
import type { KeysetPage } from '../page.ts'
import { isAfter, isAtOrAfter } from '../rows.ts'
import { searchEntries } from '../tables/search.ts'
import { byPoints } from './order.ts'
import { rank } from './rank.ts'
import type { Entry, LookedUp, SearchIndex } from './search-index.ts'
import { type SearchType, searchTypes } from './vocabularies.ts'

/** A search: the types of records, and its options. */
export interface Asked {
  readonly types: readonly SearchType[]
  /** Whether misspelt words also match. */
  readonly fuzzy: boolean
  /** Limits the search to some records. */
  readonly among?: Among | undefined
}

/** The records to which a search is limited. */
export interface Among {
  /** A key by which the set of records is cached. */
  readonly key: string
  /** Selects the keys of the records of a type. */
  readonly keysOf: (type: SearchType) => SQL
}

/** The result of a search: the numbers of all hits, the best first, and the points of every record by its number. */
export interface Found extends Pick<LookedUp, 'terms' | 'spans' | 'entries'> {
  readonly numbers: Uint32Array
  readonly points: Uint16Array
}

/** A record that was found. */
export interface Hit extends Entry {
  readonly points: number
}

/** The position of a hit in the order of hits, from which a page continues. */
export type HitPlace = readonly [points: number, type: SearchType, length: number, key: string]

/** All records that match some words, the best first; equally good ones by type, length and key. */
export async function findAll(
  reader: Reader,
  index: SearchIndex,
  words: readonly string[],
  { types, among, fuzzy }: Asked,
): Promise<Found> {
  const { terms, occurrencesOf, spans, entries, setOf } = await index.lookUp(words, { fuzzy })
  const points = rank(terms, occurrencesOf, [...spans.values()])
  for (const [type, { from, to }] of spans) if (!types.includes(type)) points.fill(0, from, to)
  let numbers = byPoints(points)
  if (among && numbers.length > 0) {
    const within = await setOf(among.key, () => numbersAmong(reader, among))
    numbers = numbers.filter((number) => within.has(number))
  }
  return { terms, numbers, points, spans, entries }
}

/** The numbers of the records to which a search is limited. */
async function numbersAmong(reader: Reader, { keysOf }: Among): Promise<number[]> {
  const belongs = searchTypes.map(
    (type) => sql`(${searchEntries.type} = ${type} and ${searchEntries.recordKey} in (${keysOf(type)}))`,
  )
  // As one text: there may be millions, and a row for each would take a hundred times as much memory.
  const [row] = await reader
    .select({ numbers: sql<string | null>`string_agg(${searchEntries.number}::text, ',')` })
    .from(searchEntries)
    .where(or(...belongs))
  return row?.numbers?.split(',').map(Number) ?? []
}

/** A page of hits. It takes at most one statement, and one for each cursor. */
export async function hitsOn(reader: Reader, found: Found, page: KeysetPage<HitPlace>): Promise<Hit[]> {
  const { size, direction, after, before } = page
  const from = after ? await indexOf(reader, found, after, isAfter) : 0
  const to = before ? await indexOf(reader, found, before, isAtOrAfter) : found.numbers.length
  const numbers =
    direction === 'forward'
      ? found.numbers.subarray(from, Math.min(from + size, to))
      : found.numbers.subarray(Math.max(from, to - size), to).toReversed()
  const entries = await found.entries(numbers)
  return entries.map((entry) => ({ ...entry, points: found.points[entry.number] ?? 0 }))
}

/** The index of the first hit after a cursor, or at it. The hit of the cursor itself may be gone. */
async function indexOf(
  reader: Reader,
  { numbers, points, spans }: Found,
  [wanted, type, length, key]: HitPlace,
  comes: typeof isAfter,
): Promise<number> {
  const [row] = await reader
    .select({ number: min(searchEntries.number) })
    .from(searchEntries)
    .where(
      and(
        eq(searchEntries.type, type),
        comes([searchEntries.length, searchEntries.recordKey], [sql`${length}::bigint`, sql`${key}::text`]),
      ),
    )
  const first = row?.number ?? spans.get(type)?.to ?? 0
  const isThere = (number: number) => {
    const own = points[number] ?? 0
    return own < wanted || (own === wanted && number >= first)
  }
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (isThere(numbers[middle] ?? 0)) to = middle
    else from = middle + 1
  }
  return from
}

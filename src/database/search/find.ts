import { and, eq, min, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../client.ts'
import type { Page } from '../page.ts'
import { isAfter, isAtOrAfter } from '../rows.ts'
import { searchEntries } from '../tables/search.ts'
import { inOrder } from './order.ts'
import { rank } from './rank.ts'
import type { Entry, LookedUp, SearchIndex } from './search-index.ts'
import type { SearchType } from './vocabularies.ts'

/** What is asked for: records of some types. */
export interface Asked {
  readonly types: readonly SearchType[]
  /** Whether misspelt words are found too. */
  readonly fuzzy: boolean
  /** Selects the keys of the records of a type among which to search. Without it, all are. */
  readonly among?: ((type: SearchType) => SQL) | undefined
}

/** What a search has found: the numbers of all hits, the best first, with the points of every record by its number. */
export interface Found extends Pick<LookedUp, 'terms' | 'spans' | 'entries'> {
  readonly numbers: Uint32Array
  readonly points: Uint16Array
}

/** A record that was found. */
export interface Hit extends Entry {
  readonly points: number
}

/** A hit's place in the order of hits, the best first: what a page goes on from. */
export type Place = readonly [points: number, type: SearchType, length: number, key: string]

/** All records that answer to some words, the best first; equally good ones by type, length and key. */
export async function findAll(
  reader: Reader,
  index: SearchIndex,
  words: readonly string[],
  { types, among, fuzzy }: Asked,
): Promise<Found> {
  const { terms, occurrencesOf, spans, entries } = await index.lookUp(words, { fuzzy })
  const points = rank(terms, occurrencesOf, [...spans.values()])
  for (const [type, { from, to }] of spans) if (!types.includes(type)) points.fill(0, from, to)
  const numbers = inOrder(points)
  return {
    terms,
    numbers: among ? await only(reader, numbers, types, among) : numbers,
    points,
    spans,
    entries,
  }
}

/** Those of some hits that belong to what is searched, in the same order. */
async function only(
  reader: Reader,
  numbers: Uint32Array,
  types: readonly SearchType[],
  among: NonNullable<Asked['among']>,
): Promise<Uint32Array> {
  if (numbers.length === 0) return numbers
  const belongs = types.map(
    (type) => sql`(${searchEntries.type} = ${type} and ${searchEntries.recordKey} in (${among(type)}))`,
  )
  const found = await reader
    .select({ number: searchEntries.number })
    .from(searchEntries)
    .where(and(isOneOf(numbers), or(...belongs)))
  const within = new Set(found.map(({ number }) => number))
  return numbers.filter((number) => within.has(number))
}

/** A page of what was found. At most one statement, and one for each place that the page goes on from. */
export async function hitsOn(reader: Reader, found: Found, page: Page<Place>): Promise<Hit[]> {
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

/** The place, among all hits, of the first that comes after the place of a cursor, or at it: also where that hit is gone. */
async function indexOf(
  reader: Reader,
  { numbers, points, spans }: Found,
  [wanted, type, length, key]: Place,
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

// As text: every driver writes it alike.
function isOneOf(numbers: Uint32Array): SQL {
  return sql`${searchEntries.number} = any(${`{${numbers.join()}}`}::text::int[])`
}

import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../client.ts'
import { isBetween, type Page } from '../page.ts'
import { type SearchType, WEIGHTS, type Weight } from './searched.ts'
import { LIKENESS, type Likeness, type Term } from './terms.ts'

/** A record that was found. */
export interface Hit {
  readonly type: SearchType
  readonly key: string
  /** How well it answers: see `scoreOf`. */
  readonly points: number
  readonly length: number
  readonly municipalities: string[]
}

/** A hit's place in the order of hits, the best first: what a page goes on from. */
export type Place = readonly [points: number, length: number, type: string, key: string]

/** What a word counts for by how it answers to the word that was typed, in hundredths. */
const LIKENESS_POINTS: { readonly [L in Likeness]: number } = {
  same: 100,
  folded: 95,
  stem: 85,
  beginning: 70,
  part: 60,
  misspelt: 50,
}

/** The points of a word as it was typed, in a name. */
const MOST_POINTS = LIKENESS_POINTS.same * WEIGHTS.A

/** What has been asked for: typed words with what answers to them, in records of some types. */
export interface Search {
  readonly terms: readonly Term[]
  readonly types: readonly SearchType[]
  /** Selects the keys of the records of a type among which to search. Without it, all are. */
  readonly among?: ((type: SearchType) => SQL) | undefined
}

/** How well a hit answers, from 0 to 1: 1 is all words as they were typed, in a name. */
export function scoreOf({ terms }: Search, points: number): number {
  return points / (MOST_POINTS * required(terms).length)
}

/** A page of the hits, the best first, read in its direction; equally good ones by length, type and key. One statement, or none. */
export async function findHits(
  reader: Reader,
  search: Search,
  { size, direction, after, before }: Page<Place>,
): Promise<Hit[]> {
  const hits = matching(search)
  if (!hits) return []
  const order = [sql`-points`, sql`length`, sql`type`, sql`record_key`]
  const way = sql.raw(direction === 'forward' ? 'asc' : 'desc')
  return reader
    .select({
      type: sql<SearchType>`type`,
      key: sql<string>`record_key`,
      points: sql<number>`points`,
      length: sql<number>`length`,
      municipalities: sql<string[]>`municipalities`,
    })
    .from(hits)
    .where(isBetween(order, { after: valuesOf(after), before: valuesOf(before) }))
    .orderBy(...order.map((each) => sql`${each} ${way}`))
    .limit(size)
}

/** The values of a place, as the hits are ordered by them. */
function valuesOf(place: Place | null): SQL[] | null {
  if (!place) return null
  const [points, length, type, key] = place
  return [sql`${-points}::bigint`, sql`${length}::bigint`, sql`${type}::text`, sql`${key}::text`]
}

/** How many hits there are. One statement, or none. */
export async function countHits(reader: Reader, search: Search): Promise<number> {
  const hits = matching(search)
  if (!hits) return 0
  const [counted] = await reader.select({ rows: sql<number>`count(*)::int` }).from(hits)
  return counted?.rows ?? 0
}

/** The words that a record should have: what says nothing is left out, unless a name is made of it. */
function required(terms: readonly Term[]): Term[] {
  return terms.filter(({ isStop, words }) => !isStop || Object.keys(words).length > 0)
}

/** The records that at least half of the words answer to, with their points; null where none can be found. */
function matching({ terms, ...where }: Search): SQL | null {
  const asked = required(terms)
  const known = asked.filter(({ words }) => Object.keys(words).length > 0)
  const least = Math.ceil(asked.length / 2)
  if (known.length === 0 || known.length < least) return null
  const points = known.map(pointsOf)
  const any = known.flatMap(({ words }) => Object.values(words).flat())
  return sql`(
    select type, record_key, length, municipalities, ${sum(points.map((_, at) => sql.raw(`points_${at}`)))} as points
    from (
      select type, record_key, length, municipalities, ${sql.join(
        points.map((each, at) => sql`${each} as ${sql.raw(`points_${at}`)}`),
        sql`, `,
      )}
      from search_entries
      where words @@ ${tsquery(any)} and ${isAmong(where)}
    ) as found
    where ${sum(points.map((_, at) => sql.raw(`(points_${at} > 0)::int`)))} >= ${least}
  ) as hits`
}

/** The condition that a record is one of those among which to search. */
function isAmong({ types, among }: Pick<Search, 'types' | 'among'>): SQL {
  if (!among) return sql`type = any(${sql.param(types)}::text[])`
  const each = types.map((type) => sql`(type = ${type}::text and record_key in (${among(type)}))`)
  return sql`(${sql.join(each, sql` or `)})`
}

/** The points of a record for one typed word: of all that answer to it, those of the best. */
function pointsOf({ words }: Term): SQL {
  const choices = LIKENESS.flatMap((likeness) => {
    const answers = words[likeness]
    if (!answers) return []
    return (Object.keys(WEIGHTS) as Weight[]).map((weight) => ({
      points: LIKENESS_POINTS[likeness] * WEIGHTS[weight],
      query: tsquery(answers, weight),
    }))
  }).sort((one, other) => other.points - one.points)
  const cases = choices.map(
    ({ points, query }) => sql`when words @@ ${query} then ${sql.raw(String(points))}`,
  )
  return sql`case ${sql.join(cases, sql` `)} else 0 end`
}

/** A query for any of some words, with a weight or whatever weight. The words are letters and digits alone. */
function tsquery(words: readonly string[], weight?: Weight): SQL {
  const label = weight === undefined ? '' : `:${weight}`
  return sql`${words.map((word) => `'${word}'${label}`).join(' | ')}::tsquery`
}

function sum(parts: SQL[]): SQL {
  return sql.join(parts, sql` + `)
}

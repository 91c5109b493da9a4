import { sql } from 'drizzle-orm'
import { keyColumns, tableOf } from '../database/rows.ts'
import { type Asked, type Found, findAll, type Hit, type HitPlace, hitsOn } from '../database/search/find.ts'
import { searched } from '../database/search/searched.ts'
import { MAX_CHARACTERS, MAX_WORDS, queryWords } from '../database/search/terms.ts'
import { type SearchType, searchTypes } from '../database/search/vocabularies.ts'
import type { Context } from './context.ts'
import { encodeCursor, isKey, type PageArgs, pageOf } from './cursors.ts'
import { clientError } from './errors.ts'
import { agreementFilter } from './filters/agreement.ts'
import { askedFilter, type GivenFilter } from './filters/filter.ts'
import { filters } from './filters/index.ts'
import { type PageRows, pageInfoOf, pageRows } from './pages.ts'

/** The arguments of a search. */
export interface SearchArgs extends PageArgs {
  readonly query: string
  readonly types?: readonly SearchType[] | null | undefined
  readonly filter?: GivenFilter | null | undefined
  readonly fuzzy?: boolean | null | undefined
}

/** A page of hits, of all that was found. */
export interface SearchPage extends PageRows<Hit> {
  readonly found: Found
  readonly cursorOf: (hit: Hit) => string
  readonly pageInfo: ReturnType<typeof pageInfoOf>
}

/** What cursors are bound to, with what was asked. */
const NAME = 'Query.search'

/** Searches. Refuses what cannot be searched for. */
export async function searchPage(
  { query, types, filter, fuzzy, ...args }: SearchArgs,
  { db, search, names }: Pick<Context, 'db' | 'search' | 'names'>,
): Promise<SearchPage> {
  const words = wordsSent(query)
  const { given } = await askedFilter(agreementFilter, filter, names)
  const asked = { types: types ? typesIn(types) : searchTypes, among: amongOf(given), fuzzy: fuzzy ?? true }
  // A cursor is a place among the hits of one search: it means nothing to another.
  const only = asked.types.length < searchTypes.length ? ` among ${asked.types.join(', ')}` : ''
  const of = `${words.join(' ')}${only}`
  const page = pageOf(NAME, isHitPlace, args, of)
  const found = await findAll(db, search, words, asked)
  const { rows, hasMore } = pageRows(page, await hitsOn(db, found, { ...page, size: page.size + 1 }))
  const cursorOf = ({ points, type, length, key }: Hit) => encodeCursor(NAME, [points, type, length, key], of)
  const ends = rows.map((hit) => ({ cursor: cursorOf(hit) }))
  return { rows, hasMore, found, cursorOf, pageInfo: pageInfoOf(page, ends, hasMore) }
}

/**
 * The words to search for.
 *
 * @throws {GraphQLError} when the search query is too long, or has no words or too many.
 */
export function wordsSent(query: string): string[] {
  if (query.length > MAX_CHARACTERS) {
    const message = `The search query has ${query.length} characters; send at most ${MAX_CHARACTERS}`
    throw clientError('BAD_SEARCH', message)
  }
  const words = queryWords(query)
  if (words.length === 0)
    throw clientError('BAD_SEARCH', 'The search query has no word; send at least one letter or digit')
  if (words.length <= MAX_WORDS) return words
  throw clientError('BAD_SEARCH', `The search query has ${words.length} words; send at most ${MAX_WORDS}`)
}

function typesIn(types: readonly SearchType[]): SearchType[] {
  if (types.length > 0) return searchTypes.filter((type) => types.includes(type))
  throw clientError('BAD_SEARCH', 'types is an empty list; send at least one type, or omit it to search all')
}

/** What belongs to the agreements asked for, as `filter: { agreement: … }` of its connections does. */
function amongOf(given: GivenFilter | null | undefined): Asked['among'] {
  if (!agreementFilter.where(given)) return undefined
  const keysOf = (type: SearchType) => {
    const { dataset } = searched[type]
    const filter = filters[dataset]
    const where = filter?.where(dataset === 'agreements' ? given : { agreement: given })
    if (!where) throw new Error(`${dataset} do not filter by agreement`)
    const [key] = keyColumns(dataset)
    return sql`select ${key} from ${tableOf(dataset)} where ${where}`
  }
  return { key: JSON.stringify(given), keysOf }
}

function isHitPlace(values: readonly unknown[]): values is HitPlace {
  const [points, type, length, key] = values
  const areNumbers = Number.isSafeInteger(points) && Number.isSafeInteger(length)
  return values.length === 4 && areNumbers && searchTypes.some((each) => each === type) && isKey(key)
}

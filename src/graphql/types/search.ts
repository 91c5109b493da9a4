import { brandWithType } from '@pothos/core'
import { sql } from 'drizzle-orm'
import { keyColumns, tableOf } from '../../database/rows.ts'
import { type Asked, findAll, type Hit, hitsOn, type Place } from '../../database/search/find.ts'
import { type Highlight, highlightsOf, type Piece } from '../../database/search/highlights.ts'
import { isFuzzyAt, MOST_POINTS } from '../../database/search/rank.ts'
import { searched } from '../../database/search/searched.ts'
import { MAX_CHARACTERS, MAX_WORDS, queryWords } from '../../database/search/terms.ts'
import { type SearchType, searchField, searchType, searchTypes } from '../../database/search/vocabularies.ts'
import { valuesOf } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { encodeCursor, isKey, type PageArgs, pageOf } from '../cursors.ts'
import { enumOf } from '../enums.ts'
import { clientError } from '../errors.ts'
import { agreementFilter } from '../filters/agreement.ts'
import type { Given } from '../filters/filter.ts'
import { filters } from '../filters/index.ts'
import { pageInfoOf, pageRows } from '../pages.ts'
import { refOf } from '../refs.ts'
import { type ScoredEdge, type ScoredPage, scoredConnection } from '../scored.ts'

interface SearchEdge extends ScoredEdge {
  readonly hit: Hit
  readonly highlights: () => Promise<Highlight[]>
}

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search finds.',
  types: valuesOf(searchType).map((type) => refOf(searched[type].dataset)),
})

const SearchPiece = builder.objectRef<Piece>('SearchPiece').implement({
  description: 'A piece of a text, which answers to the search or does not. Plain text, never HTML.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: 'The piece, exactly as it stands. All pieces in their order make the text.',
    }),
    isMatch: t.exposeBoolean('isMatch', { description: 'Whether the piece answers to a word searched for.' }),
    isFuzzy: t.exposeBoolean('isFuzzy', {
      description: 'Whether it answers only to a word that may be a misspelling of it.',
    }),
  }),
})

const SearchHighlight = builder.objectRef<Highlight>('SearchHighlight').implement({
  description: 'A text of what was found in which words searched for stand.',
  fields: (t) => ({
    field: t.field({
      type: enumOf(searchField),
      description: 'Which text of it.',
      resolve: ({ field }) => field,
    }),
    pieces: t.field({
      type: [SearchPiece],
      description: 'The whole text, in pieces.',
      resolve: ({ pieces }) => [...pieces],
    }),
  }),
})

const SearchConnection = scoredConnection<SearchEdge>(
  'Search',
  SearchResult,
  'what a search found, the best first',
  (t) => ({
    score: t.float({
      description:
        'How well it answers, from 0 to 1: 1 is every word as it was typed, as the whole of a name. A rare word counts for more than a common one, such as "kommun"; a name for more than a text, a heading, a summary or the name of the municipality; words in the order in which they were typed, at the beginning of a text, or as all of it, for more; and less one that is written with other marks on its letters, has the same stem, or begins or holds what was typed. Up to 0.5 it is found by misspelling alone. It orders the hits of one search, and means nothing beyond.',
      resolve: ({ hit }) => hit.points / MOST_POINTS,
    }),
    isFuzzy: t.boolean({
      description:
        'Whether it is a hit only because a word that was typed may be a misspelling of one in it. Such hits come after all others.',
      resolve: ({ hit }) => isFuzzyAt(hit.points),
    }),
    highlights: t.field({
      type: [SearchHighlight],
      description: 'Which texts of it answer to the search, and where.',
      resolve: ({ highlights }) => highlights(),
    }),
  }),
)

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description: `Promises, activities, findings, agreements, places (municipalities, counties, local police areas, police districts and regions), topics and signatories by words, the best first. Municipalities and counties are found by their codes too, and what belongs to an agreement by its key. Swedish words are found in all their forms, with or without the marks on å, ä and ö, by their beginning, within compounds ("kontroll" finds trafikkontroll), and misspelt where nothing else answers to them and they are not made of words that there are. What is found must weigh at least a third of all words, each by how rare it is: "kommun" alone is not enough for "göteborg kommun". There is no syntax: quotation marks, hyphens and the like only part words. A search for nothing but words such as "och" finds nothing.`,
    args: {
      query: t.arg.string({
        required: true,
        description: `What to search for: at most ${MAX_WORDS} words and ${MAX_CHARACTERS} characters.`,
      }),
      types: t.arg({
        type: [enumOf(searchType)],
        required: false,
        description: 'Only these types. All of them, if left out.',
      }),
      filter: t.arg({
        type: agreementFilter.input,
        description:
          'Only such agreements, what stands in them, their topics, the municipalities that are parties of them with their counties and police regions, the local police areas that they name with their districts, and those who sign or present them.',
      }),
      fuzzy: t.arg.boolean({
        required: false,
        description: 'Whether a word that is not found may be a misspelling of another. It may, if left out.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { query, types, filter, fuzzy, ...args }, context) => {
      const asked = {
        types: types ? typesIn(types) : searchTypes,
        among: amongOf(filter),
        fuzzy: fuzzy ?? true,
      }
      return searchPage(wordsIn(query), asked, args, context)
    },
  }),
)

/** The words to search for. Refuses what holds none, and what is longer than a search can be. */
function wordsIn(query: string): string[] {
  if (query.length > MAX_CHARACTERS) {
    const message = `query has ${query.length} characters; send at most ${MAX_CHARACTERS}`
    throw clientError('BAD_SEARCH', message)
  }
  const words = queryWords(query)
  if (words.length === 0)
    throw clientError('BAD_SEARCH', 'query has no word; send at least a letter or a digit')
  if (words.length <= MAX_WORDS) return words
  throw clientError('BAD_SEARCH', `query has ${words.length} words; send at most ${MAX_WORDS}`)
}

function typesIn(types: readonly SearchType[]): SearchType[] {
  if (types.length > 0) return searchTypes.filter((type) => types.includes(type))
  throw clientError('BAD_SEARCH', 'types is empty; name at least one type, or leave it out to search all')
}

/** Selects the keys of what belongs to the agreements asked for, as `filter: { agreement: … }` of its connections does. */
function amongOf(given: Given | null | undefined): Asked['among'] {
  if (!agreementFilter.where(given)) return undefined
  return (type) => {
    const { dataset } = searched[type]
    const filter = filters[dataset]
    const where = filter?.where(dataset === 'agreements' ? given : { agreement: given })
    if (!where) throw new Error(`${dataset} do not filter by agreement`)
    const [key] = keyColumns(dataset)
    return sql`select ${key} from ${tableOf(dataset)} where ${where}`
  }
}

/** What cursors are bound to, with what was asked. */
const NAME = 'Query.search'

async function searchPage(
  words: readonly string[],
  asked: Asked,
  args: PageArgs,
  { db, search, loaders }: Context,
): Promise<ScoredPage<SearchEdge>> {
  // A cursor is a place among the hits of one search: it means nothing to another.
  const only = asked.types.length < searchTypes.length ? ` among ${asked.types.join(', ')}` : ''
  const of = `${words.join(' ')}${only}`
  const page = pageOf(NAME, isPlace, args, of)
  const found = await findAll(db, search, words, asked)
  const { rows, hasMore } = pageRows(page, await hitsOn(db, found, { ...page, size: page.size + 1 }))
  const edges = rows.map((hit) => {
    const { dataset } = searched[hit.type]
    const node = async () => {
      const row = await loaders.row(dataset, hit.key)
      if (row) brandWithType(row, refOf(dataset))
      return row
    }
    return {
      node,
      cursor: encodeCursor(NAME, [hit.points, hit.type, hit.length, hit.key], of),
      hit,
      highlights: async () => {
        const row = await node()
        return row ? highlightsOf(hit, row, found.terms) : []
      },
    }
  })
  return { edges, pageInfo: pageInfoOf(page, edges, hasMore), count: async () => found.numbers.length }
}

function isPlace(values: readonly unknown[]): values is Place {
  const [points, type, length, key] = values
  const areNumbers = Number.isSafeInteger(points) && Number.isSafeInteger(length)
  return values.length === 4 && areNumbers && searchTypes.some((each) => each === type) && isKey(key)
}

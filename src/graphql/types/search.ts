import { brandWithType } from '@pothos/core'
import type { Found, Hit } from '../../database/search/find.ts'
import { type Highlight, highlightsOf, type Piece } from '../../database/search/highlights.ts'
import { isFuzzyAt, MOST_POINTS } from '../../database/search/rank.ts'
import { searched } from '../../database/search/searched.ts'
import { MAX_CHARACTERS, MAX_WORDS } from '../../database/search/terms.ts'
import { searchField, searchType } from '../../database/search/vocabularies.ts'
import { valuesOf } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { enumOf } from '../enums.ts'
import { agreementFilter } from '../filters/agreement.ts'
import { readAs } from '../readings.ts'
import { refOf } from '../refs.ts'
import { type ScoredEdge, type ScoredPage, scoredConnection } from '../scored.ts'
import { searchPage } from '../search.ts'

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
    ...readAs({ kind: 'search' }),
    resolve: async (_root, args, context): Promise<ScoredPage<SearchEdge>> => {
      const { rows, found, cursorOf, pageInfo } = await searchPage(args, context)
      const edges = rows.map((hit) => edgeOf(hit, found, cursorOf(hit), context))
      return { edges, pageInfo, count: async () => found.numbers.length }
    },
  }),
)

function edgeOf(hit: Hit, { terms }: Found, cursor: string, { loaders }: Context): SearchEdge {
  const { dataset } = searched[hit.type]
  const node = async () => {
    const row = await loaders.row(dataset, hit.key)
    if (row) brandWithType(row, refOf(dataset))
    return row
  }
  const highlights = async () => {
    const row = await node()
    return row ? highlightsOf(hit, row, terms) : []
  }
  return { hit, cursor, node, highlights }
}

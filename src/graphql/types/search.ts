import { brandWithType } from '@pothos/core'
import type { Found, Hit } from '../../database/search/find.ts'
import { type Highlight, highlightsOf, type Piece } from '../../database/search/highlights.ts'
import { isFuzzyAt, MOST_POINTS } from '../../database/search/rank.ts'
import { searched } from '../../database/search/searched.ts'
import { MAX_CHARACTERS, MAX_WORDS } from '../../database/search/terms.ts'
import { searchField, searchType } from '../../database/search/vocabularies.ts'
import { bilingualText, valuesOf } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { enumOf } from '../enums.ts'
import { readAs } from '../field-reading.ts'
import { agreementFilter } from '../filters/agreement.ts'
import { refOf } from '../refs.ts'
import { type ScoredEdge, type ScoredPage, scoredConnection } from '../scored-connection.ts'
import { searchPage } from '../search.ts'

interface SearchEdge extends ScoredEdge {
  readonly hit: Hit
  readonly highlights: () => Promise<Highlight[]>
}

const SearchResult = builder.unionType('SearchResult', {
  description: bilingualText({ sv: 'En rad som en sökning kan hitta.', en: 'A row that a search can find.' }),
  types: valuesOf(searchType).map((type) => refOf(searched[type].dataset)),
})

const SearchPiece = builder.objectRef<Piece>('SearchPiece').implement({
  description: bilingualText({
    sv: 'En del av en text, som antingen stämmer med sökningen eller inte. Ren text, aldrig HTML.',
    en: 'A part of a text, which either matches the search or does not. Plain text, never HTML.',
  }),
  fields: (t) => ({
    text: t.exposeString('text', {
      description: bilingualText({
        sv: 'Delen, exakt som den är. Alla delar i ordning utgör texten.',
        en: 'The part, exactly as it is. All parts in order make up the text.',
      }),
    }),
    isMatch: t.exposeBoolean('isMatch', {
      description: bilingualText({
        sv: 'Om delen stämmer med ett av sökorden.',
        en: 'Whether the part matches a word of the search query.',
      }),
    }),
    isFuzzy: t.exposeBoolean('isFuzzy', {
      description: bilingualText({
        sv: 'Om den stämmer bara för att ett sökord kan vara en felstavning av den.',
        en: 'Whether it matches only because a word of the search query may be a misspelling of it.',
      }),
    }),
  }),
})

const SearchHighlight = builder.objectRef<Highlight>('SearchHighlight').implement({
  description: bilingualText({
    sv: 'En text i träffen som innehåller sökord.',
    en: 'A text of the row found that contains words of the search query.',
  }),
  fields: (t) => ({
    field: t.field({
      type: enumOf(searchField),
      description: bilingualText({ sv: 'Vilken av radens texter.', en: 'Which text of the row.' }),
      resolve: ({ field }) => field,
    }),
    pieces: t.field({
      type: [SearchPiece],
      description: bilingualText({ sv: 'Hela texten, i delar.', en: 'The whole text, in parts.' }),
      resolve: ({ pieces }) => [...pieces],
    }),
  }),
})

const SearchConnection = scoredConnection<SearchEdge>(
  'Search',
  SearchResult,
  'search results, best match first',
  (t) => ({
    score: t.float({
      description: bilingualText({
        sv: 'Hur väl raden stämmer, från 0 till 1. 1 betyder att ett namn består av alla sökord, exakt som de skrevs. Ovanliga ord väger tyngre än vanliga, som ”kommun”. En träff i ett namn väger tyngre än en i en text, en rubrik, en sammanfattning eller kommunens namn. Sökord i samma ordning, i början av en text, eller som utgör hela texten, väger tyngre. Ord med andra diakritiska tecken, med samma stam, eller som börjar med eller innehåller ett sökord, väger lättare. Träffar bara genom felstavning får högst 0,5. Talet ordnar resultatet av en sökning och går inte att jämföra mellan sökningar.',
        en: 'How well the row matches, from 0 to 1. 1 means that a name consists of every word exactly as typed. Rare words count for more than common ones such as "kommun". A match in a name counts for more than one in a text, a heading, a summary or the name of the municipality. Words in the order typed, at the start of a text, or making up all of it, count for more. Words with different diacritics, with the same stem, or that begin with or contain what was typed, count for less. Matches by misspelling alone score at most 0.5. The score orders the results of one search and cannot be compared between searches.',
      }),
      resolve: ({ hit }) => hit.points / MOST_POINTS,
    }),
    isFuzzy: t.boolean({
      description: bilingualText({
        sv: 'Om den stämmer bara för att ett sökord kan vara felstavat. Sådana träffar kommer efter alla andra.',
        en: 'Whether it matches only because a word of the search query may be a misspelling. Such matches come after all others.',
      }),
      resolve: ({ hit }) => isFuzzyAt(hit.points),
    }),
    highlights: t.field({
      type: [SearchHighlight],
      description: bilingualText({
        sv: 'Vilka av radens texter som stämmer med sökningen, och var.',
        en: 'Which texts of the row match the search, and where.',
      }),
      resolve: ({ highlights }) => highlights(),
    }),
  }),
)

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description: bilingualText({
      sv: 'Söker med ord bland löften, aktiviteter, lägesbilder, medborgarlöften, platser (kommuner, län, lokalpolisområden, polisområden och polisregioner), ämnen och undertecknare, bästa träffen först. Kommuner och län hittas också med sin kod, och innehållet i ett medborgarlöfte med dess id. Svenska ord hittas i alla böjningar, med eller utan prickar och ringar på å, ä och ö, på sin början och inne i sammansättningar (”kontroll” hittar trafikkontroll). Felstavade ord hittas om inget annat stämmer med dem och de inte består av kända ord. Orden som hittas måste utgöra minst en tredjedel av sökningens vikt, där ovanliga ord väger tyngre: ”kommun” räcker inte för ”göteborg kommun”. Sökningen har inget eget språk: citattecken, bindestreck och andra tecken skiljer bara ord åt. En sökning med bara ord som ”och” hittar inget.',
      en: 'Searches promises, activities, findings, agreements, places (municipalities, counties, local police areas, police districts and regions), topics and signatories by words, best match first. Municipalities and counties are also found by their codes, and the contents of an agreement by its key. Swedish words are found in all inflected forms, with or without the diacritics of å, ä and ö, by their beginning, and within compounds ("kontroll" finds trafikkontroll). Misspelt words are found if nothing else matches them and they are not made up of known words. The words found must make up at least a third of the weight of the search query, where rare words weigh more: "kommun" alone is not enough for "göteborg kommun". There is no query syntax: quotation marks, hyphens and other characters only separate words. A search query with only words such as "och" finds nothing.',
    }),
    args: {
      query: t.arg.string({
        required: true,
        description: bilingualText({
          sv: `Sökorden: högst ${MAX_WORDS} ord och ${MAX_CHARACTERS} tecken.`,
          en: `The search query: at most ${MAX_WORDS} words and ${MAX_CHARACTERS} characters.`,
        }),
      }),
      types: t.arg({
        type: [enumOf(searchType)],
        required: false,
        description: bilingualText({
          sv: 'Sök bara bland dessa typer. Utelämnas det söks alla typer.',
          en: 'Search only these types. If omitted, all types are searched.',
        }),
      }),
      filter: t.arg({
        type: agreementFilter.input,
        description: bilingualText({
          sv: 'Sök bara bland medborgarlöften som stämmer med filtret, och det som hör till dem: deras innehåll och ämnen, kommunerna som är parter med deras län och polisregioner, lokalpolisområdena som de namnger med deras polisområden, och personerna som har undertecknat eller presenterat dem.',
          en: 'Search only agreements that match the filter, and what belongs to them: their contents and topics, the municipalities that are parties with their counties and police regions, the local police areas that they name with their districts, and the people who signed or presented them.',
        }),
      }),
      fuzzy: t.arg.boolean({
        required: false,
        description: bilingualText({
          sv: 'Om liknande stavningar ska sökas för ett ord som inte hittas. Utelämnas det är det true.',
          en: 'Whether to look for similar spellings of a word that is not found. If omitted, it is true.',
        }),
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

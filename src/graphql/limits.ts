import { GraphQLError } from 'graphql'
import { MAX_COMMITMENTS } from '../database/statistics/read-facts.ts'
import type { Text } from '../datasets/dataset.ts'
import { MAX_NODES } from './builder.ts'
import { MAX_PAGE } from './cursors.ts'
import { MAX_CONDITIONS, MAX_FILTER_DEPTH, MAX_VALUES } from './filters/filter.ts'
import { MAX_ROWS } from './page-product.ts'

/** A limit of a request, and how a request that exceeds it is refused. */
export interface Limit {
  readonly value: number
  /** The code in the extensions of the refusal. */
  readonly code: string
  /** The HTTP status of the refusal. */
  readonly status: number
  /** Whether the status is 200 for application/json, so that clients read the refusal as a result. */
  readonly spec?: true
  /** What is limited, as the beginning of a sentence that continues with ": at most". */
  readonly what: Text
  /** What to send instead. */
  readonly advice: Text
}

const LESS = {
  sv: 'Hämta mindre, eller dela upp frågan på flera begäranden.',
  en: 'Request less, or split the query over several requests.',
}

/** All limits of a request, in the order in which they are checked. */
export const limits = {
  body: {
    value: 100_000,
    code: 'BODY_TOO_LARGE',
    status: 413,
    what: { sv: 'Byte i begärans innehåll', en: 'Bytes in the request body' },
    advice: { sv: 'Korta frågan eller variablerna.', en: 'Shorten the query or its variables.' },
  },
  bodyMs: {
    value: 5_000,
    code: 'BODY_TOO_SLOW',
    status: 408,
    what: {
      sv: 'Millisekunder tills begärans innehåll har kommit fram',
      en: 'Milliseconds for the request body to arrive',
    },
    advice: { sv: 'Sänd allt innehåll på en gång.', en: 'Send the entire body at once.' },
  },
  batch: {
    value: 1,
    code: 'BATCH_REFUSED',
    status: 400,
    spec: true,
    what: { sv: 'Frågor i en begäran', en: 'Queries in one request' },
    advice: {
      sv: 'Sänd ett JSON-objekt, inte en lista. En fråga kan ha flera fält.',
      en: 'Send one JSON object, not a list. One query can have several fields.',
    },
  },
  variables: {
    value: 20_000,
    code: 'VARIABLES_TOO_LARGE',
    status: 400,
    what: { sv: 'Tecken och värden i variablerna', en: 'Characters and values in the variables' },
    advice: { sv: 'Sänd färre eller kortare värden.', en: 'Send fewer or shorter values.' },
  },
  tokens: {
    value: 2_000,
    code: 'TOO_MANY_TOKENS',
    status: 400,
    what: { sv: 'Ord och skiljetecken (tokens) i en fråga', en: 'Tokens in one query' },
    advice: LESS,
  },
  nesting: {
    value: 40,
    code: 'TOO_NESTED',
    status: 400,
    what: { sv: 'Nivåer av parenteser inuti varandra', en: 'Levels of nested brackets' },
    advice: LESS,
  },
  depth: {
    value: 20,
    code: 'TOO_DEEP',
    status: 400,
    what: { sv: 'Nivåer av fält inuti varandra', en: 'Levels of nested fields' },
    advice: {
      sv: 'Börja frågan närmare det du vill hämta, t.ex. med node.',
      en: 'Start the query closer to what you need, for example with node.',
    },
  },
  aliases: {
    value: 50,
    code: 'TOO_MANY_ALIASES',
    status: 400,
    what: { sv: 'Alias i en fråga', en: 'Aliases in one query' },
    advice: {
      sv: 'Hämta flera rader på en gång med nodes eller ett filter.',
      en: 'Fetch several rows at once with nodes or a filter.',
    },
  },
  directives: {
    value: 50,
    code: 'TOO_MANY_DIRECTIVES',
    status: 400,
    what: { sv: 'Direktiv i en fråga', en: 'Directives in one query' },
    advice: {
      sv: 'Sätt direktiven på fragment i stället för på fält.',
      en: 'Put them on fragments instead of fields.',
    },
  },
  breadth: {
    value: 100,
    code: 'TOO_BROAD',
    status: 400,
    what: { sv: 'Fält i ett urval', en: 'Fields in one selection' },
    advice: LESS,
  },
  fields: {
    value: 500,
    code: 'TOO_MANY_FIELDS',
    status: 400,
    what: {
      sv: 'Fält i en fråga, med fragmenten utskrivna',
      en: 'Fields in one query, with fragments expanded',
    },
    advice: LESS,
  },
  lists: {
    value: 10,
    code: 'TOO_MANY_LISTS',
    status: 400,
    what: { sv: 'Listor på översta nivån i en fråga', en: 'Lists at the top level of one query' },
    advice: LESS,
  },
  page: {
    value: MAX_PAGE,
    code: 'BAD_PAGE',
    status: 400,
    what: { sv: 'Rader på en sida', en: 'Rows on a page' },
    advice: { sv: 'Hämta fler sidor med after eller before.', en: 'Fetch more pages with after or before.' },
  },
  nodes: {
    value: MAX_NODES,
    code: 'TOO_MANY_IDS',
    status: 400,
    what: { sv: 'Id:n i nodes', en: 'Ids given to nodes' },
    advice: { sv: 'Dela upp dem på flera begäranden.', en: 'Split them over several requests.' },
  },
  values: {
    value: MAX_VALUES,
    code: 'BAD_FILTER',
    status: 400,
    what: { sv: 'Värden i en lista i ett filter', en: 'Values in one list of a filter' },
    advice: { sv: 'Dela upp dem på flera begäranden.', en: 'Split them over several requests.' },
  },
  conditions: {
    value: MAX_CONDITIONS,
    code: 'BAD_FILTER',
    status: 400,
    what: { sv: 'Villkor i ett filter', en: 'Conditions in one filter' },
    advice: {
      sv: 'Ge en lista med värden där vilket som helst duger.',
      en: 'Use a list of values to match any of several.',
    },
  },
  filterDepth: {
    value: MAX_FILTER_DEPTH,
    code: 'BAD_FILTER',
    status: 400,
    what: { sv: 'Objekt inom varandra i ett filter', en: 'Objects within each other in one filter' },
    advice: { sv: 'Skriv om villkoret plattare.', en: 'Write the condition flatter.' },
  },
  rows: {
    value: MAX_ROWS,
    code: 'TOO_MANY_ROWS',
    status: 400,
    what: {
      sv: 'Rader som sidor inuti varandra kan ge',
      en: 'Rows that nested pages can return',
    },
    advice: {
      sv: 'Hämta mindre sidor, eller färre nivåer av sidor.',
      en: 'Request smaller pages, or fewer levels of pages.',
    },
  },
  statistics: {
    value: MAX_COMMITMENTS,
    code: 'TOO_MANY_ROWS',
    status: 400,
    what: {
      sv: 'Löften och aktiviteter som statistics räknar, av alla som finns',
      en: 'Promises and activities that statistics counts, of all that there are',
    },
    advice: {
      sv: 'Räkna i utgåvorna, som har alla rader.',
      en: 'Count in the releases, which have all rows.',
    },
  },
  cost: {
    value: 100_000,
    code: 'TOO_COSTLY',
    status: 400,
    what: { sv: 'Kostnad för en fråga', en: 'Cost of one query' },
    advice: {
      sv: 'Hämta mindre sidor, eller dela upp frågan på flera begäranden.',
      en: 'Request smaller pages, or split the query over several requests.',
    },
  },
  executionMs: {
    value: 10_000,
    code: 'TOO_SLOW',
    status: 422,
    what: {
      sv: 'Millisekunder för att köra frågan',
      en: 'Milliseconds to execute the query',
    },
    advice: LESS,
  },
} as const satisfies { [name: string]: Limit }

/** The error for a request that exceeds a limit of the table, as `refusalOf`. */
export function refusal(
  name: keyof typeof limits,
  found?: number,
  headers?: { [name: string]: string },
): GraphQLError {
  return refusalOf(limits[name], found, headers)
}

/** The error for a request that exceeds a limit. `found` is how much it has, if that is known. */
export function refusalOf(
  { value, code, status, spec, what, advice }: Limit,
  found?: number,
  headers: { [name: string]: string } = {},
): GraphQLError {
  const known = found === undefined ? '' : `, but this request has ${found}`
  return new GraphQLError(`${what.en}: at most ${value}${known}. ${advice.en}`, {
    extensions: { code, limit: value, http: { status, headers, ...(spec && { spec }) } },
  })
}

import { GraphQLError } from 'graphql'
import type { Text } from '../datasets/dataset.ts'
import { MAX_NODES } from './builder.ts'
import { MAX_PAGE } from './cursors.ts'
import { MAX_VALUES } from './filters/filter.ts'
import { MAX_ROWS } from './page-product.ts'

/** A bound of one request, and how a request beyond it is refused. */
export interface Limit {
  readonly value: number
  /** The code in the extensions of the refusal. */
  readonly code: string
  /** The HTTP status of the refusal. */
  readonly status: number
  /** Whether the status is 200 where application/json is sent: clients then read the refusal as a result. */
  readonly spec?: true
  /** What is bounded, as the beginning of a sentence that goes on with ": at most". */
  readonly what: Text
  /** What to send instead. */
  readonly advice: Text
}

const LESS = {
  sv: 'Fråga efter mindre, eller dela upp frågan i flera.',
  en: 'Ask for less, or split the query into several.',
}

/** All that is bounded in one request, in the order in which it is looked at. */
export const limits = {
  body: {
    value: 100_000,
    code: 'BODY_TOO_LARGE',
    status: 413,
    what: { sv: 'Byte i kroppen', en: 'Bytes in the body' },
    advice: { sv: 'Korta frågan eller variablerna.', en: 'Shorten the query or its variables.' },
  },
  bodyMs: {
    value: 5_000,
    code: 'BODY_TOO_SLOW',
    status: 408,
    what: { sv: 'Millisekunder för kroppen att komma fram', en: 'Milliseconds for the body to arrive' },
    advice: { sv: 'Sänd den på en gång.', en: 'Send it at once.' },
  },
  batch: {
    value: 1,
    code: 'BATCH_REFUSED',
    status: 400,
    spec: true,
    what: { sv: 'Frågor i en begäran', en: 'Queries in one request' },
    advice: {
      sv: 'Sänd ett JSON-objekt, inte en lista; flera fält får plats i en fråga.',
      en: 'Send one JSON object, not a list; several fields find room in one query.',
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
    what: { sv: 'Ord och tecken (tokens) i en fråga', en: 'Tokens in one query' },
    advice: LESS,
  },
  nesting: {
    value: 40,
    code: 'TOO_NESTED',
    status: 400,
    what: { sv: 'Parenteser inom varandra', en: 'Brackets within each other' },
    advice: LESS,
  },
  depth: {
    value: 20,
    code: 'TOO_DEEP',
    status: 400,
    what: { sv: 'Fält inom varandra', en: 'Fields within each other' },
    advice: {
      sv: 'Börja frågan närmare det du söker, t.ex. med node.',
      en: 'Begin the query nearer to what you look for, by node for example.',
    },
  },
  aliases: {
    value: 50,
    code: 'TOO_MANY_ALIASES',
    status: 400,
    what: { sv: 'Alias i en fråga', en: 'Aliases in one query' },
    advice: {
      sv: 'Hämta flera rader med nodes eller med ett filter.',
      en: 'Fetch several rows by nodes or by a filter.',
    },
  },
  directives: {
    value: 50,
    code: 'TOO_MANY_DIRECTIVES',
    status: 400,
    what: { sv: 'Direktiv i en fråga', en: 'Directives in one query' },
    advice: {
      sv: 'Sätt dem på fragment i stället för fält.',
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
    what: { sv: 'Fält i en fråga, fragmenten utskrivna', en: 'Fields in one query, fragments written out' },
    advice: LESS,
  },
  lists: {
    value: 10,
    code: 'TOO_MANY_LISTS',
    status: 400,
    what: { sv: 'Listor överst i en fråga', en: 'Lists at the top of one query' },
    advice: LESS,
  },
  page: {
    value: MAX_PAGE,
    code: 'BAD_PAGE',
    status: 400,
    what: { sv: 'Rader på en sida', en: 'Rows on a page' },
    advice: { sv: 'Bläddra vidare med markör.', en: 'Page on by cursor.' },
  },
  nodes: {
    value: MAX_NODES,
    code: 'TOO_MANY_IDS',
    status: 400,
    what: { sv: 'Id:n till nodes', en: 'Ids given to nodes' },
    advice: { sv: 'Sänd dem i flera omgångar.', en: 'Send them by turns.' },
  },
  values: {
    value: MAX_VALUES,
    code: 'BAD_FILTER',
    status: 400,
    what: { sv: 'Värden i en lista i ett filter', en: 'Values in one list of a filter' },
    advice: { sv: 'Sänd dem i flera omgångar.', en: 'Send them by turns.' },
  },
  rows: {
    value: MAX_ROWS,
    code: 'TOO_MANY_ROWS',
    status: 400,
    what: {
      sv: 'Rader som sidor inom varandra kan bli',
      en: 'Rows that pages within each other may come to',
    },
    advice: {
      sv: 'Be om mindre sidor, eller färre inom varandra.',
      en: 'Ask for smaller pages, or for fewer within each other.',
    },
  },
  cost: {
    value: 100_000,
    code: 'TOO_COSTLY',
    status: 400,
    what: { sv: 'Kostnad för en fråga', en: 'Cost of one query' },
    advice: {
      sv: 'Be om mindre sidor, eller dela upp frågan i flera.',
      en: 'Ask for smaller pages, or split the query into several.',
    },
  },
  executionMs: {
    value: 10_000,
    code: 'TOO_SLOW',
    status: 422,
    what: {
      sv: 'Millisekunder för svaret att räknas ut',
      en: 'Milliseconds for the answer to be worked out',
    },
    advice: LESS,
  },
} as const satisfies { [name: string]: Limit }

/** The refusal of a request that is beyond a limit of the table, as `refusalOf`. */
export function refusal(
  name: keyof typeof limits,
  found?: number,
  headers?: { [name: string]: string },
): GraphQLError {
  return refusalOf(limits[name], found, headers)
}

/** The refusal of a request that is beyond a limit. `found` is what it has, where that is known. */
export function refusalOf(
  { value, code, status, spec, what, advice }: Limit,
  found?: number,
  headers: { [name: string]: string } = {},
): GraphQLError {
  const known = found === undefined ? '' : `; this has ${found}`
  return new GraphQLError(`${what.en}: at most ${value}${known}. ${advice.en}`, {
    extensions: { code, limit: value, http: { status, headers, ...(spec && { spec }) } },
  })
}

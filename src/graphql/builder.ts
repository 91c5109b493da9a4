import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import { quoted } from '../common/quoted.ts'
import { bilingualText, isDay } from '../datasets/dataset.ts'
import { datasets } from '../datasets/index.ts'
import type { Context } from './context.ts'
import { clientError } from './errors.ts'
import { readAs } from './field-reading.ts'
import { nodeDatasets } from './typed-datasets.ts'

interface SchemaTypes {
  Context: Context
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: string; Output: string }
    Month: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
  }
  /** What a connection carries besides its page: how to count all of it. */
  Connection: { count: () => Promise<number> }
}

/** Ids for `node`: type and key, readable and stable, such as `Agreement:0685-2020`. */
export function globalId(type: string, key: string): string {
  return `${type}:${key}`
}

/** The types of the rows that have such an id. */
const nodeTypes: ReadonlySet<string> = new Set(nodeDatasets.map((name) => datasets[name].type))

/**
 * The type and key in an id for `node`.
 *
 * @throws {GraphQLError} when the id is not made of a type and a key.
 */
export function idParts(id: string): { typename: string; id: string } {
  const [, typename, key] = /^([A-Z][A-Za-z]*):(.+)$/s.exec(id) ?? []
  if (typename && key && nodeTypes.has(typename)) return { typename, id: key }
  throw clientError('BAD_ID', `${quoted(id)} is not a valid id; send an id such as Agreement:0685-2020`)
}

/** The most nodes that `nodes` gives at once. */
export const MAX_NODES = 100

const PAGE_RULE = 'Exactly one of first and last is required, from 1 to 100.'

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    encodeGlobalID: (type, key) => globalId(type, String(key)),
    decodeGlobalID: idParts,
    idFieldOptions: {
      description: bilingualText({
        sv: 'Radens globala id, för användning med node, t.ex. Agreement:0685-2020.',
        en: 'The global id of this row, for use with node, such as Agreement:0685-2020.',
      }),
    },
    edgesFieldOptions: { nullable: false, description: 'The rows of this page, each with its cursor.' },
    nodeFieldOptions: { nullable: false, description: 'The row.' },
    nodesOnConnection: { description: 'The rows of this page.' },
    cursorFieldOptions: { description: 'The cursor of this row, for use as after or before.' },
    pageInfoFieldOptions: {
      description: 'Where this page starts and ends, and whether there are more pages.',
    },
    nodeTypeOptions: {
      description: bilingualText({
        sv: 'En rad som går att hämta med sitt globala id.',
        en: 'A row that can be fetched by its global id.',
      }),
    },
    pageInfoTypeOptions: { description: 'Where a page starts and ends, and whether there are more pages.' },
    hasNextPageFieldOptions: { description: 'Whether there are rows after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there are rows before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first row; null on an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last row; null on an empty page.' },
    firstArgOptions: {
      description: `The maximum number of rows, taken from the start of those between the cursors. ${PAGE_RULE}`,
    },
    lastArgOptions: {
      description: `The maximum number of rows, taken from the end of those between the cursors. ${PAGE_RULE}`,
    },
    afterArgOptions: {
      description: 'A cursor of this connection. The page contains only rows after it.',
    },
    beforeArgOptions: {
      description: 'A cursor of this connection. The page contains only rows before it.',
    },
    nodeQueryOptions: {
      description: bilingualText({
        sv: 'En rad av vilken typ som helst, efter globalt id. Null om den inte finns.',
        en: 'A row of any type by its global id. Null if it does not exist.',
      }),
      ...readAs({ kind: 'node' }),
      args: {
        id: {
          description: bilingualText({
            sv: 'Ett globalt id, t.ex. Agreement:0685-2020.',
            en: 'A global id such as Agreement:0685-2020.',
          }),
        },
      },
    },
    nodesQueryOptions: {
      description: bilingualText({
        sv: `Rader av vilken typ som helst, efter globala id:n, högst ${MAX_NODES}, i samma ordning. Null för varje rad som inte finns.`,
        en: `Rows of any type by their global ids, at most ${MAX_NODES}, in the same order. Null for each row that does not exist.`,
      }),
      args: {
        ids: {
          description: bilingualText({
            sv: 'Globala id:n, t.ex. Agreement:0685-2020.',
            en: 'Global ids such as Agreement:0685-2020.',
          }),
        },
      },
      resolve: (_root, { ids }, _context, _info, resolveNodes) => {
        if (ids.length > MAX_NODES) {
          throw clientError(
            'TOO_MANY_IDS',
            `${ids.length} ids are too many; send at most ${MAX_NODES} at a time`,
            MAX_NODES,
          )
        }
        return resolveNodes(ids)
      },
    },
  },
})

/** The types that the builder gives to what it makes. */
export type PothosTypes = typeof builder.$inferSchemaTypes

builder.queryType({
  description: bilingualText({
    sv: 'Startpunkterna för alla frågor.',
    en: 'The entry points of all queries.',
  }),
})

builder.scalarType('Date', {
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#date',
  description: bilingualText({
    sv: 'En dag enligt ISO 8601, t.ex. 2020-01-31.',
    en: 'A date according to ISO 8601, such as 2020-01-31.',
  }),
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && isDay(value)) return value
    throw clientError(
      'BAD_DATE',
      `${quoted(typeof value === 'string' ? value : JSON.stringify(value))} is not a valid date; send a date such as "2020-01-31"`,
    )
  },
})

builder.scalarType('Month', {
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#gYearMonth',
  description: bilingualText({
    sv: 'En månad enligt ISO 8601, t.ex. 2018-09.',
    en: 'A month according to ISO 8601, such as 2018-09.',
  }),
  serialize: (value) => value,
})

builder.scalarType('JSON', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  description: bilingualText({
    sv: 'Ett JSON-värde av vilket slag som helst, t.ex. en rad med kolumnnamnen i de exporterade filerna.',
    en: 'Any JSON value, such as a row with the column names of the exported files.',
  }),
  serialize: (value) => value,
})

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'The number of rows on all pages. It is counted only if requested.',
    resolve: (connection) => connection.count(),
  }),
)

import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import { quoted } from '../common/quoted.ts'
import { isDay } from '../datasets/dataset.ts'
import { datasets } from '../datasets/index.ts'
import type { Context } from './context.ts'
import { clientError } from './errors.ts'
import { readAs } from './readings.ts'
import { nodeDatasets } from './typed-datasets.ts'

export interface SchemaTypes {
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

/** The type and key in an id for `node`. */
export function partsOf(id: string): { typename: string; id: string } {
  const [, typename, key] = /^([A-Z][A-Za-z]*):(.+)$/s.exec(id) ?? []
  if (typename && key && nodeTypes.has(typename)) return { typename, id: key }
  throw clientError('BAD_ID', `${quoted(id)} is not a valid id; send one such as Agreement:0685-2020`)
}

/** The most nodes that `nodes` gives at once. */
export const MAX_NODES = 100

const PAGE_RULE = 'Give exactly one of first and last, from 1 to 100.'

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    encodeGlobalID: (type, key) => globalId(type, String(key)),
    decodeGlobalID: partsOf,
    idFieldOptions: { description: 'The id of this row for node, such as Agreement:0685-2020.' },
    edgesFieldOptions: { nullable: false, description: 'The rows of this page, each with its cursor.' },
    nodeFieldOptions: { nullable: false, description: 'The row.' },
    nodesOnConnection: { description: 'The rows of this page.' },
    cursorFieldOptions: { description: 'The place of this row, to page on from by after or before.' },
    pageInfoFieldOptions: { description: 'Where this page begins and ends, and whether there are more.' },
    nodeTypeOptions: { description: 'A row that can be fetched by its id.' },
    pageInfoTypeOptions: { description: 'Where a page begins and ends, and whether there are more.' },
    hasNextPageFieldOptions: { description: 'Whether rows follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether rows come before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first row; null on an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last row; null on an empty page.' },
    firstArgOptions: {
      description: `How many rows at most, the first of those between the cursors. ${PAGE_RULE}`,
    },
    lastArgOptions: {
      description: `How many rows at most, the last of those between the cursors. ${PAGE_RULE}`,
    },
    afterArgOptions: {
      description: 'A cursor of this connection: the page has rows after it alone.',
    },
    beforeArgOptions: {
      description: 'A cursor of this connection: the page has rows before it alone.',
    },
    nodeQueryOptions: {
      description: 'Any row by its id. Null: there is none.',
      ...readAs({ kind: 'node' }),
      args: { id: { description: 'An id such as Agreement:0685-2020.' } },
    },
    nodesQueryOptions: {
      description: `Any rows by their ids, at most ${MAX_NODES}, in the same order; null where there is none.`,
      args: { ids: { description: 'Ids such as Agreement:0685-2020.' } },
      resolve: (_root, { ids }, _context, _info, resolveNodes) => {
        if (ids.length > MAX_NODES) {
          throw clientError(
            'TOO_MANY_IDS',
            `${ids.length} ids; send at most ${MAX_NODES} at a time`,
            MAX_NODES,
          )
        }
        return resolveNodes(ids)
      },
    },
  },
})

builder.queryType({ description: 'Everything that can be asked for.' })

builder.scalarType('Date', {
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#date',
  description: 'A day, as in ISO 8601: 2020-01-31.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && isDay(value)) return value
    throw clientError(
      'BAD_DATE',
      `${quoted(typeof value === 'string' ? value : JSON.stringify(value))} is not a valid day; send one such as "2020-01-31"`,
    )
  },
})

builder.scalarType('Month', {
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#gYearMonth',
  description: 'A month, as in ISO 8601: 2018-09.',
  serialize: (value) => value,
})

builder.scalarType('JSON', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  description: 'Any JSON value, given as it is, such as a row with the column names of the exported files.',
  serialize: (value) => value,
})

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many rows there are on all pages. Counted only when asked for.',
    resolve: (connection) => connection.count(),
  }),
)

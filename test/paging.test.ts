import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { load } from '../src/database/load.ts'
import { bundledData, copyOf, databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'

type Cursor = string | null

interface Page {
  readonly edges: readonly { readonly cursor: string }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const FIELDS = 'edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

/** Lists of few rows: each with the text before and after the arguments of a page. */
const LISTS: { readonly [what: string]: readonly [before: string, after: string] } = {
  'a whole dataset': ['list: policeRegions', ''],
  'by Swedish rules, descending': ['list: policeRegions', 'sort: NAME_DESC'],
  'of which some rows have no value': [
    'list: agreements',
    'filter: { municipality: "1960" }, sort: SIGNED_ON_ASC',
  ],
  'the same, descending': ['list: agreements', 'filter: { municipality: "1960" }, sort: SIGNED_ON_DESC'],
  'within a row': ['agreement(id: "0685-2020") { list: activities', ''],
  'within a row, of which some have no value': [
    'agreement(id: "0685-2020") { list: activities',
    'sort: TARGET_VALUE_DESC',
  ],
  'of what is similar': ['node(id: "Activity:0685-2020-a5") { ... on Activity { list: similar', ''],
  'of what was found': [
    'list: search',
    'query: "polisen", types: [ACTIVITY, PROMISE], filter: { extent: [TRANSCRIBED] }',
  ],
  'of changes': ['list: changes', 'since: 1'],
}

/** Renames the police regions, and words some activities of an agreement nearly as one of another. */
function laterRevision() {
  const data = copyOf(bundledData())
  for (const region of data.tables.police_regions) region.name = `${region.name}!`
  const worded = data.tables.activities.find(({ id }) => id === '0685-2020-a5')?.text ?? ''
  const others = data.tables.activities.filter(({ agreementId }) => agreementId === '1083-2022')
  for (const [at, other] of others.slice(0, 5).entries()) other.text = `${worded}${' Igen.'.repeat(at % 2)}`
  return data
}

/** The page of a list by Relay's specification, step by step: https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm */
function pageByRelay(
  all: readonly string[],
  { first, last, after, before }: { first?: number; last?: number; after: Cursor; before: Cursor },
): Page {
  let edges = all
  if (after !== null) edges = edges.slice(edges.indexOf(after) + 1)
  if (before !== null) edges = edges.includes(before) ? edges.slice(0, edges.indexOf(before)) : []
  const between = edges.length
  if (first !== undefined) edges = edges.slice(0, first)
  if (last !== undefined) edges = edges.slice(-last)
  return {
    edges: edges.map((cursor) => ({ cursor })),
    pageInfo: {
      hasPreviousPage: last === undefined ? after !== null : between > last,
      hasNextPage: first === undefined ? before !== null : between > first,
      startCursor: edges[0] ?? null,
      endCursor: edges.at(-1) ?? null,
    },
  }
}

/** The list in an answer, wherever it stands. */
function listIn(answer: { [field: string]: unknown }, name: string): Page {
  if (name in answer) return answer[name] as Page
  const within = Object.values(answer).find((each) => typeof each === 'object' && each !== null)
  if (!within) throw new Error(`no ${name}`)
  return listIn({ ...within }, name)
}

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase)
    await load(asked.database.db, laterRevision())
  })
  afterAll(() => asked.close())

  describe.each(Object.entries(LISTS))('a list %s', (_what, [start, args]) => {
    const wrapped = (pages: string) => `${pages}${'}'.repeat(start.split('{').length - 1)}`
    const named = (name: string, page: string) =>
      `${start.replace('list:', `${name}:`).replace(/^.*\{ (?=\w+: \w+$)/, '')}(${page} ${args}) { ${FIELDS} }`
    const outer = start.replace(/\w+: \w+$/, '')

    test.each([
      ['plain', 'dataset { revision }'],
      ['planned, where a plan covers it', ''],
    ])('has between any two cursors the pages of Relay: %s', async (_way, beside) => {
      const whole = await asked.dataOf(`{ ${outer} ${wrapped(named('list', 'first: 100'))} }`)
      const all = listIn(whole, 'list').edges.map(({ cursor }) => cursor)
      expect(all.length).toBeGreaterThan(3)
      expect(all.length).toBeLessThan(100) // all are on the page
      const ends = [null, ...new Set([0, 1, 3, all.length - 1].map((at) => all[at] ?? null))]
      const sizes = [1, 3]
      const pages = sizes.flatMap((size) => [['first', size] as const, ['last', size] as const])
      const query = `query ($after: String, $before: String) { ${beside} ${outer} ${wrapped(
        pages
          .map(([side, size]) => named(`${side}${size}`, `${side}: ${size}, after: $after, before: $before`))
          .join(' '),
      )} }`
      for (const after of ends) {
        for (const before of ends) {
          const { dataset: _dataset, ...answer } = await asked.dataOf(query, { after, before })
          for (const [side, size] of pages) {
            const expected = pageByRelay(all, { [side]: size, after, before })
            expect(listIn(answer, `${side}${size}`), `${side} ${size} of ${after} to ${before}`).toEqual(
              expected,
            )
          }
        }
      }
    })
  })
})

import { sql } from 'drizzle-orm'
import { parse, type ValidatedExecutionArgs, validateExecutionArgs } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { snakeCase } from '../src/datasets/dataset.ts'
import { datasets } from '../src/datasets/index.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { costOf, WEIGHTS } from '../src/graphql/cost.ts'
import { type Limit, limits } from '../src/graphql/limits.ts'
import { schema } from '../src/graphql/schema.ts'
import { clientOf } from './support/ask.ts'
import { bundledData, onPglite, onPostgres } from './support/databases.ts'

let database: OpenDatabase
beforeAll(async () => {
  database = await onPglite.openLoaded()
})
afterAll(() => database.close())

interface Answer {
  readonly status: number
  readonly error: { message: string; extensions: { code?: string; limit?: number } } | undefined
}

async function answerTo(body: string): Promise<Answer> {
  const app = createApp({
    database,
    store: new FolderStore('exports/none'),
    publicUrl: '',
    log: { error: () => {} },
  })
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
  const response = await app.fetch(new Request('http://test/graphql', { method: 'POST', headers, body }))
  type Result = { errors?: NonNullable<Answer['error']>[] }
  const results = [await response.json()].flat() as Result[] // a list where a list was sent
  return { status: response.status, error: results[0]?.errors?.[0] }
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')
const asked = (query: string, variables = {}) => JSON.stringify({ query, variables })
const filtered = (conditions: string) =>
  selection(`agreements(first: 1, filter: { ${conditions} }) { nodes { key } }`)
const selection = (fields: string) => asked(`{ ${fields} }`)

/** Ten lists that cost 99,910, with nine totals of 10. */
const costly = `${times(9, (i) => `m${i}: municipalities(first: 100) { totalCount nodes { agreements(first: 98) { nodes { key } } } }`)}
  m9: municipalities(first: 100) { nodes { agreements(first: 97) { nodes { key } } } }`

/** Of each limit: a request that just reaches it, and one that is just beyond. */
const cases: {
  readonly [name in Exclude<keyof typeof limits, 'bodyMs' | 'executionMs' | 'statistics'>]: [string, string]
} = {
  body: [selection('__typename').padEnd(100_000), selection('__typename').padEnd(100_001)],
  batch: [selection('__typename'), `[${selection('__typename')},${selection('__typename')}]`],
  variables: [
    asked('query ($a: ID!) { topic(id: $a) { key } }', { a: 'x'.repeat(19_997) }),
    asked('query ($a: ID!) { topic(id: $a) { key } }', { a: 'x'.repeat(19_998) }),
  ],
  tokens: [selection(times(1_998, () => 'a')), selection(times(1_999, () => 'a'))],
  nesting: [
    selection(`node(id: ${'['.repeat(38)}${']'.repeat(38)})`),
    selection(`node(id: ${'['.repeat(39)}${']'.repeat(39)})`),
  ],
  depth: [
    selection(`topic(id: "fraud") { ${'broader { '.repeat(18)} key ${'}'.repeat(18)} }`),
    selection(`topic(id: "fraud") { ${'broader { '.repeat(19)} key ${'}'.repeat(19)} }`),
  ],
  aliases: [
    selection(times(50, (i) => `a${i}: __typename`)),
    selection(times(51, (i) => `a${i}: __typename`)),
  ],
  directives: [
    selection(times(50, () => '__typename @include(if: true)')),
    selection(times(51, () => '__typename @include(if: true)')),
  ],
  breadth: [selection(times(100, () => '__typename')), selection(times(101, () => '__typename'))],
  fields: [
    asked(
      `{ ${times(10, (i) => `a${i}: topic(id: "fraud") { ...T }`)} } fragment T on Topic { ${times(49, () => 'key')} }`,
    ),
    asked(
      `{ ${times(10, (i) => `a${i}: topic(id: "fraud") { ...T }`)} __typename } fragment T on Topic { ${times(49, () => 'key')} }`,
    ),
  ],
  lists: [
    selection(times(10, (i) => `a${i}: topics(first: 1) { nodes { key } }`)),
    selection(times(11, (i) => `a${i}: topics(first: 1) { nodes { key } }`)),
  ],
  page: [
    selection('topics(first: 100) { nodes { key } }'),
    selection('topics(first: 101) { nodes { key } }'),
  ],
  nodes: [
    asked('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(100).fill('Topic:fraud') }),
    asked('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill('Topic:fraud') }),
  ],
  values: [
    selection(
      `municipalities(first: 1, filter: { county: [${times(300, () => '"06"')}] }) { nodes { code } }`,
    ),
    selection(
      `municipalities(first: 1, filter: { county: [${times(301, () => '"06"')}] }) { nodes { code } }`,
    ),
  ],
  conditions: [
    filtered(`or: [${times(50, () => '{ hasIssues: true }')}]`),
    filtered(`or: [${times(51, () => '{ hasIssues: true }')}]`),
  ],
  filterDepth: [
    filtered(`${'not: { '.repeat(7)} hasIssues: true ${'}'.repeat(7)}`),
    filtered(`${'not: { '.repeat(8)} hasIssues: true ${'}'.repeat(8)}`),
  ],
  rows: [
    selection(
      'topics(first: 100) { nodes { promises(first: 100) { nodes { activities(first: 10) { nodes { key } } } } } }',
    ),
    selection(
      'topics(first: 100) { nodes { promises(first: 100) { nodes { activities(first: 11) { nodes { key } } } } } }',
    ),
  ],
  cost: [selection(costly), selection(`${costly} topic(id: "fraud") { key }`)],
}

describe('a limit is kept:', () => {
  test.each(Object.entries(cases))('%s', async (name, [inside, beyond]) => {
    const { code, status, value }: Limit = limits[name as keyof typeof cases] // a key of the cases
    expect((await answerTo(inside)).error?.extensions.code).not.toBe(code)
    const { status: answered, error } = await answerTo(beyond)
    expect(answered).toBe(status)
    expect(error?.extensions).toEqual({ code, limit: value })
    expect(error?.message).toContain(String(value))
  })

  test('what reaches each limit without passing another is answered', async () => {
    const { tokens, nesting, rows, ...others } = cases
    for (const [name, [inside]] of Object.entries(others)) {
      expect(await answerTo(inside), name).toEqual({ status: 200, error: undefined })
    }
    // Two of them are no queries, and one costs too much.
    for (const [inside] of [tokens, nesting, rows]) expect((await answerTo(inside)).error).toBeDefined()
  })

  test('statistics', async ({ onTestFinished }) => {
    const { db, ...loaded } = await onPostgres.openLoaded()
    onTestFinished(() => loaded.close())
    const { promises, activities } = bundledData().tables
    const own = activities.find(
      ({ targetPerYear, targetWhat }) => targetPerYear !== null && targetWhat !== null,
    )
    const missing = limits.statistics.value - promises.length - activities.length
    // So many rows take minutes to write, but not to make up while they are read.
    const columns = Object.keys(datasets.activities.columns).map(snakeCase)
    await db.transaction(async (tx) => {
      await tx.execute(sql`alter table activities rename to written`)
      await tx.execute(sql`create table made(ids integer)`)
      await tx.execute(sql`create view activities as select ${sql.raw(String(columns))} from written
        union all select made.* from (select ${sql.raw(String(columns.with(columns.indexOf('id'), "id || '-' || n")))}
          from written, generate_series(1, (select ids from made)) as n
          where id = ${sql.raw(`'${own?.id}'`)}) as made`)
    }, WRITING)
    const count = async (more: number) => {
      await db.transaction((tx) => tx.execute(sql`insert into made values (${more})`), WRITING)
      const answer = await clientOf({ db, ...loaded }).ask('{ statistics(groupBy: [ALL]) { activities } }')
      await db.transaction((tx) => tx.execute(sql`truncate made`), WRITING)
      return answer
    }
    expect(await count(missing)).toMatchObject({
      data: { statistics: [{ activities: activities.length + missing }] },
    })
    expect(await count(missing + 1)).toMatchObject({
      errors: [
        { extensions: { code: 'TOO_MANY_ROWS', limit: 400_000 }, message: expect.stringContaining('400000') },
      ],
    })
  })

  test('fragments count wherever they are spread, and take no longer for it', async () => {
    const doubled = times(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)
    const { error } = await answerTo(asked(`{ ...F0 } ${doubled} fragment F60 on Query { a: __typename }`))
    expect(error?.extensions.code).toBe('TOO_MANY_ALIASES')
    const deep = times(21, (i) => `fragment F${i} on Topic { broader { ...F${i + 1} } }`)
    const chained = await answerTo(
      asked(`{ topic(id: "fraud") { ...F0 } } ${deep} fragment F21 on Topic { key }`),
    )
    expect(chained.error?.extensions.code).toBe('TOO_DEEP')
  })

  test('the introspection of GraphiQL and other tools is no large query', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    expect(await answerTo(asked(getIntrospectionQuery()))).toEqual({ status: 200, error: undefined })
  })
})

function cost(query: string, variableValues = {}): number {
  const args = validateExecutionArgs({ schema, document: parse(query), variableValues })
  if (!('operation' in args)) throw new Error('no query')
  return costOf(args satisfies ValidatedExecutionArgs).most
}

describe('the cost of a query', () => {
  test.each([
    ['at least 1', '{ __typename }', 1],
    ['1 for a row', '{ municipality(code: "0685") { name } }', 1],
    [
      '1 for each row that it leads to',
      '{ municipality(code: "0685") { county { policeRegion { key } } } }',
      3,
    ],
    ['a page, with its rows', '{ topics(first: 30) { nodes { key } } }', 31],
    ['the same by edges', '{ topics(last: 30) { edges { cursor node { key } } } }', 31],
    [
      'a page in each row of a page',
      '{ counties(first: 21) { nodes { municipalities(first: 5) { nodes { name } } } } }',
      148,
    ],
    ['three rows for a list without pages', '{ promises(first: 10) { nodes { topics { key } } } }', 41],
    ['a count', '{ topics(first: 1) { totalCount } }', 11],
    ['a search', '{ search(query: "x", first: 10) { nodes: edges { node { __typename } } } }', 31],
    [
      'what is like each row',
      '{ promises(first: 10) { nodes { similar(first: 2) { edges { similarity node { key } } } } } }',
      141,
    ],
    ['what may be listed of the schema', '{ __type(name: "Topic") { fields { name type { name } } } }', 10],
    ['as many nodes as ids', '{ nodes(ids: ["Topic:a", "Topic:b"]) { id } }', 2],
  ])('is %s', (_what, query, units) => {
    expect(cost(query)).toBe(units)
  })

  test('takes sizes from variables, and their defaults', () => {
    const query = 'query ($n: Int = 7) { topics(first: $n) { nodes { key } } }'
    expect(cost(query)).toBe(8)
    expect(cost(query, { n: 50 })).toBe(51)
  })

  test('counts a fragment wherever it is spread', () => {
    const query = `{ a: topics(first: 10) { ...P } b: topics(first: 20) { ...P } }
      fragment P on TopicConnection { totalCount nodes { broader { key } } }`
    expect(cost(query)).toBe(1 + 10 + 20 + (1 + 10 + 40))
  })

  test('is known at once, however often fragments are spread in each other', () => {
    const doubled = times(200, (i) => `fragment F${i} on Topic { ...F${i + 1} ...F${i + 1} }`)
    expect(cost(`{ topic(id: "x") { ...F0 } } ${doubled} fragment F200 on Topic { broader { key } }`)).toBe(
      1 + 2 ** 200,
    )
  })

  test('weighs fields that there are', () => {
    for (const field of Object.keys(WEIGHTS)) {
      const [type = '', name = ''] = field.split('.')
      const parent = schema.getType(type)
      expect(parent && 'getFields' in parent && Object.keys(parent.getFields()), field).toContain(name)
    }
  })
})

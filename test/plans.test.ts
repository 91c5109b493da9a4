import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import {
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  type VariableValues,
  validate,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { type Indexes, newIndexes } from '../src/database/indexes.ts'
import { load } from '../src/database/load.ts'
import { SearchIndex } from '../src/database/search/search-index.ts'
import { Documents } from '../src/graphql/answers/documents.ts'
import { KnownOperation } from '../src/graphql/answers/operation.ts'
import { createContext } from '../src/graphql/context.ts'
import { explain, explanationText } from '../src/graphql/explain.ts'
import { NotPlanned } from '../src/graphql/plans/not-planned.ts'
import { Outline } from '../src/graphql/plans/outline.ts'
import type { Ran } from '../src/graphql/plans/plan.ts'
import { Planner } from '../src/graphql/plans/planner.ts'
import { TooLate } from '../src/graphql/plans/run.ts'
import { schema } from '../src/graphql/schema.ts'
import { anyQuery } from './support/any-query.ts'
import { databases } from './support/databases.ts'
import { withOwnCommitments } from './support/own-commitments.ts'

/** A query with its plan. */
function planned(text: string) {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  const operation = getOperationAST(document)
  if (!operation) throw new Error('no operation')
  const fragments = document.definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  )
  const byName = Object.fromEntries(fragments.map((each) => [each.name.value, each]))
  return { document, operation, query: new KnownOperation(schema, operation, byName) }
}

describe.each(databases)('on $name', ({ open }) => {
  let database: OpenDatabase
  let search: SearchIndex
  let indexes: Indexes
  let statements = 0
  const outline = new Outline()

  beforeAll(async () => {
    database = await open((sql, parameters) => {
      statements++
      outline.logQuery(sql, parameters)
    })
    await load(database.db, withOwnCommitments())
    search = new SearchIndex(database.statements, 1_000_000)
    indexes = newIndexes(database.statements)
  })
  afterAll(() => database.close())

  /** What an operation gives by its plan. */
  async function runBy(
    query: KnownOperation,
    variables: VariableValues,
    until = Number.POSITIVE_INFINITY,
  ): Promise<Ran> {
    const plan = query.planWith(variables)
    if (!plan) throw new NotPlanned('the operation')
    return plan.run({
      variables,
      db: database.db,
      statements: database.statements,
      search,
      ...indexes,
      counts: new Map(),
      until,
    })
  }

  /** The data of the response by plain execution, and by the plan: null if there are errors, or no plan. */
  async function both(text: string, variables: { readonly [name: string]: unknown } = {}) {
    const { document, operation, query } = planned(text)
    const { variableValues } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
    if (!variableValues) throw new Error('wrong variables')
    const contextValue = createContext(database.db, search, indexes)
    const plain: ExecutionResult = await execute({
      schema,
      document,
      contextValue,
      variableValues: variables,
    })
    statements = 0
    const byPlan = await runBy(query, variableValues).catch((error: unknown) => {
      if (plain.errors || error instanceof NotPlanned) return null
      throw error
    })
    return {
      plain: plain.errors ? null : JSON.stringify(plain.data),
      byPlan: byPlan?.text ?? null,
      spent: { plain: contextValue.spent, byPlan: byPlan?.spent },
    }
  }

  const explanationOf = (query: string, variables = {}) => explain({ query, variables }, database, outline)

  /** How a query is read, as `npm run explain` prints it without the text of its statements. */
  async function explained(query: string, variables = {}): Promise<string> {
    return explanationText(await explanationOf(query, variables)).split('\n\n')[0] ?? ''
  }

  test('any query gives the same bytes by its plan as by plain execution', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery(3), async (text) => {
        const { plain, byPlan } = await both(text)
        expect(byPlan).toBe(plain)
      }),
      { seed: 685, numRuns: 300 },
    )
  })

  test.each(globSync('docs/examples/*.graphql'))('%s', async (file) => {
    const { plain, byPlan } = await both(readFileSync(file, 'utf8'))
    if (byPlan !== null) expect(byPlan).toBe(plain)
    expect(plain).not.toBeNull()
  })

  test.each(['after', 'before'])(
    'a page %s a cursor, also where rows have no value to sort by',
    async (way) => {
      const pages = (page: string) =>
        `agreements(${page}, sort: PERIOD_END_DESC) {
        edges { cursor node { key periodEnd } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }`
      for (const side of ['first', 'last']) {
        const { plain: ends } = await both(`{ ${pages(`${side}: 30`)} }`)
        const { cursor } = JSON.parse(ends ?? '').agreements.edges[15]
        const page = pages(way === 'after' ? 'first: 7, after: $at' : 'last: 7, before: $at')
        const { plain, byPlan } = await both(`query ($at: String) { ${page} }`, { at: cursor })
        expect(byPlan).toBe(plain)
        expect(plain).not.toBeNull()
      }
    },
  )

  test('filters, with a count', async () => {
    const text = `query ($county: [ID!], $least: Float) {
      activities(first: 5, filter: { agreement: { county: $county }, targetValue: { atLeast: $least } }) { totalCount nodes { key target { value } } }
      promises(first: 5, filter: { targetValue: { atLeast: $least }, hasActor: true }) { totalCount nodes { key target { value unit } actors { basis actor { key } promise { key } } } }
      agreements(last: 5, filter: { county: $county, hasTarget: true }) { totalCount nodes { activities(first: 2, filter: { hasTarget: true }) { totalCount nodes { text } } } }
    }`
    for (const variables of [
      { county: ['06'] },
      { county: ['06', '01'], least: 15 },
      {},
      { county: ['14'] },
    ]) {
      const { plain, byPlan } = await both(text, variables)
      expect(byPlan).toBe(plain)
      expect(plain).not.toBeNull()
    }
  })

  test('one plan serves filters of all values and shapes', async () => {
    const text = `query ($filter: AgreementFilter) {
      agreements(first: 7, filter: $filter) { totalCount nodes { key } }
      topics(first: 3) { nodes { agreements(first: 2, filter: $filter) { totalCount nodes { key } } } }
    }`
    const { document, operation, query } = planned(text)
    const answers = new Set<string>()
    for (const filter of [
      { county: ['06'] },
      { county: ['01', '14'] },
      { county: ['01'], hasIssues: true },
      { county: ['01'], hasIssues: false },
      { renewal: ['RENEWS'] },
      { renewal: ['NEITHER', 'RENEWED'] },
      { year: [2019], activeOn: '2019-07-01' },
      { year: [2020, 2021], activeOn: '2020-07-01' },
      { targetValue: { atLeast: 15 }, targetUnit: ['TILLFÄLLEN'] },
      { targetValue: { atMost: 15 }, targetUnit: ['tillfällen'] },
      { targetValue: { atMost: 15, atLeast: null } },
      { county: null },
      { county: ['Jönköpings län', 'örebro county'] },
      { or: [{ county: ['06'] }, { hasIssues: true, year: [2019] }] },
      { or: [{ county: ['Skåne län'] }, { hasIssues: true, year: [2020] }] },
      { and: [{ hasTarget: true }, { not: { county: ['06'] } }] },
      { not: { or: [{ hasTarget: true }, { title: { contains: 'e' } }] } },
      { title: { phrase: 'i Vetlanda' }, periodStart: { from: '2020-01-01' } },
      null,
    ]) {
      const variables = { filter }
      const { variableValues } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
      if (!variableValues) throw new Error('wrong variables')
      const contextValue = createContext(database.db, search, indexes)
      const plain = await execute({ schema, document, contextValue, variableValues: variables })
      const byPlan = await runBy(query, variableValues)
      expect(byPlan.text, JSON.stringify(filter)).toBe(JSON.stringify('data' in plain && plain.data))
      answers.add(byPlan.text)
    }
    expect(answers.size).toBeGreaterThan(12)
  })

  test('a sort and a condition may hang on variables, each time with a plan of its own', async () => {
    const text = `query ($sort: AgreementSort, $more: Boolean!) {
      agreements(first: 3, sort: $sort) { nodes { key title @include(if: $more) } pageInfo { endCursor } }
    }`
    for (const variables of [
      { more: true },
      { more: false, sort: 'TITLE_DESC' },
      { more: true, sort: 'TITLE_DESC' },
      { more: false, sort: null },
    ]) {
      const { plain, byPlan } = await both(text, variables)
      expect(byPlan).toBe(plain)
      expect(plain).not.toBeNull()
    }
  })

  test.each([
    '{ agreements(first: 101) { nodes { key } } }',
    '{ agreements { nodes { key } } }',
    '{ agreements(first: 1, after: "no cursor") { nodes { key } } }',
    '{ agreements(first: 1, filter: { county: [] }) { nodes { key } } }',
    '{ agreements(first: 1, filter: { county: "Junköpings län" }) { nodes { key } } }',
    '{ node(id: "no id") { id } }',
    '{ node(id: "Nothing:1") { id } }',
  ])('%s is refused, so it has no answer by a plan', async (text) => {
    expect(await both(text)).toMatchObject({ plain: null, byPlan: null })
  })

  test.each([
    '{ statistics(groupBy: [TOPIC, YEAR], filter: { county: "06" }) { key second { key label { sv } } __typename promises targets(what: [TRAFFIC_CHECKS, OPERATIONS]) { what sumPerYear label { en } } } }',
    'query ($what: [TargetWhat!], $text: String) { a: statistics(groupBy: ALL, search: $text) { promisesReported { count of share shareUnknownReason } targets(what: $what) { count } all: targets { what } } b: statistics(groupBy: YEAR) { key label { sv en } agreements { transcribed catalogued } atLeast } counties(first: 1) { nodes { nameSv } } }',
  ])('statistics give the same bytes by their plan, at the same cost: %s', async (text) => {
    for (const variables of [{}, { what: ['TRAFFIC_CHECKS'], text: 'trafik' }]) {
      const { plain, byPlan, spent } = await both(text, variables)
      expect(byPlan).toBe(plain)
      expect(byPlan).not.toBeNull()
      expect(spent.byPlan).toBe(spent.plain)
    }
  })

  test('what no plan covers goes the plain way', async () => {
    const { plain, byPlan } = await both('{ changes(since: 0, first: 1) { totalCount } }')
    expect(byPlan).toBeNull()
    expect(plain).not.toBeNull()
  })

  test.each([
    ['trafik', 'first: 5'],
    ['trafik', 'last: 100'],
    ['narkotika skola', 'first: 7, types: [PROMISE, ACTIVITY], filter: { county: "06" }'],
    ['vetalnda trygghetsvandring', 'first: 100'],
    ['vetalnda', 'first: 3, fuzzy: false'],
    ['höglandet jönköping lindell', 'first: 100'],
    ['och att', 'first: 1'],
  ])('a search for %s (%s) gives the same bytes by its plan', async (query, args) => {
    const text = `{ search(query: "${query}", ${args}) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { __typename ... on Node { id } }
      edges {
        cursor score isFuzzy
        node {
          ... on Municipality { name county { nameSv } agreements(first: 2) { totalCount nodes { title } } }
          ... on Promise { ...Text topics { labelSv } }
          ... on Agreement { title municipalities { name } }
        }
        highlights { field pieces { isMatch text isFuzzy } }
      }
      short: edges { score }
    } }
    fragment Text on Promise { text agreement { key } }`
    const { plain, byPlan, spent } = await both(text)
    expect(byPlan).toBe(plain)
    expect(byPlan).not.toBeNull()
    expect(spent.byPlan).toBe(spent.plain)
  })

  test('a search goes on by its plan where a page ended', async () => {
    const page = (after: string) =>
      both(
        `{ search(query: "trafik", first: 3${after}) { pageInfo { endCursor } edges { cursor node { ... on Node { id } } } } }`,
      )
    const first = await page('')
    const { data } = { data: JSON.parse(first.byPlan ?? '{}') }
    const second = await page(`, after: "${data.search.pageInfo.endCursor}"`)
    expect(second.byPlan).toBe(second.plain)
    expect(second.byPlan).not.toBe(first.byPlan)
    expect(await page(', after: "no cursor"')).toMatchObject({ plain: null, byPlan: null })
  })

  test('a search takes one statement, and one for each type of its hits', async () => {
    const query = `{ search(query: "trafik", first: 20, types: [TOPIC, ACTIVITY], filter: { county: "06" }) {
      edges { score node { ... on Activity { text agreement { title } } ... on Topic { labelSv } } }
    } }`
    const { statements: all } = await explanationOf(query)
    // The state and the words are one more; what was searched for before is at hand.
    expect(all).toHaveLength(1 + 3)
    expect(await explained(query)).toMatchInlineSnapshot(`
      "search                 page of hits [1] [2]
        edges
          score
          node
            ... on Topic
              labelSv        column labelSv
            ... on Activity
              text           column text
              agreement      row of agreements, by agreementId [3]
                title        column title"
    `)
  })

  test('a level of rows takes one statement for each of its fields, however many rows', async () => {
    expect(
      await explained(`{ agreements(first: 100, filter: { extent: [TRANSCRIBED] }) { totalCount nodes {
        lifecycle(on: "2020-06-30") municipalities { name county { nameSv } }
        promises(first: 5) { nodes { topics { labelSv } } totalCount }
      } } }`),
    ).toMatchInlineSnapshot(`
      "agreements          page of agreements [1] [2]
        totalCount
        nodes
          lifecycle       computed from stage, periodStart, periodEnd, periodUnknownReason
          municipalities  all rows of municipalities, by id [3]
            name          column name
            county        row of counties, by countyCode [4]
              nameSv      column nameSv
          promises        page of promises, by id [5] [6]
            nodes
              topics      all rows of topics, by id [7]
                labelSv   column labelSv
            totalCount"
    `)
  })

  test('nothing is read for rows that there are none of, nor for what is not asked for', async () => {
    expect(
      await explained(`{
        counted: agreements(first: 1) { totalCount }
        catalogued: agreements(first: 9, filter: { extent: [CATALOGUED], and: [{ key: "0685-2020" }] }) { nodes { promises(first: 5) { nodes { text } } } }
        none: topics(first: 1, filter: { and: [{ key: "narcotics" }, { key: "vandalism" }] }) { nodes { agreements(first: 1) { totalCount } } }
      }`),
    ).toMatchInlineSnapshot(`
      "counted           page of agreements [1]
        totalCount
      catalogued        page of agreements [2]
        nodes
          promises      page of promises, by id
            nodes
              text      column text
      none              page of topics [3]
        nodes
          agreements    page of agreements, by id
            totalCount"
    `)
  })

  test('of a node of any type, the row and what is selected of its type is read', async () => {
    const query = `query ($id: ID!) { node(id: $id) {
      id ... on Topic { labelSv } ... on Agreement { municipalities { name } }
    } }`
    expect(await explained(query, { id: 'Topic:fraud' })).toMatchInlineSnapshot(`
      "node            row by its id
        ... on Topic  [1]
          id          id of a row of topics
          labelSv     column labelSv"
    `)
  })

  test('an explanation tells what no plan covers, and the statements with what they were given', async () => {
    expect(await explained('{ dataset { revision } }')).toBe(
      'No plan covers dataset: the query is executed field by field.',
    )
    const { statements } = await explanationOf('{ county(code: "06") { nameSv } }')
    expect(statements).toEqual([
      {
        text: 'select "code", "name_sv" from "counties" where "counties"."code" = any($1::text[])',
        parameters: [['06']],
        rows: 1,
      },
    ])
    await expect(explained('{ nothing }')).rejects.toThrow('Cannot query field "nothing" on type "Query".')
  })

  test('rows that runs ask for in one turn are read by one statement, which each of them counts', async () => {
    const { operation, query } = planned('query ($id: ID!) { node(id: $id) { ... on Topic { key } } }')
    const keys = ['fraud', 'traffic-safety', 'fraud']
    const runOf = (key: string, until = Number.POSITIVE_INFINITY) => {
      const values = getVariableValues(schema, operation.variableDefinitions ?? [], { id: `Topic:${key}` })
      if (!values.variableValues) throw new Error('wrong variables')
      return runBy(query, values.variableValues, until)
    }
    statements = 0
    expect(await Promise.all(keys.map((key) => runOf(key)))).toEqual(
      keys.map((key) => ({ text: `{"node":{"key":"${key}"}}`, reads: 1, spent: 1 })),
    )
    expect(statements).toBe(1)
    const missing = await Promise.allSettled(['fraud', 'none'].map((key) => runOf(key)))
    expect(missing.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    statements = 0
    await expect(runOf('fraud', performance.now() - 1)).rejects.toThrow(TooLate)
    expect(statements).toBe(0)
  })
})

test('a query is planned once, and anew when more others have come than there is room for', () => {
  const planning = vi.spyOn(Planner.prototype, 'object')
  const documents = new Documents(schema, 1_000_000)
  const isPlannedAnew = (text: string): boolean => {
    planning.mockClear()
    const sent = { query: text, sha256: null, operationName: null, variables: {} }
    const document = documents.of(text, sent)
    const operation = document.operation(null)
    expect(operation.planWith(operation.valuesOf({}))).not.toBeNull()
    documents.measure(document)
    return planning.mock.calls.length > 0
  }
  const first = '{ topic(id: "fraud") { key } }'
  expect(isPlannedAnew(first)).toBe(true)
  expect(isPlannedAnew(first)).toBe(false)
  const small = Array.from({ length: 10 }, (_, at) => `k${at}: key`).join(' ')
  for (let others = 0; others < 200; others++) isPlannedAnew(`{ topic(id: "${others}") { ${small} } }`)
  expect(isPlannedAnew(first)).toBe(true)
  planning.mockRestore()
})

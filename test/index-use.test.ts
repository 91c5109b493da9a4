import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill } from '../bench/database.ts'
import { sizes } from '../bench/generator/sizes.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { openDatabase } from '../src/database/open.ts'
import { clientOf } from './support/ask.ts'
import { newServerDatabase, type ServerDatabase } from './support/databases.ts'

/** A table of so many rows or more is large: nothing that a reader asks for may read all of it. */
const LARGE_ROWS = 1_500

/** What PostgreSQL says of a step of a statement. */
interface PlanStep {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly PlanStep[]
}

let made: ServerDatabase
let database: OpenDatabase
let sql: postgres.Sql
let large: ReadonlySet<string>
const sent: string[] = []
beforeAll(async () => {
  made = await newServerDatabase()
  await fill(made.url, sizes.S)
  const logger = { logQuery: (text: string) => void sent.push(text) }
  database = await openDatabase({ url: made.url, dataDir: '' }, logger)
  // As PostgreSQL is set for disks without moving parts: the tables of size S would otherwise be small enough to read whole.
  sql = postgres(made.url, { max: 1, connection: { random_page_cost: 1.1 } })
  const tables = await sql`select relname from pg_class where relkind = 'r' and reltuples >= ${LARGE_ROWS}`
  large = new Set(tables.map(({ relname }) => String(relname)))
}, 120_000)
afterAll(async () => {
  await sql?.end()
  await database?.close()
  await made?.drop()
})

function stepsOf(step: PlanStep): PlanStep[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)]
}

/** The large tables that answering a query reads from end to end. */
async function readWhole(query: string, variables: object = {}): Promise<string[]> {
  sent.length = 0
  await clientOf(database).dataOf(query, variables)
  const statements = sent.splice(0)
  expect(statements.length).toBeGreaterThan(0)
  const found = new Set<string>()
  for (const text of statements) {
    // Planned without its parameters, as in the sessions of readers.
    const rows = await sql.unsafe(`explain (generic_plan, format json) ${text}`)
    const [{ Plan }] = rows[0]?.['QUERY PLAN'] ?? [{ Plan: { 'Node Type': 'none' } }]
    for (const { 'Node Type': kind, 'Relation Name': table = '' } of stepsOf(Plan))
      if (kind === 'Seq Scan' && large.has(table)) found.add(`${table}: ${text.slice(0, 3000)}`)
  }
  return [...found]
}

const ON_PAGE = 'key position text target { operator value unit per }'
/** A query of every kind that readers ask often, so that its cost must not grow with the data. */
const kinds: { readonly [kind: string]: string } = {
  'a node': `{ activity(id: "0114-2008-a1") { ${ON_PAGE} } }`,
  'an agreement with all that hangs on it': `{ agreement(id: "0114-2008") { title municipalities { code name }
    promises(first: 100) { nodes { text topics { key } } }
    activities(first: 100) { nodes { ${ON_PAGE} topics { key } actors { text actor { key } } } } } }`,
  'a page of agreements, nested': `{ agreements(first: 20) { nodes { key municipalities { code }
    activities(first: 50) { nodes { ${ON_PAGE} topics { key } } } } } }`,
  'the first page of a list': `{ activities(first: 50) { nodes { ${ON_PAGE} } pageInfo { hasNextPage endCursor } } }`,
  'the last page of a list': `{ activities(last: 50) { nodes { ${ON_PAGE} } } }`,
  'the agreements of a municipality': `{ municipality(code: "0114") { name agreements(first: 20) { nodes { key title } } } }`,
  'activities about a topic': `{ topic(id: "fraud") { labelSv activities(first: 50) { nodes { ${ON_PAGE} } } } }`,
  'promises of a year': `{ promises(first: 50, filter: { agreement: { year: 2020 } }) { nodes { text } } }`,
  'how many activities there are': `{ activities(first: 1) { totalCount } }`,
  'how many activities of a municipality': `{ activities(first: 1, filter: { agreement: { municipality: ["0114"] } }) { totalCount } }`,
  'a page filtered by municipalities': `{ activities(first: 50, filter: { agreement: { municipality: ["0114", "0115"] } }) { nodes { ${ON_PAGE} } } }`,
  'agreements by period': '{ agreements(first: 50, sort: PERIOD_START_DESC) { nodes { key } } }',
  'the last agreements by period': '{ agreements(last: 50, sort: PERIOD_END_ASC) { nodes { key } } }',
  'agreements by signing': '{ agreements(first: 50, sort: SIGNED_ON_ASC) { nodes { key } } }',
  'activities by deadline': '{ activities(first: 50, sort: DEADLINE_ASC) { nodes { key } } }',
  'promises by deadline': '{ promises(first: 50, sort: DEADLINE_DESC) { nodes { key } } }',
  'promises of an actor': `{ actor(id: "police") { promises(first: 50) { nodes { text } } } }`,
  'promises filtered by actor': `{ promises(first: 50, filter: { actor: "police" }) { totalCount nodes { text } } }`,
  'signatures of an agreement': `{ agreement(id: "0114-2008") { signatures(first: 10) { nodes { roleAsPrinted signatory { name } } } } }`,
}

test.each(Object.entries(kinds))('%s is read by indexes alone', async (_kind, query) => {
  expect(await readWhole(query)).toEqual([])
})

test('a page deep in a list is read by indexes alone', async () => {
  const { activities } = await clientOf(database).dataOf<{ activities: { pageInfo: { endCursor: string } } }>(
    '{ activities(first: 100) { pageInfo { endCursor } } }',
  )
  const query = `query ($after: String!) { activities(first: 50, after: $after) { nodes { ${ON_PAGE} } } }`
  expect(await readWhole(query, { after: activities.pageInfo.endCursor })).toEqual([])
})

/** Queries whose cost grows with a table, and that table: docs/scale.md lists them. */
const growing: { readonly [kind: string]: readonly [query: string, tables: readonly string[]] } = {
  'agreements by title': ['{ agreements(first: 50, sort: TITLE_ASC) { nodes { key } } }', ['agreements']],
  'how many activities have a target': [
    '{ activities(first: 1, filter: { hasTarget: true }) { totalCount } }',
    ['activities'],
  ],
  'activities of a county': [
    '{ activities(first: 50, filter: { agreement: { county: "06" } }) { nodes { key } } }',
    ['agreement_municipalities'],
  ],
}

test.each(Object.entries(growing))('%s: a table is read from end to end', async (_kind, [query, tables]) => {
  expect((await readWhole(query)).map((found) => found.split(':')[0])).toEqual(tables)
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../src/app.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { anyQuery } from './support/any-query.ts'
import { onPglite } from './support/databases.ts'

/** Other questions in each run; FUZZ_SEED repeats those of one. */
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** A list whose every argument is a variable, beside all else that is asked. */
const LISTED = `v: agreements(first: $first, after: $after, filter: $filter, sort: $sort) @include(if: $yes) {
  totalCount nodes { key promises(first: $first) { totalCount nodes { key } } } pageInfo { hasNextPage endCursor }
}`

const some = <V>(...values: readonly V[]) => fc.constantFrom(...values)

/** Values of all variables, each of which may be a wrong one; undefined for one that is left out. */
const mixedVariables = (cursors: readonly string[]) =>
  fc.record({
    yes: some<unknown>(true, true, false, null, undefined, 'yes'),
    first: some<unknown>(1, 3, 30, undefined, 0, 101, null, '3'),
    after: some<unknown>(undefined, null, 'not a cursor', ...cursors),
    sort: some<unknown>(undefined, null, 'TITLE_DESC', 'PERIOD_END_ASC', 'NOTHING'),
    filter: some<unknown>(
      undefined,
      null,
      {},
      { county: ['06'] },
      { county: '14' },
      { county: [] },
      { county: ['06', '14'], year: [2020, 2021] },
      { hasIssues: false, topic: ['traffic-safety'] },
      { activeOn: '2020-06-30' },
      { activeOn: '2020-02-31' },
      { targetValue: { atLeast: 15 } },
      { nothing: true },
      { county: ['Jönköpings län'] },
      { county: ['Junköping'] },
      { or: [{ county: ['06'] }, { title: { contains: 'vetlanda' } }] },
      { not: { or: [{ hasIssues: true }, { periodStart: { from: '2019-01-01' } }] } },
      { and: [{ year: [2020] }, { not: {} }] },
      { or: [] },
    ),
  })

/** Values that are right together: among mixed ones too few are. */
const rightVariables = fc.record({
  yes: some(true, false),
  first: some(1, 3, 30),
  sort: some('TITLE_DESC', null),
  filter: some({ county: ['06'] }, { hasIssues: false }, null),
})

const anyVariables = (cursors: readonly string[]) => fc.oneof(rightVariables, mixedVariables(cursors))

let database: OpenDatabase
let plain: App
let app: App
beforeAll(async () => {
  database = await onPglite.openLoaded()
  const appWith = (without: { answers?: true; plans?: true }) =>
    createApp({
      database,
      store: new FolderStore('exports/none'),
      publicUrl: 'http://test',
      log: { error: (message) => expect.fail(message) },
      without,
    })
  plain = appWith({ answers: true, plans: true })
  app = appWith({})
})
afterAll(() => database.close())

async function answerBy(one: App, body: object) {
  const request = new Request('http://test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(body),
  })
  const response = await one.fetch(request)
  return { status: response.status, text: await response.text() }
}

test(`any question has the same answer, and costs the same, plainly, by a plan and kept (FUZZ_SEED=${SEED})`, async () => {
  const { text } = await answerBy(plain, {
    query: '{ agreements(first: 9) { edges { cursor } } counties(first: 1) { edges { cursor } } }',
  })
  const cursors = [...text.matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor = '']) => cursor)
  const counts = { 200: 0, 400: 0 }
  await fc.assert(
    fc.asyncProperty(anyQuery(3), anyVariables(cursors), async (rest, variables) => {
      const query = rest.replace(
        /^query \(\$yes: Boolean = true\) \{/,
        `query ($yes: Boolean = true, $first: Int = 2, $after: String, $filter: AgreementFilter, $sort: AgreementSort) { ${LISTED}`,
      )
      const body = { query, variables }
      const expected = await answerBy(plain, body)
      counts[expected.status === 200 ? 200 : 400]++
      expect(await answerBy(app, body)).toEqual(expected)
      expect(await answerBy(app, body)).toEqual(expected)
      app.drop()
      // What was answered before has not changed what is answered now.
      expect(await answerBy(app, { ...body, operationName: null, extensions: { unknown: 1 } })).toEqual(
        expected,
      )
    }),
    { seed: SEED, numRuns: 150 },
  )
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20)
})

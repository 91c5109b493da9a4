import { createHash, randomBytes } from 'node:crypto'
import { setImmediate as endOfTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/database/client.ts'
import { newIndexes } from '../../src/database/indexes.ts'
import { SearchIndex } from '../../src/database/search/search-index.ts'
import { Budget } from '../../src/graphql/answers/budget.ts'
import { Documents } from '../../src/graphql/answers/documents.ts'
import { KeptAnswers } from '../../src/graphql/answers/kept.ts'
import { memoryOf } from '../../src/graphql/answers/memory.ts'
import { PersistedQueries } from '../../src/graphql/answers/persisted.ts'
import { schema } from '../../src/graphql/schema.ts'
import { onPglite } from './databases.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void // the flag gives it

/** What the process holds once its garbage is gone. */
async function heldBytes(): Promise<number> {
  await endOfTurn()
  collect()
  collect() // what the first one freed may have held more
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** More than anything below takes. */
const ROOM = memoryOf(1e9)

/**
 * Fills something several times, the first time to warm up, and gives what it says that it takes as a part of what it takes: the
 * middle of three, since what the process lets go of meanwhile is measured too.
 */
async function countedPart<T>(make: () => T, fill: (thing: T) => unknown, bytesOf: (thing: T) => number) {
  await fill(make())
  const parts: number[] = []
  const things: T[] = [] // held, or their memory would be given back before it is measured
  for (let round = 0; round < 3; round++) {
    const before = await heldBytes()
    const thing = make()
    things.push(thing)
    await fill(thing)
    const taken = (await heldBytes()) - before
    parts.push(bytesOf(thing) / taken)
  }
  expect(things).toHaveLength(3)
  return parts.toSorted((one, other) => one - other)[1] ?? Number.NaN
}

function expectHonest(part: number): void {
  expect(part).toBeGreaterThan(0.8)
  expect(part).toBeLessThan(2) // texts are counted as if each letter took two bytes
}

const times = async (count: number, act: (name: string) => unknown) => {
  for (let at = 0; at < count; at++) await act(`a${Math.random().toString().slice(2)}`)
}

describe('what is remembered takes as much memory as is counted:', () => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await onPglite.open()
  })
  afterAll(() => database.close())

  const queries: { readonly [what: string]: (name: string) => string } = {
    small: (name) => `{ ${name}: topics(first: 1) { nodes { key labelSv } } }`,
    'nested and filtered': (
      name,
    ) => `{ ${name}: agreements(first: 5, filter: { county: "06", year: 2020 }) { totalCount nodes {
      key municipalities { code name county { nameSv } }
      promises(first: 50) { nodes { key text topics { key labelSv } } }
      activities(first: 100) { nodes { key text target { value unit } } } } pageInfo { endCursor } } }`,
    'of any type': (name) =>
      `{ ${name}: node(id: "Topic:fraud") { id ... on Topic { key } ... on Agreement { title municipalities { name } } } }`,
    broad: (name) =>
      `{ ${name}: topics(first: 1) { nodes { ${Array.from({ length: 45 }, (_, at) => `k${at}: key`).join(' ')} } } }`,
  }

  test.each(Object.entries(queries))('queries and their plans, %s', async (_what, queryOf) => {
    const remember = async (documents: Documents) => {
      await times(200, async (name) => {
        const text = queryOf(name)
        const document = documents.of(text, { query: text, sha256: null, operationName: null, variables: {} })
        const operation = document.operation(null)
        const variables = operation.valuesOf({})
        operation.costWith(variables)
        const { statements, reader: db } = database
        const search = new SearchIndex(statements, ROOM.search)
        const until = Number.POSITIVE_INFINITY
        const indexes = newIndexes(statements)
        const run = { variables, db, statements, search, ...indexes, counts: new Map(), until }
        await operation
          .planWith(variables)
          ?.run(run)
          .catch(() => {}) // there is nothing to be found
        documents.measure(document)
      })
    }
    const make = () => new Documents(schema, ROOM.documents)
    expectHonest(await countedPart(make, remember, ({ bytes }) => bytes))
  })

  test('persisted queries', async () => {
    const remember = (persisted: PersistedQueries) =>
      times(2_000, (name) => {
        const query = `{ ${name}: topics(first: 1) { nodes { key labelSv } } }`
        const sha256 = createHash('sha256').update(query).digest('hex')
        persisted.keep({ query, sha256, operationName: null, variables: {} })
      })
    const make = () => new PersistedQueries(ROOM.persisted)
    expectHonest(await countedPart(make, remember, ({ bytes }) => bytes))
  })

  test('addresses', async () => {
    const remember = (budget: Budget) => times(10_000, (name) => budget.take(name.slice(0, 14), 1))
    expectHonest(
      await countedPart(
        () => new Budget(100, ROOM.addresses),
        remember,
        ({ bytes }) => bytes,
      ),
    )
  })

  const kept = () => new KeptAnswers<never>(1, ROOM, newIndexes(database.statements))
  const bytesOf = ({ bytes: { answers, requests, counts } }: KeptAnswers<never>) =>
    answers + requests + counts

  test('numbers of rows', async () => {
    const remember = ({ counts }: KeptAnswers<never>) =>
      times(5_000, (name) =>
        counts.set(JSON.stringify(['Query.agreements', '', `{"county":["${name}"]}`]), 1),
      )
    expectHonest(await countedPart(kept, remember, bytesOf))
  })

  test.each([100, 5_000, 50_000])('answers of %i bytes, with a compressed form and headers', async (size) => {
    const remember = (one: KeptAnswers<never>) =>
      times(200, async (name) => {
        const finished = one.keep(name, `text ${name}`, Buffer.from(randomBytes(size).toString('latin1')))
        await finished.form('br')
        const etag = finished.etag('br', 'application/json')
        await finished.reply('br', () => ({ status: 200, headers: { etag, vary: 'accept' }, body: null }))
      })
    expectHonest(await countedPart(kept, remember, bytesOf))
  })
})

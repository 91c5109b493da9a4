import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beginCheck, endCheck } from '../src/database/checks.ts'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { openDatabase } from '../src/database/open.ts'
import { latestRevision } from '../src/database/revisions.ts'
import { DatabaseAway } from '../src/database/unavailable.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { Nightly } from '../src/jobs/nightly.ts'
import { bundledData, copyOf, newServerDatabase, type ServerDatabase } from './support/databases.ts'
import { type FailingLine, failingLine } from './support/failing-line.ts'
import { listening } from './support/listening.ts'
import { makeRelease } from './support/made-release.ts'

const RELEASE = 'r1-00000001'
/** What nobody should have to wait for: a statement of a reader, or a connection, may take five seconds and more. */
const SOON_MS = 2_500

let made: ServerDatabase
let line: FailingLine
let folder: string
let database: OpenDatabase
let server: Awaited<ReturnType<typeof listening>>
let news: string[]
beforeAll(async () => {
  made = await newServerDatabase('records')
  const url = new URL(made.url)
  line = await failingLine(Number(url.port))
  url.port = String(line.port)
  database = await openDatabase({ url: url.href, dataDir: '' })
  await database.listen('anything', () => {})
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-away-'))
  makeRelease(folder, RELEASE, { 'topics.csv': { bytes: Buffer.from('id\r\n') } })
  server = await listening({ database, store: new FolderStore(folder) })
})
afterAll(async () => {
  await line.mend()
  await server.close()
  await database.close()
  line.close()
  await made.drop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  news = []
  database.tell({ away: (reason) => news.push(`away: ${reason}`), back: () => news.push('back') })
})

const get = (path: string, headers = {}) => fetch(new URL(path, server.url), { headers })
const post = (query: string) =>
  fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
const named = (code: string) => `{municipality(code:"${code}"){name}}`
let asking = 1000
/** A question that nobody has asked before, of a kind of which there is a plan. */
const fresh = () => named(String(asking++))
const graphql = (query: string) => get(`/graphql?query=${encodeURIComponent(query)}`)

/** Sends requests until one succeeds, and returns how long it took. */
async function untilAnswered(ask: () => Promise<Response>): Promise<number> {
  const began = performance.now()
  while ((await ask()).status !== 200);
  return performance.now() - began
}

describe.each(['cut', 'freeze'] as const)('while the database is away (%s)', (fail) => {
  let asked: { status: number; retryAfter: string | null; text: string; ms: number }[]
  // Pages that nobody has asked for: those that memory holds are served.
  const pages = {
    cut: ['/', '/en/'],
    freeze: ['/kommun/0114-upplands-vasby/', '/en/municipality/0115-vallentuna/'],
  }[fail]
  const paths = [...pages, '/health/ready']
  const kept = named('0684')
  beforeAll(async () => {
    expect((await graphql(kept)).status).toBe(200)
    for (let time = 0; time < 2; time++) await graphql(fresh()) // from here on there is a plan
    line[fail]()
    const requests = [
      () => graphql(fresh()),
      () => post(fresh()),
      () => graphql('{counties(first:2){nodes{nameSv}}}'), // which has no plan
      ...paths.map((path) => () => get(path)),
      () => graphql(fresh()),
    ]
    asked = await Promise.all(
      requests.map(async (request) => {
        const began = performance.now()
        const response = await request()
        const text = await response.text()
        const retryAfter = response.headers.get('retry-after')
        return { status: response.status, retryAfter, text, ms: performance.now() - began }
      }),
    )
  })

  test('what needs it is 503, soon, and says when to ask again', () => {
    for (const { status, ms } of asked) {
      expect(status).toBe(503)
      expect(ms).toBeLessThan(SOON_MS)
    }
    for (const { retryAfter } of asked) expect(Number(retryAfter)).toBeGreaterThan(0)
    const told = asked.filter(({ text }) => text.startsWith('{"errors"'))
    expect(told).toHaveLength(4)
    for (const { text } of told) {
      const { data, errors } = JSON.parse(text)
      expect(data).toBeUndefined()
      expect(errors[0].extensions.code).toBe('DATABASE_AWAY')
      expect(errors[0].message).toBe(
        'The database cannot be reached at the moment. Try again in a few seconds',
      )
    }
  })

  test('what memory and releases hold is answered', async () => {
    expect(await (await graphql(kept)).json()).toMatchObject({ data: { municipality: { name: 'Sävsjö' } } })
    expect((await graphql('{__typename}')).status).toBe(200)
    expect(await (await graphql('{nothing}')).json()).toMatchObject({ errors: [{}] })
    for (const path of [
      '/exports/latest/topics.csv',
      '/exports/',
      '/exports/index.json',
      '/schema.graphql',
      '/health/live',
    ])
      expect((await get(path)).status, path).toBe(200)
    expect(await (await get('/metrics')).text()).toContain('medborgarloften_database_up 0')
  })

  test('it is told once that it is away, and once that it is back, which is soon', async () => {
    database.tell({ away: () => news.push('away'), back: () => news.push('back') })
    await Promise.all(Array.from({ length: 20 }, () => graphql(fresh())))
    await line.mend()
    expect(await untilAnswered(() => graphql(fresh()))).toBeLessThan(SOON_MS)
    expect((await get('/')).status).toBe(200)
    expect((await post(fresh())).status).toBe(200)
    expect(news).toEqual(['back'])
    expect(server.faults).toEqual([])
  })
})

test('lost connections are made anew, and nobody is refused', async () => {
  for (let time = 0; time < 20; time++) {
    const answers = Promise.all([graphql(fresh()), get('/'), post(fresh())])
    line.lose()
    expect((await answers).map(({ status }) => status)).toEqual([200, 200, 200])
  }
  expect(news).toEqual([])
  expect(server.faults).toEqual([])
})

describe('a transaction whose connection is lost', () => {
  const run = (work: Parameters<OpenDatabase['db']['transaction']>[0]) =>
    database.db.transaction(work, WRITING).then(
      () => 'done',
      (error: unknown) => error,
    )

  test('writes nothing, and says so', async () => {
    const revision = await latestRevision(database.db)
    const [promise] = bundledData().tables.promises
    const data = copyOf(bundledData())
    data.tables.promises = data.tables.promises.map((each) =>
      each.id === promise?.id ? { ...each, text: 'Andra ord.' } : each,
    )
    const loading = load(database.db, data).then(
      () => 'done',
      (error: unknown) => error,
    )
    await expect
      .poll(async () => {
        const found = await database.statements.rows(
          `select 1 from pg_stat_activity where datname = current_database() and state <> 'idle' and application_name = 'medborgarloften'`,
          [],
        )
        return found.length
      })
      .toBe(1)
    line.lose()
    expect(await loading).toBeInstanceOf(DatabaseAway)
    expect(await latestRevision(database.db)).toEqual(revision)
    expect(await load(database.db, data)).toMatchObject({ isNew: true, changed: 1 })
  })

  test.each(['while a statement runs', 'in a savepoint', 'between two statements', 'before its end'])(
    'is over %s',
    async (when) => {
      const sleep = sql`select pg_sleep(1)`
      const outcome = await run(async (tx) => {
        await tx.execute(sql`create table half (id int)`)
        if (when === 'in a savepoint' || when === 'while a statement runs') {
          setTimeout(line.lose, 50)
          return when === 'in a savepoint'
            ? tx.transaction((inner) => inner.execute(sleep))
            : tx.execute(sleep)
        }
        line.lose()
        await new Promise((resolve) => setTimeout(resolve, 50))
        if (when === 'between two statements') await tx.execute(sql`create table other_half (id int)`)
        return null
      })
      expect(outcome).toBeInstanceOf(DatabaseAway)
      const [left] = await database.statements.rows(
        `select to_regclass('half'), to_regclass('other_half')`,
        [],
      )
      expect(left).toEqual([null, null])
    },
  )

  test('is no more than that where something else fails', async () => {
    const refused = Object.assign(new Error('another server'), { code: 'ECONNREFUSED' })
    expect(await run(() => Promise.reject(refused))).toBe(refused)
  })
})

test('the nightly job says nothing while the database is away, and does its work when it is back', async () => {
  const lines: string[] = []
  let now = new Date('2031-01-01T00:00:00Z')
  let looks = 0
  const nightly = await Nightly.start({
    database,
    schedule: { pattern: '30 2 * * *', timezone: 'Europe/Stockholm' },
    async run({ due }) {
      const id = await beginCheck(database.db, 'schedule', due)
      const outcome = { outcome: 'unchanged', release: null, message: null, isGivenUp: false } as const
      await endCheck(database.db, id, { ...outcome, endedAt: due })
      return 'done'
    },
    log: { info: (said) => lines.push(said), error: (said) => lines.push(said) },
    now: () => {
      looks++
      return now
    },
    pace: { lookSeconds: 1, heartbeatSeconds: 10, retries: 1, retrySeconds: 1 },
  })
  await expect.poll(() => lines, { timeout: 10_000 }).toEqual(['done'])
  line.cut()
  now = new Date('2031-01-02T12:00:00Z')
  const before = looks
  await expect.poll(() => looks).toBeGreaterThan(before + 1)
  await line.mend()
  await expect.poll(() => lines, { timeout: 15_000 }).toEqual(['done', 'done'])
  expect(news).toHaveLength(2)
  await nightly.stop()
})

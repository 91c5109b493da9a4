import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { beginCheck, type CheckOutcome, endCheck } from '../src/database/checks.ts'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { releaseChecks } from '../src/database/tables/checks.ts'
import { revisions } from '../src/database/tables/index.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { S3Store } from '../src/exporters/stores/s3-store.ts'
import { memoryOf } from '../src/graphql/answers/memory.ts'
import { notYet } from '../src/http/starting.ts'
import { LATE_AFTER_MS } from '../src/jobs/late.ts'
import { Traffic, TrafficLine, WITHIN_SECONDS } from '../src/web/traffic.ts'
import { onPglite, onPostgres } from './support/databases.ts'
import { listening } from './support/listening.ts'
import { makeRelease } from './support/made-release.ts'
import { credentials, startS3 } from './support/s3-server.ts'

const HOUR_MS = 60 * 60 * 1000

const RELEASE = 'r1-00000001'

let database: OpenDatabase
let folder: string
let store: FolderStore
let server: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  database = await onPglite.openSample()
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-operators-'))
  makeRelease(folder, RELEASE, { 'topics.csv': { bytes: Buffer.from('id\r\n') } })
  store = new FolderStore(folder)
  // On the hour, so that the time of the day is none of ours.
  const schedule = { pattern: '0 * * * *', timezone: 'Europe/Stockholm' }
  server = await listening({ database, store, schedule })
})
afterAll(async () => {
  await server.close()
  await database.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => database.db.transaction((tx) => tx.delete(releaseChecks), WRITING))

const get = (path: string) => fetch(new URL(path, server.url))

/** Records a check that took 12 seconds, and ended so long ago. */
async function record(
  outcome: CheckOutcome,
  agoMs: number,
  isGivenUp = false,
  now = Date.now(),
): Promise<void> {
  const endedAt = new Date(now - agoMs)
  const id = await beginCheck(database.db, 'schedule', new Date(endedAt.getTime() - 12_000))
  const isGood = outcome === 'released' || outcome === 'unchanged'
  const release = isGood ? 'r1-00000000' : null
  await endCheck(database.db, id, { outcome, endedAt, release, message: '/secret/folder', isGivenUp })
}

describe('/health/ready', () => {
  test('tells how old the last release and the last check are', async () => {
    const now = Date.now()
    await record('released', 90_000, false, now)
    await record('failed', 30_000, false, now)
    const response = await get('/health/ready')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { release_age_seconds: released, check_age_seconds: checked, ...rest } = await response.json()
    expect(rest).toEqual({ status: 'ok', revision: 1, release: RELEASE, check_outcome: 'failed' })
    expect(released).toBeGreaterThanOrEqual(90)
    expect(checked).toBeGreaterThanOrEqual(30)
    expect(released - checked).toBe(60)
  })

  test('is 503 when a good check has been due for too long, whatever failed since', async () => {
    await record('unchanged', LATE_AFTER_MS + 2 * HOUR_MS)
    await record('failed', 30_000)
    const response = await get('/health/ready')
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const { detail, problems, revision, release } = await response.json()
    expect(problems).toEqual([{ code: 'CHECKS_LATE', detail }])
    expect([revision, release]).toEqual([1, RELEASE])
    expect(detail).toMatch(
      /^A check for a release was due at .*Z and none has succeeded since; the last one ended at .*Z: failed\. See the log$/,
    )
    expect(detail).not.toContain('secret')
    await record('unchanged', 0)
    expect((await get('/health/ready')).status).toBe(200)
    expect((await get('/health/live')).status).toBe(200)
  })
})

/** What a server with these services is not ready because of. */
async function hindrances(services: Parameters<typeof listening>[0]) {
  const other = await listening(services)
  try {
    return await hindrancesIn(await fetch(new URL('/health/ready', other.url)))
  } finally {
    await other.close()
  }
}

async function hindrancesIn(response: Response): Promise<string[]> {
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  const { problems, detail } = (await response.json()) as {
    problems: { code: string; detail: string }[]
    detail: string
  }
  for (const problem of problems) expect(detail).toContain(problem.detail)
  return problems.map(({ code }) => code)
}

describe('/health/ready tells what is wrong', () => {
  test('while the server is starting, which lives', async () => {
    expect(await hindrancesIn(notYet(new Request('http://test/health/ready')))).toEqual(['STARTING'])
    expect(notYet(new Request('http://test/health/live')).status).toBe(200)
  })

  test('when the database cannot be reached', async () => {
    const closed = await onPglite.open()
    await closed.close()
    expect(await hindrances({ database: closed, store })).toEqual(['DATABASE_AWAY'])
  })

  test('when the database is empty, and there is no release', async () => {
    const empty = await onPglite.open()
    expect(await hindrances({ database: empty })).toEqual(['NO_DATA', 'NO_RELEASE'])
    await empty.close()
  })

  test('when there is no release', async () => {
    expect(await hindrances({ database })).toEqual(['NO_RELEASE'])
  })

  test('when the folder of the releases cannot be read', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'not a folder')
    expect(await hindrances({ database, store: new FolderStore(file) })).toEqual(['STORAGE_AWAY'])
  })

  test('when S3 does not respond, though it did before; and is well again afterwards', async () => {
    for (const [name, value] of Object.entries(credentials)) vi.stubEnv(name, value)
    const s3 = await startS3()
    const { endpoint, bucket } = s3
    const s3Store = new S3Store({ bucket, prefix: '', endpoint, region: 'x' })
    const staging = await s3Store.stage()
    cpSync(join(folder, RELEASE), staging.path, { recursive: true })
    await s3Store.publish(staging, RELEASE)
    const other = await listening({ database, store: s3Store })
    const ready = () => fetch(new URL('/health/ready', other.url))
    expect((await ready()).status).toBe(200)
    s3.onRead = () => {
      throw new Error('cut')
    }
    expect(await hindrancesIn(await ready())).toEqual(['STORAGE_AWAY'])
    s3.onRead = () => {}
    expect((await ready()).status).toBe(200)
    await other.close()
    await s3.stop()
    vi.unstubAllEnvs()
  })
})

describe('the watch of the known addresses', () => {
  const told = async (lateSince: Date | null) => {
    const endedAt = new Date(Date.now() - 90_000)
    const watch = () => ({
      last: { endedAt, outcome: 'done' as const },
      good: { endedAt },
      lateSince,
      addresses: {},
    })
    const watched = await listening({ database, store, watch })
    try {
      const response = await fetch(new URL('/health/ready', watched.url))
      return { status: response.status, body: await response.json() }
    } finally {
      await watched.close()
    }
  }

  test('is told in /health/ready; what is overdue there keeps nothing from being served', async () => {
    await record('unchanged', 0)
    const { status, body } = await told(null)
    expect(status).toBe(200)
    expect(body).toMatchObject({ watch_outcome: 'done', watch_late: false })
    expect(body.watch_age_seconds).toBeGreaterThanOrEqual(90)
    expect(await told(new Date())).toMatchObject({ status: 200, body: { watch_late: true } })
  })
})

test('a first check that ended well may be missing too', async () => {
  await record('refused', LATE_AFTER_MS + 2 * HOUR_MS)
  expect((await get('/health/ready')).status).toBe(503)
})

describe('/metrics', () => {
  const metrics = async (of = server.url) => {
    const response = await fetch(new URL('/metrics', of))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    const values = new Map<string, number>()
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('#')) continue
      const [, name = '', value] = /^([a-z_\d]+(?:\{[^}]*\})?) (\S+)$/.exec(line) ?? []
      expect(name, line).not.toBe('')
      expect(values.has(name), `${name} stands twice`).toBe(false)
      values.set(name, Number(value))
    }
    return { text, values }
  }
  const named = (values: Map<string, number>, name: string) => values.get(`medborgarloften_${name}`)

  test('tells of the process, the data, the last release and the last check', async () => {
    await record('released', 90_000)
    await record('failed', 30_000)
    await record('failed', 20_000, true)
    const { text, values } = await metrics()
    expect(values.get('process_cpu_seconds_total')).toBeGreaterThan(0)
    expect(named(values, 'database_up')).toBe(1)
    expect(named(values, 'revision')).toBe(1)
    expect(Date.now() / 1000 - (named(values, 'release_timestamp_seconds') ?? 0)).toBeCloseTo(90, -1)
    expect(named(values, 'release_duration_seconds')).toBe(12)
    expect(Date.now() / 1000 - (named(values, 'check_timestamp_seconds') ?? 0)).toBeCloseTo(20, -1)
    expect(named(values, 'check_good_timestamp_seconds')).toBe(named(values, 'release_timestamp_seconds'))
    expect(named(values, 'check_late')).toBe(0)
    const checks = (outcome: string, givenUp: boolean) =>
      named(values, `checks{trigger="schedule",outcome="${outcome}",given_up="${givenUp}"}`)
    expect([checks('released', false), checks('failed', false), checks('failed', true)]).toEqual([1, 1, 1])
    expect(text).not.toContain('secret')
  })

  test('leaves out what is not known, and tells when a check is late', async () => {
    expect(named((await metrics()).values, 'check_timestamp_seconds')).toBeUndefined()
    await record('unchanged', LATE_AFTER_MS + 2 * HOUR_MS)
    const { values } = await metrics()
    expect(named(values, 'check_late')).toBe(1)
    expect(named(values, 'release_timestamp_seconds')).toBeUndefined()
  })

  test('counts requests by route, method and status, and answers by how they were come by', async () => {
    const before = (await metrics()).values
    const query = '?query={topics(first:2){nodes{key}}}'
    await get(`/graphql${query}`)
    await get(`/graphql${query}`)
    await get(`/graphql${query}&other`)
    await get('/graphql?query={topics(first:1000){totalCount}}')
    await get('/graphql?query={nothing}')
    await get('/exports/r9-00000000/promises.csv')
    await get('/no/such/path')
    await fetch(new URL('/', server.url), { method: 'DELETE' })
    await metrics()
    const { values } = await metrics()
    const more = (name: string) => (named(values, name) ?? 0) - (named(before, name) ?? 0)
    const requests = (route: string, method: string, status: string) =>
      more(`http_requests_total{route="${route}",method="${method}",status="${status}"}`)
    expect(requests('/graphql', 'GET', '2xx')).toBe(4)
    expect(requests('/graphql', 'GET', '4xx')).toBe(1)
    expect(requests('/exports/:release/:file', 'GET', '4xx')).toBe(1)
    expect(requests('none', 'GET', '4xx')).toBe(1)
    expect(requests('/', 'other', '4xx')).toBe(1)
    expect(requests('/metrics', 'GET', '2xx')).toBe(2)
    const sources = { kept: 2, planned: 1, plain: 0, refused: 1, failed: 1 }
    for (const [source, times] of Object.entries(sources)) {
      expect(more(`graphql_answers_total{source="${source}"}`), source).toBe(times)
    }
    expect(more('graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1)
    expect(more('graphql_errors_total{code="BAD_PAGE"}')).toBe(1)
    const seconds = 'http_request_duration_seconds'
    const graphql = 'route="/graphql",method="GET"'
    expect(more(`${seconds}_count{${graphql}}`)).toBe(5)
    expect(more(`${seconds}_bucket{${graphql},le="+Inf"}`)).toBe(5)
    expect(more(`${seconds}_sum{${graphql}}`)).toBeGreaterThan(0)
  })

  test('count the cost of requests as it is taken from quotas', async () => {
    const limited = await listening({ database, rateLimit: 1000 })
    const ask = (query: string) => fetch(`${limited.url}?query=${encodeURIComponent(query)}`)
    const query = '{topics(first:3){nodes{key narrower{key}}}}'
    const { extensions } = await (await ask(query)).json()
    await ask(query)
    const last = await ask('{nothing}')
    const spent = 1000 - Number(/;r=(\d+)/.exec(last.headers.get('ratelimit') ?? '')?.[1])
    const { values } = await metrics(limited.url)
    expect(extensions.cost.actual).toBeGreaterThan(1)
    expect(named(values, 'graphql_cost_total')).toBe(spent)
    expect(spent).toBe(extensions.cost.actual + 2)
    while ((await ask('{counties(first:100){nodes{code}}}')).status !== 429);
    const refused = (await metrics(limited.url)).values
    expect(named(refused, 'graphql_errors_total{code="RATE_LIMITED"}')).toBe(1)
    await limited.close()
  })

  test('tell the revision and how old it is, and which one is served from memory', async () => {
    server.app.drop()
    const before = (await metrics()).values
    expect(named(before, 'served_revision')).toBeUndefined()
    await get('/graphql?query={topics(first:2){nodes{key}}}')
    const { values } = await metrics()
    expect([named(values, 'revision'), named(values, 'served_revision')]).toEqual([1, 1])
    const [loaded] = await database.db.select().from(revisions)
    expect(named(values, 'revision_timestamp_seconds')).toBe(Date.parse(String(loaded?.loadedAt)) / 1000)
  })

  test('tell pages that were made and kept, and files as they were sent', async () => {
    const before = (await metrics()).values
    await get('/en/municipality/0685-vetlanda/')
    await get('/en/municipality/0685-vetlanda/')
    const file = `/exports/${RELEASE}/topics.csv`
    const etag = (await get(file)).headers.get('etag') ?? ''
    await fetch(new URL(file, server.url), { headers: { range: 'bytes=0-1' } }).then((part) => part.text())
    await fetch(new URL(file, server.url), { headers: { 'if-none-match': etag } })
    await fetch(new URL(file, server.url), { method: 'HEAD' })
    const { values } = await metrics()
    const more = (name: string) => (named(values, name) ?? 0) - (named(before, name) ?? 0)
    expect([more('pages_total{source="made"}'), more('pages_total{source="kept"}')]).toEqual([1, 1])
    const sent = ['whole', 'part', 'unchanged'].map((how) => more(`files_total{sent="${how}"}`))
    expect(sent).toEqual([1, 1, 1])
    expect(more('file_bytes_total')).toBe('id\r\n'.length + 2)
  })

  test('tell what holds memory, within what it may hold', async () => {
    const limited = await listening({ database, rateLimit: 1000, cacheBytes: 4_000_000 })
    const ask = (search: string) => fetch(`${limited.url}?${search}`)
    const query = '{topics(first:2,filter:{key:"fraud"}){totalCount}}'
    const sha256Hash = createHash('sha256').update(query).digest('hex')
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } })
    await ask(new URLSearchParams({ query, extensions }).toString())
    await ask(new URLSearchParams({ query: '{search(query:"trafik",first:2){totalCount}}' }).toString())
    await fetch(new URL('/en/', limited.url))
    const { values } = await metrics(limited.url)
    const kinds = Object.entries(memoryOf(4_000_000))
    expect(kinds).toHaveLength(8)
    for (const [kind, limit] of kinds) {
      expect(named(values, `cache_limit_bytes{of="${kind}"}`)).toBe(limit)
      const bytes = named(values, `cache_bytes{of="${kind}"}`) ?? 0
      expect(bytes, kind).toBeGreaterThan(0)
      expect(bytes, kind).toBeLessThanOrEqual(limit)
    }
    await limited.close()
  })

  test('tell how many statements there are for how many connections', async () => {
    const onServer = await onPostgres.openSample()
    const served = await listening({ database: onServer, store })
    const statements = async (pool: string) =>
      named((await metrics(served.url)).values, `database_statements{pool="${pool}"}`)
    const { values } = await metrics(served.url)
    expect(named(values, 'database_connections_limit{pool="reading"}')).toBe(10)
    expect(named(values, 'database_connections_limit{pool="writing"}')).toBe(6)
    expect([await statements('reading'), await statements('writing')]).toEqual([0, 0])
    await onServer.db.transaction(async (tx) => {
      await tx.execute('lock table topics in access exclusive mode')
      const waiting = [1, 2, 3].map((first) =>
        fetch(`${served.url}?query={topics(first:${first}){nodes{key}}}`),
      )
      await expect.poll(() => statements('reading')).toBe(3)
      expect(await statements('writing')).toBe(1)
      void Promise.all(waiting)
    }, WRITING)
    await expect.poll(() => statements('reading')).toBe(0)
    await served.close()
    await onServer.close()
  })

  test('are there while the database is not', async () => {
    const closed = await onPglite.open()
    await closed.close()
    const broken = await listening({ database: closed })
    const text = await (await fetch(new URL('/metrics', broken.url))).text()
    expect(text).toContain('medborgarloften_database_up 0\n')
    expect(text).not.toContain('medborgarloften_revision')
    await broken.close()
  })
})

describe('counting', () => {
  test('puts an answer into the first of the times that it took no longer than', () => {
    const line = new TrafficLine('/', 'GET')
    line.count(200, 0)
    line.count(503, 1)
    line.count(200, 60)
    expect(line.byStatus).toEqual([0, 0, 2, 0, 0, 1])
    expect(line.byDuration).toEqual([
      1,
      ...WITHIN_SECONDS.slice(1).map((within) => (within === 1 ? 1 : 0)),
      1,
    ])
    expect(line.seconds).toBe(61)
  })

  test('is not made to grow by methods that somebody made up', () => {
    const traffic = new Traffic()
    for (let name = 0; name < 100; name++) traffic.line('/', `METHOD${name}`)
    expect([...traffic.lines()]).toHaveLength(1)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beginCheck, type CheckOutcome, endCheck } from '../src/database/checks.ts'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { releaseChecks } from '../src/database/tables/checks.ts'
import { LATE_AFTER_MS } from '../src/jobs/late.ts'
import { Traffic, TrafficLine, WITHIN_SECONDS } from '../src/web/traffic.ts'
import { onPglite } from './support/databases.ts'
import { listening } from './support/listening.ts'

const HOUR_MS = 60 * 60 * 1000

let database: OpenDatabase
let server: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  database = await onPglite.openLoaded()
  // On the hour, so that the time of the day is none of ours.
  server = await listening({ database, schedule: { pattern: '0 * * * *', timezone: 'Europe/Stockholm' } })
})
afterAll(async () => {
  await server.close()
  await database.close()
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
    expect(rest).toEqual({ status: 'ok', revision: 1, release: null, check_outcome: 'failed' })
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
    const { detail } = await response.json()
    expect(detail).toMatch(
      /^A check for a release was due at .*Z and none has succeeded since; the last one ended at .*Z: failed\. See the log$/,
    )
    expect(detail).not.toContain('secret')
    await record('unchanged', 0)
    expect((await get('/health/ready')).status).toBe(200)
    expect((await get('/health/live')).status).toBe(200)
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
    const watched = await listening({ database, watch })
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
  const metrics = async () => {
    const response = await get('/metrics')
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
    for (const [source, times] of Object.entries({ kept: 2, planned: 1, plain: 1, refused: 1 })) {
      expect(more(`graphql_answers_total{source="${source}"}`), source).toBe(times)
    }
    expect(named(values, 'graphql_cache_bytes{of="answers"}')).toBeGreaterThan(0)
    expect(named(values, 'graphql_cache_bytes{of="documents"}')).toBeGreaterThan(0)
    const seconds = 'http_request_duration_seconds'
    const graphql = 'route="/graphql",method="GET"'
    expect(more(`${seconds}_count{${graphql}}`)).toBe(5)
    expect(more(`${seconds}_bucket{${graphql},le="+Inf"}`)).toBe(5)
    expect(more(`${seconds}_sum{${graphql}}`)).toBeGreaterThan(0)
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

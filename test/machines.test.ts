import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markedRevisions } from '../scripts/machines-drill/marked.ts'
import { openProxy, type ReverseProxy } from '../scripts/machines-drill/proxy.ts'
import { type Found, Traffic } from '../scripts/machines-drill/traffic.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { openDatabase } from '../src/database/open.ts'
import { watchLoads } from '../src/jobs/load-watch.ts'
import { type PostgresServer, startPostgres, startReplica, takeOver } from './support/embedded-postgres.ts'
import { listening } from './support/listening.ts'

const DATABASE = '/postgres'
/** A new revision is served by every process within a second on a machine with nothing else to do, which the drill checks. */
const SOON_MS = 5_000

let primary: PostgresServer
let replicas: [PostgresServer, PostgresServer]
let machines: Awaited<ReturnType<typeof machine>>[]
let proxy: ReverseProxy
const dataOf = markedRevisions()
let revision = 0

/** A process of the program, as far as it differs from the others: nothing of it is shared but the database. */
async function machine() {
  const [url = '', ...replicaUrls] = [primary, ...replicas].map((server) => server.url + DATABASE)
  const database = await openDatabase({ url, replicaUrls, dataDir: '' })
  const news: string[] = []
  database.tell({
    away: () => news.push('away'),
    back: () => news.push('back'),
    leftOut: (name) => news.push(`out ${name}`),
    takenBack: (name) => news.push(`in ${name}`),
  })
  const server = await listening({ database })
  const unwatch = await watchLoads(database, server.app, { error() {} })
  return {
    database,
    server,
    news,
    async close() {
      await unwatch()
      await server.close()
      await database.close()
    },
  }
}

const hostOf = ({ url }: PostgresServer) => new URL(url).host

async function loadNext({ db }: OpenDatabase): Promise<void> {
  const loaded = await load(db, dataOf(revision + 1))
  revision = loaded.revision.number
}

/** How long it takes until every server that is asked gives the newest revision. */
async function untilAllServe(found: Found, servers: number): Promise<number> {
  const began = performance.now()
  await expect
    .poll(() => [...found.newest.values()].filter((newest) => newest === revision).length, { interval: 20 })
    .toBe(servers)
  return performance.now() - began
}

beforeAll(async () => {
  primary = await startPostgres(['fsync=off'])
  const first = await openDatabase({ url: primary.url + DATABASE, dataDir: '' })
  await loadNext(first)
  await first.close()
  replicas = [await startReplica(primary), await startReplica(primary)]
  machines = await Promise.all([machine(), machine(), machine()])
  proxy = await openProxy(machines.map(({ server }) => server.port))
})
afterAll(async () => {
  proxy?.fail()
  await Promise.all((machines ?? []).map((each) => each.close()))
  await Promise.all([primary, ...(replicas ?? [])].map((server) => server?.stop()))
})

test('a replica, the primary, a server and the proxy may fail: nothing is lost, and nothing of two revisions', async () => {
  const [one, two, three] = machines
  const [first, second] = replicas
  if (!one || !two || !three) throw new Error('three machines run')
  const traffic = new Traffic(() => `http://127.0.0.1:${proxy.port}`, 6)
  const { found } = traffic
  await untilAllServe(found, 3)
  expect(machines.map(({ database }) => database.servers.isPrimaryRead)).toEqual([false, false, false])

  await loadNext(one.database)
  expect(await untilAllServe(found, 3)).toBeLessThan(SOON_MS)

  await first.fail()
  await expect.poll(() => two.news).toContain(`out ${hostOf(first)}`)
  await loadNext(two.database)
  expect(await untilAllServe(found, 3)).toBeLessThan(SOON_MS)
  await first.restart()
  await expect
    .poll(() => machines.map(({ news }) => news.includes(`in ${hostOf(first)}`)))
    .toEqual([true, true, true])

  // Nothing is replayed any more, so the replica lags.
  const onFirst = postgres(first.url + DATABASE, { max: 1 })
  await onFirst`select pg_wal_replay_pause()`
  await loadNext(three.database)
  expect(await untilAllServe(found, 3)).toBeLessThan(SOON_MS)
  await expect.poll(() => one.database.servers.leftOut).toBe(1)
  await onFirst`select pg_wal_replay_resume()`
  await expect.poll(() => one.database.servers.leftOut).toBe(0)

  await primary.fail()
  await expect
    .poll(() => machines.map(({ database }) => database.servers.isPrimaryAway))
    .toEqual([true, true, true])
  const health = await (await fetch(`http://127.0.0.1:${one.server.port}/metrics`)).text()
  expect(health).toContain('medborgarloften_database_primary_up 0\n')
  expect(health).toContain('medborgarloften_database_up 1\n')
  const before = found.answers
  await expect.poll(() => found.answers).toBeGreaterThan(before + 50)

  await onFirst.end()
  await takeOver(second, first)
  await expect
    .poll(() => machines.map(({ database }) => database.servers.isPrimaryAway))
    .toEqual([false, false, false])
  await loadNext(one.database)
  expect(await untilAllServe(found, 3)).toBeLessThan(SOON_MS)
  expect(found.lost).toEqual([])

  await three.close()
  machines.pop()
  await loadNext(two.database)
  found.newest.delete(String(three.server.port))
  await untilAllServe(found, 2)
  expect(found.lost).toEqual([])

  const { port } = proxy
  proxy.fail()
  await expect.poll(() => found.lost.length).toBeGreaterThan(0)
  proxy = await openProxy(
    machines.map(({ server }) => server.port),
    port,
  )
  const mended = found.answers
  await expect.poll(() => found.answers).toBeGreaterThan(mended + 50)

  await traffic.stop()
  expect(found.wrong).toEqual([])
  expect(machines.flatMap(({ server }) => server.faults)).toEqual([])
})

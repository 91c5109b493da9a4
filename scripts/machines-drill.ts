// Machines fail under traffic, each in turn. Run it by npm run drill -- machines.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { load } from '../src/database/load.ts'
import { openDatabase } from '../src/database/open.ts'
import {
  type PostgresServer,
  startPostgres,
  startReplica,
  takeOver,
} from '../test/support/embedded-postgres.ts'
import { markedRevisions } from './machines-drill/marked.ts'
import { openProxy } from './machines-drill/proxy.ts'
import { Traffic } from './machines-drill/traffic.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, help: { type: 'boolean', short: 'h' } },
})

/** How long readers go on after each event, and how soon all servers have a new revision. */
const PAUSE_MS = 1_500
const SOON_MS = 1_000
const DATABASE = '/postgres'

interface RunningServer {
  readonly child: ChildProcess
  readonly port: number
}

async function startServer(addresses: readonly string[], port = 0): Promise<RunningServer> {
  const [url = '', ...replicas] = addresses
  const child = fork('scripts/machines-drill/server.ts', [url, String(port), ...replicas], {
    execArgv: ['--import', './src/node-setup.ts'],
  })
  const [listens] = (await once(child, 'message')) as [number]
  return { child, port: listens }
}

async function drill(rounds: number): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const dataOf = markedRevisions()
  let primary = await startPostgres(['fsync=off'])
  let replicas: PostgresServer[] = []
  const servers: RunningServer[] = []
  let revision = 0
  const loadNext = async () => {
    const database = await openDatabase({ url: primary.url + DATABASE, dataDir: '' })
    revision = (await load(database.db, dataOf(revision + 1))).revision.number
    await database.close()
  }
  try {
    await loadNext()
    replicas = [await startReplica(primary), await startReplica(primary)]
    const addresses = [primary, ...replicas].map((server) => server.url + DATABASE)
    for (let count = 0; count < 3; count++) servers.push(await startServer(addresses))
    const ports = servers.map(({ port }) => port)
    let proxy = await openProxy(ports)
    const { port } = proxy
    const traffic = new Traffic(() => `http://127.0.0.1:${port}`, 8)
    const { found } = traffic
    let late = 0
    const loadAndWait = async () => {
      await loadNext()
      const began = performance.now()
      while (ports.some((each) => found.newest.get(String(each)) !== revision)) {
        if (performance.now() - began > 20 * SOON_MS)
          throw new Error(`revision ${revision} is not served by all`)
        await sleep(10)
      }
      if (performance.now() - began > SOON_MS) late++
    }
    for (let round = 1; round <= rounds; round++) {
      await loadAndWait()
      const [replica, other] = replicas
      const server = servers[round % servers.length]
      if (!replica || !other || !server) throw new Error('two replicas and three servers run')
      say(`round ${round}: a replica fails`)
      await replica.fail()
      await loadAndWait()
      await replica.restart()
      await sleep(PAUSE_MS)

      say('the primary fails, and a replica takes over')
      await primary.fail()
      await sleep(PAUSE_MS)
      await takeOver(other, replica)
      const former = primary
      primary = other
      await loadAndWait()
      const formerPort = Number(new URL(former.url).port)
      await former.stop()
      replicas = [replica, await startReplica(primary, formerPort)]
      await sleep(PAUSE_MS)

      say('a server is killed')
      server.child.kill('SIGKILL')
      await sleep(PAUSE_MS)
      found.newest.delete(String(server.port))
      const again = await startServer(addresses, server.port)
      servers[servers.indexOf(server)] = again
      await loadAndWait()

      const lost = found.lost.length
      say(`${found.answers} answers, lost: ${lost}, wrong: ${found.wrong.length}. The proxy fails`)
      proxy.fail()
      await sleep(100)
      proxy = await openProxy(ports, port)
      await sleep(PAUSE_MS)
      // What the proxy had under way is lost with it, and nothing else.
      found.lost.splice(lost, Number.POSITIVE_INFINITY)
    }
    await traffic.stop()
    proxy.fail()
    for (const line of [...found.wrong, ...found.lost].slice(0, 20)) say(line)
    say(
      `${found.answers} answers of ${revision} revisions; wrong: ${found.wrong.length}, lost without a cause: ${found.lost.length}, revisions later than ${SOON_MS} ms: ${late}`,
    )
    if (found.wrong.length + found.lost.length + late > 0) process.exitCode = 1
  } finally {
    for (const { child } of servers) child.kill('SIGKILL')
    await Promise.all([primary, ...replicas].map((server) => server.stop()))
  }
}

if (values.help) {
  process.stdout.write(`npm run drill -- machines [--rounds NUMBER]

Starts a PostgreSQL server with two streaming replicas, three servers in processes of their own, and a proxy, all on this machine.
While readers ask, it loads data and ends a replica, the primary, a server and the proxy in each round. Fails if an answer, a page or a
list mixes two revisions, if one is lost for another reason than the proxy that had it, or if a revision takes more than a second.
`)
} else {
  await drill(Number(values.rounds))
}

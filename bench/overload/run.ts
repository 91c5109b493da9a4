// What a server does with more requests than it can answer, with idle connections, and with slow readers and senders. Run
// it by npm run bench:overload on a machine that does nothing else; it writes bench/OVERLOAD.md.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { load } from '../../src/database/load.ts'
import { openDatabase } from '../../src/database/open.ts'
import { readData } from '../../src/records/read-data.ts'
import { startPostgres } from '../../test/support/embedded-postgres.ts'
import { closedLoop, type Outcome, openLoop, type Question } from './clients.ts'

const SECONDS = 5
const CLIENTS = 32
const TIMES = [1, 2, 4]
const IDLE = 2_000
const SLOW = 200
/** An answer that takes longer does not count: nobody waits for it. */
const GOOD_MS = 5_000

const CHEAP = 'query($id:ID!){activity(id:$id){text agreement{key}}}'
const DEAR = `query($first:Int!,$each:Int!,$code:ID!){municipality(code:$code){name}
  agreements(first:$first){nodes{key title municipalities{name} promises(first:$each){nodes{text}}}}}`

function graphql(kind: string, query: string, variables: object): Question {
  const given = new URLSearchParams({ query, variables: JSON.stringify(variables) })
  return { kind, path: `/graphql?${given}` }
}

const data = readData('data')
const codes = data.tables.municipalities.map(({ code }) => code)
let asked = 0
/** Seven of ten questions are cheap. No two are the same for a while: those would be answered together. */
function next(): Question {
  asked++
  if (asked % 10 < 7) return graphql('cheap', CHEAP, { id: `none-${asked}` })
  const code = codes[asked % codes.length]
  return graphql('dear', DEAR, { first: 20 + (asked % 40), each: 1 + (asked % 7), code })
}

const lines: string[] = []
const row = (...cells: (string | number)[]) => lines.push(`| ${cells.join(' | ')} |`)

function percentile(outcomes: readonly Outcome[], share: number): string {
  const sorted = outcomes.map(({ ms }) => ms).sort((one, other) => one - other)
  return `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)} ms`
}

/** What came of some questions: how many were answered a second, and how soon. */
function tell(what: string, outcomes: readonly Outcome[], capacity: number): number {
  const good = outcomes.filter(({ status, ms }) => status === 200 && ms < GOOD_MS)
  const shed = outcomes.filter(({ status }) => status === 503)
  const rate = good.length / SECONDS
  const share = (kind: string) => {
    const of = outcomes.filter((outcome) => outcome.kind === kind)
    return `${Math.round((100 * of.filter(({ status }) => status === 200).length) / Math.max(1, of.length))} %`
  }
  const others = outcomes.length - good.length - shed.length
  row(
    what,
    Math.round(outcomes.length / SECONDS),
    Math.round(rate),
    capacity === 0 ? '' : (rate / capacity).toFixed(2),
    share('cheap'),
    share('dear'),
    percentile(good, 0.5),
    percentile(good, 0.99),
    percentile(shed, 0.99),
    others,
  )
  console.log(lines.at(-1))
  return rate
}

function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  return once(socket, 'connect').then(() => socket)
}

const postgres = await startPostgres(['fsync=off'])
const url = `${postgres.url}/postgres`
const database = await openDatabase({ url, dataDir: '' })
await load(database.db, data)
await database.close()
const server = fork('bench/overload/server.ts', [url], { execArgv: ['--import', './src/node-setup.ts'] })
const [port] = (await once(server, 'message')) as [number]
const memory = async () => {
  server.send('memory')
  const [rss] = (await once(server, 'message')) as [number]
  return `${Math.round(rss / 1024 / 1024)} MB`
}
try {
  await closedLoop(port, next, { seconds: 3, clients: CLIENTS }) // so that everything is compiled
  row(
    'load',
    'asked/s',
    'answered/s',
    'of capacity',
    'cheap answered',
    'dear answered',
    'median',
    'p99',
    'p99 of 503',
    'neither',
  )
  row(...Array(10).fill('---'))
  const capacity = tell(
    `${CLIENTS} connections, each asks again when it has its answer`,
    await closedLoop(port, next, { seconds: SECONDS, clients: CLIENTS }),
    0,
  )
  for (const times of TIMES) {
    tell(
      `${times} × capacity`,
      await openLoop(port, next, { seconds: SECONDS, rate: times * capacity }),
      capacity,
    )
    await sleep(200)
  }
  const rate = 0.5 * capacity
  tell('0.5 × capacity, 0.2 s after that', await openLoop(port, next, { seconds: SECONDS, rate }), capacity)
  const before = await memory()
  const idle = await Promise.all(Array.from({ length: IDLE }, () => open(port)))
  tell(
    `0.5 ×, with ${IDLE} idle connections`,
    await openLoop(port, next, { seconds: SECONDS, rate }),
    capacity,
  )
  const after = await memory()
  for (const socket of idle) socket.destroy()
  const large = graphql('dear', DEAR, { first: 60, each: 20, code: '0685' }).path
  const readers = await Promise.all(Array.from({ length: SLOW }, () => open(port)))
  for (const socket of readers) {
    socket.pause()
    for (let time = 0; time < 5; time++) socket.write(`GET ${large} HTTP/1.1\r\nHost: bench\r\n\r\n`)
  }
  tell(
    `0.5 ×, with ${SLOW} readers who take nothing`,
    await openLoop(port, next, { seconds: SECONDS, rate }),
    capacity,
  )
  for (const socket of readers) socket.destroy()
  const senders = await Promise.all(Array.from({ length: SLOW }, () => open(port)))
  for (const socket of senders)
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: bench\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
    )
  tell(
    `0.5 ×, with ${SLOW} senders who stop halfway`,
    await openLoop(port, next, { seconds: SECONDS, rate }),
    capacity,
  )
  for (const socket of senders) socket.destroy()
  writeFileSync('bench/OVERLOAD.md', text(before, after))
} finally {
  server.disconnect()
  await postgres.stop()
}

function text(before: string, after: string): string {
  return `# More than a server can answer

\`npm run bench:overload\`, on ${cpus().length} cores of ${cpus()[0]?.model ?? 'a processor'}, with Node.js ${process.version}. PostgreSQL, the server and
those who ask share the machine. The data are the bundled ones; nothing is answered from memory, so that every request is work. Seven of ten queries are cheap
(one row by its id), the others read 20 to 59 agreements with their promises. Each line is ${SECONDS} seconds. In all but the first, requests come at a
fixed rate, whatever becomes of those before; durations count from when a request was due.

${lines.join('\n')}

An answer counts if it comes within ${GOOD_MS / 1000} seconds. More is answered at twice and four times the capacity since more of it is cheap: the counts of that column are not goodput of an equal mix. "Neither" are requests that were not sent, as 2,000 connections were busy, and connections that were refused or lost. ${IDLE} idle connections raised the memory of the server from ${before} to ${after}.
`
}

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { connectTo } from '../../bench/client.ts'
import { questions } from './questions.ts'

const SERVER = fileURLToPath(new URL('server.ts', import.meta.url))
const CONNECTIONS = 16

/** How a server is soaked. */
export interface SoakOptions {
  readonly questions: number
  /** After how many of them what the server holds is measured first. */
  readonly first: number
  /** How large the heap of the server may be. */
  readonly heapMegabytes: number
  /** How much of it may be used for what is remembered. */
  readonly cacheMegabytes: number
  readonly seed: number
  /** The folder of an embedded database that holds data; without it the server loads the bundled data. */
  readonly dataDir?: string
}

/** What a server held, in megabytes, once its garbage was gone. */
export interface Held {
  readonly heap: number
  /** Heap, and what lies outside of it: bytes of answers, and the embedded database. */
  readonly all: number
  readonly resident: number
}

/** What a soak came to. */
export interface Soaked {
  readonly first: Held
  readonly end: Held
  /** How many answers there were, by class of status: 2 for 200 and so on. */
  readonly answers: ReadonlyMap<number, number>
  readonly seconds: number
}

/** Sends this many different queries to a server of its own, and reports its memory after the first of them and at the end. */
export async function soak(options: SoakOptions): Promise<Soaked> {
  const { heapMegabytes, cacheMegabytes, dataDir } = options
  const server = fork(SERVER, [String(cacheMegabytes * 1024 * 1024), ...(dataDir ? [dataDir] : [])], {
    execArgv: ['--import', './src/node-setup.ts', '--expose-gc', `--max-old-space-size=${heapMegabytes}`],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const ended = once(server, 'exit').then(([code, signal]) => {
    throw new Error(`The server ended: ${signal ?? code}`)
  })
  try {
    return await Promise.race([ask(server, options), ended])
  } finally {
    ended.catch(() => {}) // as it is told to
    server.kill()
  }
}

async function ask(server: ChildProcess, { questions: count, first, seed }: SoakOptions): Promise<Soaked> {
  const [{ port }] = await once(server, 'message')
  const url = new URL(`http://127.0.0.1:${port}/graphql`)
  const asked = questions(count, seed)
  const answers = new Map<number, number>()
  const started = performance.now()
  let left = 0

  const askSome = async (some: number) => {
    left = some
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => {
        const connection = await connectTo(url)
        while (left-- > 0) {
          const { value } = asked.next()
          if (!value) break
          const { status } = await connection.ask(post(url, value.body, value.address))
          const statusClass = Math.floor(status / 100)
          answers.set(statusClass, (answers.get(statusClass) ?? 0) + 1)
        }
        connection.close()
      }),
    )
    return held(server)
  }

  return {
    first: await askSome(first),
    end: await askSome(count - first),
    answers,
    seconds: (performance.now() - started) / 1000,
  }
}

async function held(server: ChildProcess): Promise<Held> {
  server.send('measure')
  const [{ heapUsed, external, rss }] = (await once(server, 'message')) as [NodeJS.MemoryUsage] // as it sends
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
  return { heap: megabytes(heapUsed), all: megabytes(heapUsed + external), resident: megabytes(rss) }
}

function post({ pathname, host }: URL, body: object, address: string): Buffer {
  const text = JSON.stringify(body)
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    'Accept: application/graphql-response+json',
    'Content-Type: application/json',
    `X-Forwarded-For: ${address}`,
    `Content-Length: ${Buffer.byteLength(text)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`)
}

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const SHED = 503
/** So soon a request that was shed is followed by the next one. */
const SHED_WAIT_MS = 20

/** How a server stood up to some seconds of questions over some connections. */
export interface Load {
  readonly answers: number
  /** From the first question to the last answer. */
  readonly seconds: number
  /** The bytes of all answers, headers included. */
  readonly bytes: number
  /** How long each answer took, the shortest first. */
  readonly latenciesMs: Float64Array
}

/**
 * Asks a server over so many connections at once, each asking again as soon as it has its answer, for some
 * seconds. `nextRequest` gives the bytes of each request. A request that is shed (503) is not counted, and asked again a moment
 * later; any other answer that is not 200 is an error.
 *
 * It reads no more of an answer than what tells where it ends: load generators that make a string of each body
 * spend more on a megabyte than the servers that they measure.
 */
export async function load(
  url: URL,
  nextRequest: () => Buffer,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const latencies: number[] = []
  let [bytes, shed] = [0, 0]
  const started = performance.now()
  const deadline = started + seconds * 1000
  let ended = started
  const askOn = async (): Promise<void> => {
    const { ask, close } = await connectTo(url)
    try {
      for (let now = performance.now(); now < deadline || latencies.length + shed === 0; ) {
        const asked = now
        const answer = await ask(nextRequest())
        now = performance.now()
        if (answer.status === SHED) {
          shed++
          await wait(SHED_WAIT_MS)
          now = performance.now()
          continue
        }
        if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
        latencies.push(now - asked)
        bytes += answer.bytes
        ended = Math.max(ended, now)
      }
    } finally {
      close()
    }
  }
  await Promise.all(Array.from({ length: connections }, askOn))
  return {
    answers: latencies.length,
    seconds: (ended - started) / 1000,
    bytes,
    latenciesMs: Float64Array.from(latencies).sort(),
  }
}

/** The bytes of a request that posts JSON. */
export function post(url: URL, body: string): Buffer {
  const length = Buffer.byteLength(body)
  return Buffer.from(
    `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`,
  )
}

/** The bytes of a request that gets an address. */
export function get({ pathname, search, host }: URL): Buffer {
  return Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept: application/json\r\n\r\n`)
}

/** What is read of an answer. */
export interface Answer {
  readonly status: number
  readonly bytes: number
}

/** A connection to a server, for one request at a time. */
export interface Connection {
  ask(request: Buffer): Promise<Answer>
  close(): void
}

export async function connectTo(url: URL): Promise<Connection> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
  await once(socket, 'connect')
  const answers = answersOn(socket)
  return {
    ask(request) {
      socket.write(request)
      return answers.next()
    },
    close: () => socket.destroy(),
  }
}

const END_OF_HEAD = '\r\n\r\n'
/** What ends a body in chunks. In JSON no line break stands as such, so nothing else ends like it. */
const END_OF_CHUNKS = '\r\n0\r\n\r\n'

/** The answers that come on a connection, one question at a time. */
function answersOn(socket: Socket): { next(): Promise<Answer> } {
  let waiting: PromiseWithResolvers<Answer> | undefined
  /** What has come of the head, or of a body in chunks the last bytes. */
  let text = ''
  let status = 0
  let received = 0
  /** The bytes of the whole answer; NaN for chunks, 0 until the head is there. */
  let expected = 0
  socket.on('data', (part: Buffer) => {
    received += part.length
    if (expected === 0) {
      text += part.toString('latin1')
      const end = text.indexOf(END_OF_HEAD)
      if (end === -1) return
      const head = text.slice(0, end)
      status = Number(head.slice(9, 12))
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
      expected = length === undefined ? Number.NaN : end + END_OF_HEAD.length + Number(length)
    } else if (Number.isNaN(expected)) {
      text = text.slice(-END_OF_CHUNKS.length) + part.subarray(-END_OF_CHUNKS.length).toString('latin1')
    }
    if (Number.isNaN(expected) ? !text.endsWith(END_OF_CHUNKS) : received < expected) return
    const answer = { status, bytes: received }
    text = ''
    received = expected = 0
    waiting?.resolve(answer)
  })
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('The server ended the connection')))
  return {
    next() {
      waiting = Promise.withResolvers()
      return waiting.promise
    },
  }
}

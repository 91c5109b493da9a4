import { globSync, utimesSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type OutgoingHttpHeaders, type RequestOptions, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'

/** The credentials that the server knows, as every program of AWS finds them. */
export const credentials = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }

/** A real S3 server of our own, with a bucket. */
export interface S3Server {
  readonly endpoint: string
  readonly bucket: string
  /** What was asked to be written so far, such as `PUT /releases/r1-00000000/index.json`. */
  readonly writes: readonly string[]
  /** Makes all objects as if they had been written so long ago. */
  age(ms: number): void
  /** Called before each write, as `onRead` before each read. If it throws, the connection is cut instead. */
  onWrite: (write: string) => void
  onRead: () => void
  stop(): Promise<void>
}

/**
 * Starts s3rver, and before it what it lacks of S3: one request is done after the other and as a whole, so that nobody
 * reads half an object, and `If-None-Match: *` writes an object only if there is none.
 */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'medborgarloften-s3-'))
  const bucket = 'releases'
  const s3rver = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await s3rver.run()

  const writes: string[] = []
  let working: Promise<void> = Promise.resolve()
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming).catch(() => null)
    if (body === null) return // the client was killed while sending
    const { method = '', url = '', headers } = incoming
    const path = url.split('?')[0] ?? ''
    const work = async () => {
      if (method !== 'GET' && method !== 'HEAD') {
        writes.push(`${method} ${path}`)
        running.onWrite(`${method} ${path}`)
      } else running.onRead()
      const isTaken =
        headers['if-none-match'] === '*' && (await ask(port, { method: 'HEAD', path })).status === 200
      // What was signed, the host among it, stays as it came.
      const answer = isTaken ? TAKEN : await ask(port, { method, path: url, headers }, body)
      response.writeHead(answer.status, answer.headers)
      response.end(answer.body)
    }
    working = working.then(work).catch(() => void response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const running: S3Server = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    writes,
    age(ms) {
      const then = (Date.now() - ms) / 1000
      for (const file of globSync(join(directory, '**/*'))) utimesSync(file, then, then)
    },
    onWrite: () => {},
    onRead: () => {},
    async stop() {
      server.closeAllConnections()
      server.close()
      await working
      await s3rver.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
  return running
}

interface Answer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer | string
}

const TAKEN: Answer = {
  status: 412,
  headers: { 'content-type': 'application/xml' },
  body: '<Error><Code>PreconditionFailed</Code><Message>There is such an object</Message></Error>',
}

function ask(port: number, options: RequestOptions, body?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, agent: false, ...options }, async (answer) => {
      const { statusCode = 500, headers } = answer
      resolve({ status: statusCode, headers, body: await buffer(answer) })
    })
      .on('error', reject)
      .end(body)
  })
}

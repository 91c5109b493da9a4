import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { S3Bucket } from '../src/exporters/stores/s3-bucket.ts'
import { openBody } from '../src/http/file-body.ts'
import { createListener } from '../src/http/listener.ts'
import { credentials } from './support/s3-server.ts'

const BYTES = 64 * 1024 * 1024
const DOWNLOADS = 60

/** What S3 does with a file that is asked for. */
const ways: { readonly [name: string]: (response: ServerResponse) => void } = {
  'that flows': (response) => {
    const push = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      if (!response.destroyed) response.once('drain', push)
    }
    push()
  },
  'that stops after some bytes': (response) => void response.write(Buffer.alloc(1_000)),
  'that never begins': (response) => response.flushHeaders(),
}

let send: (response: ServerResponse) => void
let s3: Server
let server: Server
let asked: number
let faults: unknown[]

beforeEach(async () => {
  for (const [name, value] of Object.entries(credentials)) vi.stubEnv(name, value)
  asked = 0
  faults = []
  s3 = createServer((_, response) => {
    asked += 1
    response.writeHead(200, { 'content-length': BYTES })
    send(response)
  })
  await new Promise<void>((resolve) => s3.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${portOf(s3)}`
  const bucket = new S3Bucket({ bucket: 'releases', prefix: '', endpoint, region: 'x' })
  const onError = (error: unknown) => faults.push(error)
  const fetch = async ({ signal: gone }: Request) => {
    const body = await openBody((signal) => bucket.read('file', { signal }), BYTES, gone, onError)
    return new Response(body, { headers: { 'content-length': String(BYTES) } })
  }
  server = createListener({ take: () => false, fetch }, 0)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const one of [server, s3]) {
    one.closeAllConnections()
    await new Promise((resolve) => one.close(resolve))
  }
})

const portOf = (one: Server) => (one.address() as AddressInfo).port // it listens on a port
const connections = () => new Promise<number>((resolve) => s3.getConnections((_, count) => resolve(count)))

function download(): Socket {
  const socket = connect(portOf(server), '127.0.0.1')
  socket.on('error', () => {}) // a connection that is broken off may say so
  socket.write('GET /file HTTP/1.1\r\nHost: test\r\n\r\n')
  return socket
}

test.each(Object.keys(ways))('who breaks off a download %s frees the connection to S3', async (way) => {
  send = ways[way] as typeof send
  const downloads = Array.from({ length: DOWNLOADS }, download)
  await expect.poll(() => asked, { timeout: 10_000 }).toBe(DOWNLOADS)
  for (const socket of downloads) socket.destroy()
  await expect.poll(connections, { timeout: 10_000 }).toBe(0)
  expect(faults).toEqual([])
})

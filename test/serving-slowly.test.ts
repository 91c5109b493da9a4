import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import type { ReadOptions } from '../src/exporters/stores/store.ts'
import { createListener } from '../src/http/listener.ts'
import { releaseFile } from '../src/http/release-files.ts'
import { serve } from '../src/http/route.ts'
import { Downloads } from '../src/web/downloads.ts'
import { Traffic } from '../src/web/traffic.ts'
import { makeRelease } from './support/made-release.ts'

const MIB = 1024 * 1024
const RELEASE = 'r1-00000001'
const BYTES = 256 * MIB

/** A folder of releases that knows what is being read of it. */
class WatchedStore extends FolderStore {
  reading = 0
  bytes = 0

  override async *read(release: string, file: string, options?: ReadOptions): AsyncGenerator<Uint8Array> {
    this.reading += 1
    try {
      for await (const chunk of super.read(release, file, options)) {
        this.bytes += chunk.length
        yield chunk
      }
    } finally {
      this.reading -= 1
    }
  }
}

let folder: string
let store: WatchedStore
let server: Server
let faults: string[]
let sockets: Socket[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-slowly-'))
  makeRelease(folder, RELEASE, {
    'large.csv': { bytes: Buffer.alloc(0), listed: { bytes: BYTES } },
    'cut.csv': { bytes: Buffer.alloc(3 * MIB), listed: { bytes: 4 * MIB } },
    'gone.csv': { bytes: Buffer.alloc(0) },
  })
  truncateSync(join(folder, RELEASE, 'large.csv'), BYTES) // takes no room
  rmSync(join(folder, RELEASE, 'gone.csv'))
})
afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(async () => {
  store = new WatchedStore(folder)
  faults = []
  sockets = []
  const onError = (error: unknown) => faults.push(String(error))
  const handle = (request: Request, { release = '', file = '' }) =>
    releaseFile(
      request,
      { release, file },
      { store, newest: async () => RELEASE, downloads: new Downloads(), onError },
    )
  const text = { sv: '', en: '' }
  const route = { path: '/exports/:release/:file', methods: ['GET'], summary: text, answers: {} } as const
  const fetched = serve([{ ...route, mediaType: 'text/csv', handle }], onError, new Traffic())
  server = createListener({ take: () => false, fetch: fetched }, 0)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** Asks for a file by a connection of its own, which reads nothing before it is told to. */
async function ask(file: string): Promise<Socket> {
  const { port } = server.address() as AddressInfo // it listens on a port
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  socket.on('error', () => {}) // a connection that is broken off may say so
  socket.write(`GET /exports/${RELEASE}/${file} HTTP/1.1\r\nHost: test\r\n\r\n`)
  return socket
}

/** Waits until nothing more is being read of the store, which has begun to be. */
async function standstill(): Promise<void> {
  for (let before = -1; before !== store.bytes || store.bytes === 0; ) {
    before = store.bytes
    await wait(200)
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(10)
}

test('who reads nothing makes nothing be read, whatever the size of the file', async () => {
  const before = process.memoryUsage().rss
  const stalled = await Promise.all([1, 2, 3, 4].map(() => ask('large.csv')))
  await standstill()
  // What the system and the streams hold between the two is bounded.
  expect(store.bytes / stalled.length).toBeLessThan(16 * MIB)
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB)
  expect(store.reading).toBe(4)
})

test('who goes away has the file closed', async () => {
  const socket = await ask('large.csv')
  await standstill()
  expect(store.reading).toBe(1)
  socket.destroy()
  await until(() => store.reading === 0)
})

test('who takes nothing for long has the file closed, who takes something has not', async () => {
  expect(server.timeout).toBe(120_000)
  server.timeout = 1_000
  const socket = await ask('large.csv')
  for (const began = performance.now(); performance.now() - began < 3_000; await wait(50)) socket.read()
  expect(store.reading).toBe(1)
  await until(() => store.reading === 0)
  expect(faults).toEqual([])
})

test('a file that ends too early breaks off, and is no short answer', async () => {
  const socket = await ask('cut.csv')
  let received = 0
  socket.on('data', (chunk: Buffer) => {
    received += chunk.length
  })
  await new Promise((resolve) => socket.once('close', resolve))
  expect(received).toBeGreaterThan(2 * MIB)
  expect(received).toBeLessThan(4 * MIB)
  expect(store.reading).toBe(0)
  expect(faults).toEqual([expect.stringContaining('Expected a file of 4194304 bytes, but read 3145728')])
})

test('a file that is gone is a fault of ours, told before anything is promised', async () => {
  const socket = await ask('gone.csv')
  const answer = await new Promise((resolve) => socket.once('data', (chunk) => resolve(String(chunk))))
  expect(answer).toMatch(/^HTTP\/1.1 500 /)
  expect(faults).toEqual([expect.stringContaining('ENOENT')])
})

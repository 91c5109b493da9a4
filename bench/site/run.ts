// How fast pages are given: from memory, beside /openapi.json, and made anew; and how large they are. Run it by npm run bench:site on
// a machine that does nothing else.

import { Agent, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { createApp } from '../../src/app.ts'
import { openInMemory } from '../../src/database/embedded.ts'
import { load } from '../../src/database/load.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { createListener } from '../../src/http/listener.ts'
import { readData } from '../../src/records/read-data.ts'

const PATHS = [
  '/',
  '/kommun/1383-varberg/',
  '/kommun/1480-goteborg/',
  '/kommun/',
  '/lofte/',
  '/amne/',
  '/amne/narcotics/',
  '/sok/?q=narkotika',
]
const FROM_MEMORY = 300
const ANEW = 10
/** Reads the words of searches, which is done once for a revision. */
const SEARCH = '{ search(query: "narkotika", first: 1) { totalCount } }'
/** The start page and the lists of the menu: with them is read what most other pages show of the whole country. */
const AHEAD = ['/', '/kommun/', '/lofte/', '/amne/', '/diagram/']

const database = await openInMemory()
await load(database.db, readData('data'))
const app = createApp({
  database,
  store: new FolderStore('exports/none'),
  publicUrl: 'http://127.0.0.1',
  log: console,
})
const server = createListener(app, 0)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo // it listens on a port
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

function fetched(path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get({ port, path, agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts)))
      response.on('error', reject)
    }).on('error', reject)
  })
}

/** Milliseconds on the clock, and of the processor, which count the same on a busy machine. */
const clock = () => performance.now()
function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The median of how many milliseconds something takes, after what comes before it each time. */
async function median(
  times: number,
  now: () => number,
  work: () => Promise<unknown>,
  before: () => unknown = () => {},
): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    await before()
    const began = now()
    await work()
    taken.push(now() - began)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

await fetched('/openapi.json')
const openapi = await median(FROM_MEMORY, clock, () => fetched('/openapi.json'))
process.stdout.write(`/openapi.json from memory: ${openapi.toFixed(2)} ms\n\n`)
process.stdout.write(
  '| page | gzip | HTML | from memory | of /openapi.json | made anew, processor | first of a revision, processor |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n',
)
for (const path of PATHS) {
  const page = await fetched(path)
  const kept = await median(FROM_MEMORY, clock, () => fetched(path))
  const made = AHEAD.includes(path)
    ? null
    : await median(
        ANEW,
        processor,
        () => fetched(path),
        async () => {
          app.drop()
          await app.look()
          for (const ahead of AHEAD) await fetched(ahead)
          await fetched(`/graphql?query=${encodeURIComponent(SEARCH)}`)
        },
      )
  const first = await median(ANEW, processor, () => fetched(path), app.drop)
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  process.stdout.write(
    `| \`${path}\` | ${kilobytes(page.length)} | ${kilobytes(gunzipSync(page).length)} | ${kept.toFixed(2)} ms | ${(kept / openapi).toFixed(2)} | ${made === null ? '–' : `${made.toFixed(0)} ms`} | ${first.toFixed(0)} ms |\n`,
  )
}
agent.destroy()
server.closeAllConnections()
server.close()
await database.close()

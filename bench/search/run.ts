// Measures how many searches a second one process answers that nobody has asked before, on the embedded database and on
// PostgreSQL: npm run bench:search.

import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import type { App } from '../../src/app.ts'
import type { Data } from '../../src/records/read-data.ts'
import { startPostgres } from '../../test/support/embedded-postgres.ts'
import { SETTINGS } from '../database.ts'
import { busyPart } from '../machine.ts'
import { madeUpData } from './data.ts'
import { type Kind, kindsOf } from './questions.ts'

const HELP = `npm run bench:search [-- OPTIONS]

Answers searches of several kinds on made-up data, and prints how many a second one process gives, and how much of the
processor each takes. None was asked before.

Options:
  --against FOLDER   Another checkout of this project, with node_modules: it has its turns too, and the ratio is printed.
  --postgres         On a PostgreSQL server, in place of the embedded database.
  --searches N       How many searches of each kind. 200
  --help             Print this.
`

const SEARCH = `query ($query: String!, $filter: AgreementFilter) {
  search(query: $query, filter: $filter, first: 10) {
    totalCount
    edges { score node { __typename ... on Node { id } } highlights { field pieces { text isMatch } } }
  }
}`

/** So many searches are one turn. */
const TURN = 20

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    postgres: { type: 'boolean', default: false },
    searches: { type: 'string', default: '200' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) process.stdout.write(HELP)
else await measure(values.against, values.postgres, Number(values.searches))

async function measure(against: string | undefined, onServer: boolean, searches: number): Promise<void> {
  const busy = await busyPart()
  const server = onServer ? await startPostgres(SETTINGS) : null
  const data = madeUpData()
  const folders = [
    resolve(import.meta.dirname, '../..'),
    ...(against === undefined ? [] : [resolve(against)]),
  ]
  const opened: Opened[] = []
  for (const [at, folder] of folders.entries()) {
    opened.push(await open(folder, server && (await newDatabase(server.url, `search_${at}`)), data))
  }
  const { promises, activities } = data.tables
  const count = promises.length + activities.length
  process.stdout.write(
    `${count} promises and activities; ${Math.round(busy * 100)} % of the machine was busy before.\n`,
  )
  const before = against === undefined ? '' : ' other checkout | of processor | times as many |'
  process.stdout.write(
    `\n| search | a second | of processor |${before}\n${'| --- '.repeat(before ? 6 : 3)}|\n`,
  )
  for (const kind of kindsOf(data.tables)) {
    const taken = await takeTurns(opened, kind, searches)
    const cells = taken.flatMap(({ wall, processor }) => [
      `${Math.round((searches / wall) * 1000)}`,
      `${(processor / searches).toFixed(1)} ms`,
    ])
    const [own, other] = taken
    if (own && other) cells.push((other.wall / own.wall).toFixed(1))
    process.stdout.write(`| ${[kind.name, ...cells].join(' | ')} |\n`)
  }
  for (const { close } of opened) await close()
  await server?.stop()
}

interface Opened {
  readonly app: App
  close(): Promise<void>
}

/** Has a checkout of the project load the data and answer requests. */
async function open(folder: string, url: string | null, data: Data): Promise<Opened> {
  const source = (file: string) => import(join(folder, 'src', file))
  const [{ createApp }, { load }, { FolderStore }] = await Promise.all(
    ['app.ts', 'database/load.ts', 'exporters/stores/folder-store.ts'].map(source),
  )
  const [{ openDatabase }, { openInMemory }] = await Promise.all(
    // Version 0.1.0 has both in one file.
    ['database/open.ts', 'database/embedded.ts'].map((file) =>
      source(file).catch(() => source('database/client.ts')),
    ),
  )
  const database = url === null ? await openInMemory() : await openDatabase({ url, dataDir: '' })
  await load(database.db, data)
  const log = { error: (message: string) => process.stderr.write(`${message}\n`) }
  const store = new FolderStore('exports/none')
  return {
    app: createApp({ database, store, publicUrl: 'http://bench', log }),
    close: () => database.close(),
  }
}

async function newDatabase(url: string, name: string): Promise<string> {
  const admin = postgres(`${url}/postgres`, { max: 1 })
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  return `${url}/${name}`
}

/** What searches took, in milliseconds. */
interface Taken {
  wall: number
  processor: number
}

/** Has each answer the same searches of a kind, one after the other, a few at a time. The first few are not counted. */
async function takeTurns(opened: readonly Opened[], kind: Kind, searches: number): Promise<Taken[]> {
  const taken = opened.map(() => ({ wall: 0, processor: 0 }))
  for (let done = -TURN; done < searches; done += TURN) {
    const questions = Array.from({ length: TURN }, kind.next)
    for (const [at, { app }] of opened.entries()) {
      const [start, processor] = [performance.now(), process.cpuUsage()]
      for (const variables of questions) await ask(app, variables)
      const of = taken[at]
      if (!of || done < 0) continue
      const { user, system } = process.cpuUsage(processor)
      of.wall += performance.now() - start
      of.processor += (user + system) / 1000
    }
  }
  return taken
}

async function ask(app: App, variables: object): Promise<void> {
  const body = JSON.stringify({ query: SEARCH, variables })
  const headers = { 'content-type': 'application/json' }
  const response = await app.fetch(new Request('http://bench/graphql', { method: 'POST', headers, body }))
  const { errors } = (await response.json()) as { errors?: unknown }
  if (errors) throw new Error(`A search failed: ${JSON.stringify(errors)}`)
}

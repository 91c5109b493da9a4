import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { sampleOf } from '../../scripts/sample.ts'
import type { OpenDatabase } from '../../src/database/client.ts'
import { openDatabase } from '../../src/database/open.ts'
import { type Data, readData } from '../../src/records/read-data.ts'
import { type Content, onServer, openPgliteCopy, serverTemplate } from './database-templates.ts'

/** Called with each statement that is run. */
export type OnQuery = (sql: string, parameters: readonly unknown[]) => void

/** A kind of database that every test of the database runs on. */
export interface TestDatabase {
  readonly name: string
  /** A new empty database with all tables. `onQuery` gets all statements except those that read the revision. */
  open(onQuery?: OnQuery): Promise<OpenDatabase>
  /** A new database that holds the bundled records, as revision 1. */
  openLoaded(onQuery?: OnQuery): Promise<OpenDatabase>
  /** A new database that holds a sample of the bundled records, as revision 1: whatever releases has little to write. */
  openSample(onQuery?: OnQuery): Promise<OpenDatabase>
}

export const onPglite: TestDatabase = {
  name: 'PGlite',
  open: (onQuery) => openPgliteCopy('tables', loggerOf(onQuery)),
  openLoaded: (onQuery) => openPgliteCopy('records', loggerOf(onQuery)),
  openSample: (onQuery) => openPgliteCopy('sample', loggerOf(onQuery)),
}

export const onPostgres: TestDatabase = {
  name: 'PostgreSQL',
  open: (onQuery) => openOnServer('tables', onQuery),
  openLoaded: (onQuery) => openOnServer('records', onQuery),
  openSample: (onQuery) => openOnServer('sample', onQuery),
}

export const databases: readonly TestDatabase[] = [onPglite, onPostgres]

/** A new database on the PostgreSQL server. */
export interface ServerDatabase {
  readonly name: string
  readonly url: string
  /** Runs SQL in it as the superuser. */
  run(statements: string): Promise<void>
  drop(): Promise<void>
}

/** A new database on the PostgreSQL server, without tables if no content is named; gone when it is dropped. */
export async function newServerDatabase(content?: Content): Promise<ServerDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const template = content ? await serverTemplate(content) : 'template1'
  await onServer((admin) => admin.unsafe(`create database ${name} template ${template}`))
  return {
    name,
    url: `${inject('postgresUrl')}/${name}`,
    async run(statements) {
      await onServer((admin) => admin.unsafe(statements), name)
    },
    async drop() {
      await onServer((admin) => admin.unsafe(`drop database ${name} with (force)`))
    },
  }
}

/** A database that belongs to a role of its own, which is no superuser and has the name of the database. */
export async function newRoleDatabase(): Promise<ServerDatabase> {
  const { name, url, run, drop } = await newServerDatabase()
  await run(`create role ${name} login password 'only-for-tests'; alter database ${name} owner to ${name}`)
  const asRole = new URL(url)
  asRole.username = name
  return {
    name,
    url: asRole.href,
    run,
    async drop() {
      await drop()
      await onServer((admin) => admin.unsafe(`drop role ${name}`))
    },
  }
}

async function openOnServer(content: Content, onQuery?: OnQuery): Promise<OpenDatabase> {
  const { url, drop } = await newServerDatabase(content)
  const opened = await openDatabase({ url, dataDir: '' }, loggerOf(onQuery))
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await drop()
    },
  }
}

function loggerOf(onQuery: OnQuery | undefined) {
  const isLook = (text: string) => text === 'select max(number) from revisions'
  return (
    onQuery && {
      logQuery: (text: string, parameters: unknown[]) =>
        isLook(text) ? undefined : onQuery(text, parameters),
    }
  )
}

let bundled: Data | undefined
let sample: Data | undefined

/** The bundled records: five transcribed agreements and the national index. Not to be changed; see `copyOf`. */
export function bundledData(): Data {
  bundled ??= frozen(readData('data'))
  return bundled
}

/** The sample of the bundled records that `openSample` loads and `exports/sample` is a release of. Not to be changed; see `copyOf`. */
export function sampleData(): Data {
  sample ??= sampleOf(bundledData())
  return sample
}

/** Data whose rows throw when they are changed, since all tests of a process share them. */
function frozen(data: Data): Data {
  for (const rows of Object.values(data.tables)) {
    for (const row of rows) Object.freeze(row)
    Object.freeze(rows)
  }
  return data
}

/** Data of its own, to be changed by a test. */
export function copyOf(data: Data): Data {
  return { ...data, tables: structuredClone(data.tables) }
}

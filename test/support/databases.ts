import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase, openInMemory } from '../../src/database/client.ts'
import { type Data, readData } from '../../src/records/read-data.ts'

/** A kind of database that every test of the database runs on. */
export interface TestDatabase {
  readonly name: string
  /** A new empty database with all tables. `onQuery` is told of all statements but looks at the revision. */
  open(onQuery?: (sql: string) => void): Promise<OpenDatabase>
}

export const databases: readonly TestDatabase[] = [
  { name: 'PGlite', open: (onQuery) => openInMemory(loggerOf(onQuery)) },
  { name: 'PostgreSQL', open: openOnServer },
]

/** A new database on the PostgreSQL server, gone when it is closed. */
export async function newServerDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const onServer = async (statement: string) => {
    const admin = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} })
    await admin.unsafe(statement)
    await admin.end()
  }
  await onServer(`create database ${name}`)
  return { url: `${server}/${name}`, drop: () => onServer(`drop database ${name} with (force)`) }
}

async function openOnServer(onQuery?: (sql: string) => void): Promise<OpenDatabase> {
  const { url, drop } = await newServerDatabase()
  const opened = await openDatabase({ url, dataDir: '' }, loggerOf(onQuery))
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await drop()
    },
  }
}

function loggerOf(onQuery: ((sql: string) => void) | undefined) {
  const isLook = (text: string) => text === 'select max(number) from revisions'
  return onQuery && { logQuery: (text: string) => (isLook(text) ? undefined : onQuery(text)) }
}

let bundled: Data | undefined

/** The bundled records: five transcribed agreements and the national index. Not to be changed; see `copyOf`. */
export function bundledData(): Data {
  bundled ??= readData('data')
  return bundled
}

/** Data of its own, to be changed by a test. */
export function copyOf(data: Data): Data {
  return { ...data, tables: structuredClone(data.tables) }
}

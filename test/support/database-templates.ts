import { existsSync, mkdirSync, openAsBlob } from 'node:fs'
import { cp, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Logger } from 'drizzle-orm/logger'
import postgres from 'postgres'
import { inject } from 'vitest'
import { sampleOf } from '../../scripts/sample.ts'
import type { Database, OpenDatabase } from '../../src/database/client.ts'
import { EXTENSIONS, usePglite } from '../../src/database/embedded.ts'
import { load } from '../../src/database/load.ts'
import { openDatabase } from '../../src/database/open.ts'
import { release } from '../../src/exporters/release.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { readData } from '../../src/records/read-data.ts'

// To make the tables and load the records takes seconds; to copy a database that has them takes a tenth of that.

/** What a new database holds: all tables, empty; or in them the bundled records; or the sample of these that `exports/sample` is of. */
export type Content = 'tables' | 'records' | 'sample'

/** Opens a new embedded database, gone when it is closed. */
export async function openPgliteCopy(content: Content, logger?: Logger): Promise<OpenDatabase> {
  return usePglite(await pgliteCopy(content), logger)
}

/** Puts an embedded database into a folder that is to be DATA_DIR. */
export async function fillDataDir(dataDir: string, content: Content): Promise<void> {
  mkdirSync(dataDir)
  const client = await pgliteCopy(content, join(dataDir, 'database'))
  await client.close()
}

/** Puts the release of the bundled records into a folder that is to be EXPORTS_DIR: who starts on these records then writes none. */
export async function fillExportsDir(exportsDir: string): Promise<void> {
  const made = join(inject('templates'), 'exports')
  await once(made, async () => {
    if (existsSync(made)) return
    const { db, close } = await openPgliteCopy('records')
    await release(db, new FolderStore(`${made}.part`))
    await close()
    await rename(`${made}.part`, made)
  })
  await cp(made, exportsDir, { recursive: true, verbatimSymlinks: true })
}

/** A copy in memory, or in the folder `dataDir`. */
async function pgliteCopy(content: Content, dataDir?: string): Promise<PGlite> {
  const loadDataDir = await openAsBlob(await pgliteTemplate(content))
  return PGlite.create({ extensions: EXTENSIONS, loadDataDir, ...(dataDir && { dataDir }) })
}

/** The archive that embedded databases are copied from. */
async function pgliteTemplate(content: Content): Promise<string> {
  const file = join(inject('templates'), `${content}.tar`)
  await once(file, async () => {
    if (existsSync(file)) return
    const client = await (content === 'tables'
      ? PGlite.create({ extensions: EXTENSIONS })
      : pgliteCopy('tables'))
    const { db, close } = await usePglite(client)
    await fill(db, content)
    const dump = await client.dumpDataDir('none')
    await close()
    await writeFile(`${file}.part`, dump.stream())
    await rename(`${file}.part`, file)
  })
  return file
}

async function fill(db: Database, content: Content): Promise<void> {
  if (content === 'tables') return
  const data = readData('data')
  await load(db, content === 'sample' ? sampleOf(data) : data)
}

/** The database on the PostgreSQL server that others there are copied from. */
export async function serverTemplate(content: Content): Promise<string> {
  const name = `template_${content}`
  await once(name, async (admin) => {
    const found = await admin`select from pg_database where datname = ${name}`
    if (found.length > 0) return
    const part = `${name}_part`
    const from = content === 'tables' ? 'template1' : await serverTemplate('tables')
    await admin.unsafe(`create database ${part} template ${from}`)
    const { db, close } = await openDatabase({ url: `${inject('postgresUrl')}/${part}`, dataDir: '' })
    await fill(db, content)
    await close()
    await admin.unsafe(`alter database ${part} rename to ${name}`)
  })
  return name
}

/**
 * Runs what makes something unless it is there, in one test file at a time: the first that needs it makes it, and the
 * others wait. They run in processes of their own, so the lock is one of the PostgreSQL server.
 */
function once(name: string, make: (admin: postgres.Sql) => Promise<void>): Promise<void> {
  return onServer(async (admin) => {
    await admin`select pg_advisory_lock(hashtext(${name}))`
    await make(admin)
  })
}

/** Runs statements on the PostgreSQL server of the tests as its superuser, outside of any test's database if none is named. */
export async function onServer<T>(
  run: (admin: postgres.Sql) => Promise<T>,
  database = 'postgres',
): Promise<T> {
  const admin = postgres(`${inject('postgresUrl')}/${database}`, { max: 1, onnotice: () => {} })
  try {
    return await run(admin)
  } finally {
    await admin.end()
  }
}

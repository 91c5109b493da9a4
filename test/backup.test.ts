import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { openDatabase } from '../src/database/open.ts'
import { readTables } from '../src/database/rows.ts'
import { changes, revisions } from '../src/database/tables/index.ts'
import { copyOf, newServerDatabase, sampleData } from './support/databases.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Loads the sample, and then the sample with another title: two revisions and a change log. */
async function loadTwice({ db }: OpenDatabase): Promise<void> {
  const data = copyOf(sampleData())
  await load(db, sampleData())
  const [first] = data.tables.promises
  if (first) first.text = `${first.text} (ändrat)`
  await load(db, { ...data, date: '2026-12-01' })
}

/** All that a database holds and that its records do not: its revisions, with their changes; and its rows. */
async function held({ db }: OpenDatabase): Promise<object> {
  return db.transaction(async (tx) => ({
    revisions: await tx.select().from(revisions),
    changes: await tx.select().from(changes),
    tables: await readTables(tx),
  }))
}

test('a copy of the folder of the embedded database, taken while it is stopped, restores it', async () => {
  const first = await openDatabase({ url: null, dataDir: join(folder, 'data') })
  await loadTwice(first)
  const before = await held(first)
  await first.close()
  cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true })
  rmSync(join(folder, 'data'), { recursive: true })
  const restored = await openDatabase({ url: null, dataDir: join(folder, 'copy') })
  expect(await held(restored)).toEqual(before)
  await restored.close()
})

/** The first number of a version of PostgreSQL. */
const majorOf = (text: string) => Number(/\d+/.exec(text)?.[0])
const dumped = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' })
const server = postgres(`${inject('postgresUrl')}/postgres`, { max: 1 })
const [{ version = '' } = {}] = await server`select current_setting('server_version') as version`
await server.end()
const canDump = dumped.status === 0 && majorOf(dumped.stdout) >= majorOf(version)

test.skipIf(!canDump)(
  `a dump taken while the server runs restores it${canDump ? '' : ` (there is no pg_dump ${majorOf(version)})`}`,
  async () => {
    const [made, empty] = [await newServerDatabase(), await newServerDatabase()]
    const first = await openDatabase({ url: made.url, dataDir: '' })
    await loadTwice(first)
    const file = join(folder, 'dump')
    await promisify(execFile)('pg_dump', ['--format=custom', `--file=${file}`, made.url])
    execFileSync('pg_restore', ['--no-owner', '--clean', '--if-exists', `--dbname=${empty.url}`, file])
    const restored = await openDatabase({ url: empty.url, dataDir: '' })
    expect(await held(restored)).toEqual(await held(first))
    for (const each of [first, restored]) await each.close()
    for (const each of [made, empty]) await each.drop()
  },
)

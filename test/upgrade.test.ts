import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { load } from '../src/database/load.ts'
import { MIGRATIONS } from '../src/database/migrations.ts'
import { openDatabase } from '../src/database/open.ts'
import { readTables } from '../src/database/rows.ts'
import { newServerDatabase, sampleData } from './support/databases.ts'

/**
 * What a server of a version before asks of the database: all that the example queries, the pages, the releases and the nightly job
 * of that version sent, each text once. A migration that one of them does not outlive would break servers that still run.
 */
const VERSIONS = ['0.2.0']

test.each(VERSIONS)(
  'a server of version %s can go on beside this one: its statements are valid',
  async (version) => {
    const statements = readFileSync(`test/versions/statements-${version}.sql`, 'utf8')
      .split(/;\n/)
      .filter(Boolean)
    expect(statements.length).toBeGreaterThan(100)
    const { url, drop } = await newServerDatabase('tables')
    const client = postgres(url, { max: 1 })
    const refused: string[] = []
    for (const statement of statements) {
      if (!/^(select|with|insert|update|delete)\b/i.test(statement)) continue
      // PostgreSQL checks tables, columns, functions and types, and asks for no values.
      await client.unsafe(`prepare theirs as ${statement}`).then(
        () => client.unsafe('deallocate theirs'),
        (error: Error) => refused.push(`${error.message}: ${statement.slice(0, 200)}`),
      )
    }
    expect(refused).toEqual([])
    // Were a column of theirs gone, it would show.
    await client`alter table topics rename column label_sv to other`
    const theirs = statements.find((statement) => statement.includes('"label_sv"')) ?? ''
    await expect(client.unsafe(`prepare theirs as ${theirs}`)).rejects.toThrow('label_sv')
    await client.end()
    await drop()
  },
)

/** An agreement and a revision, as the first version of the program had them. */
const OF_FIRST = `insert into agreements (id, extent, kind, title, period_unknown_reason, signed_on_unknown_reason, follow_up_promised,
    reviewed_by, reviewed_on) values ('0685-2020', 'transcribed', 'citizen_promise', 'Påhittat', 'not_stated', 'not_stated',
    'no', 'Prov', '2026-11-21');
  insert into revisions (number, content_sha256, date) values (1, '${'0'.repeat(64)}', '2026-11-21')`

test('a database of the first version is brought up to date, and loaded as a new one is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-upgrade-'))
  cpSync(MIGRATIONS, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(file, 'utf8'))
  const first = journal.entries.slice(0, 1)
  expect(first.map(({ tag }) => tag)).toEqual(['0000_start'])
  writeFileSync(file, JSON.stringify({ ...journal, entries: first }))
  const { url, drop } = await newServerDatabase()
  const client = postgres(url, { max: 1, onnotice: () => {} })
  await client.unsafe('create extension if not exists pg_trgm')
  await migrate(drizzle({ client }), { migrationsFolder: folder })
  await client.unsafe(OF_FIRST)
  await client.end()
  rmSync(folder, { recursive: true })

  const database = await openDatabase({ url, dataDir: '' })
  const data = sampleData()
  const { revision, changed } = await load(database.db, data)
  expect([revision.number, changed]).toEqual([2, 1])
  const upgraded = await database.db.transaction((tx) => readTables(tx))
  for (const [name, rows] of Object.entries(data.tables))
    expect(upgraded[name as keyof typeof upgraded], name).toHaveLength(rows.length)
  await database.close()
  await drop()
})

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { sql } from 'drizzle-orm'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js'
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MIGRATIONS } from '../src/database/migrations.ts'
import { openDatabase } from '../src/database/open.ts'
import { newServerDatabase } from './support/databases.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The migrations up to one, as a program had them that knew no later one. */
function migrationsUntil(last: string): string {
  const known = join(folder, 'migrations')
  cpSync(MIGRATIONS, known, { recursive: true })
  const file = join(known, 'meta/_journal.json')
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(file, 'utf8'))
  const at = journal.entries.findIndex(({ tag }) => tag === last)
  expect(at).toBeGreaterThan(0)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at + 1) }))
  return known
}

/** A transcribed and a catalogued agreement, as they were before there were drafts. */
const BEFORE_DRAFTS = `insert into agreements (id, extent, kind, title, period_unknown_reason, signed_on_unknown_reason,
    follow_up_promised, reviewed_by, reviewed_on) values ('0114-undated', 'transcribed', 'citizen_promise', 'Påhittat',
    'not_stated', 'not_stated', 'no', 'Prov', '2026-11-21');
  insert into agreements (id, extent, kind, period_unknown_reason, signed_on_unknown_reason, follow_up_promised,
    extent_seen, summary_sv, summary_en) values ('0115-undated', 'catalogued', 'citizen_promise',
    'not_stated', 'not_stated', 'no', 'whole_page', 'Påhittat', 'Made up');`

async function reviewStates(place: { url: string | null; dataDir: string }) {
  const { db, close } = await openDatabase(place)
  try {
    return await db.select({ id: sql`id`, state: sql`review_state` }).from(sql`agreements`).orderBy(sql`id`)
  } finally {
    await close()
  }
}

const EXPECTED = [
  { id: '0114-undated', state: 'reviewed' },
  { id: '0115-undated', state: null },
]

test('what was transcribed before there were drafts is reviewed, on PGlite', async () => {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  const client = await PGlite.create(join(dataDir, 'database'), { extensions: { pg_trgm } })
  await migratePglite(drizzlePglite({ client }), {
    migrationsFolder: migrationsUntil('0003_promise_targets'),
  })
  await client.exec(BEFORE_DRAFTS)
  await client.close()
  expect(await reviewStates({ url: null, dataDir })).toEqual(EXPECTED)
})

test('what was transcribed before there were drafts is reviewed, on PostgreSQL', async () => {
  const { url, drop } = await newServerDatabase()
  const client = postgres(url, { max: 1, onnotice: () => {} })
  await migratePostgres(drizzlePostgres({ client }), {
    migrationsFolder: migrationsUntil('0003_promise_targets'),
  })
  await client.unsafe(BEFORE_DRAFTS)
  await client.end()
  expect(await reviewStates({ url, dataDir: '' })).toEqual(EXPECTED)
  await drop()
})

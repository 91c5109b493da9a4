import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { openCopier } from '../src/database/copy.ts'
import { load } from '../src/database/load.ts'
import { datasetSource, type RowSource, readSource } from '../src/database/rows.ts'
import { viewSource } from '../src/database/views.ts'
import { type Dataset, snakeCase } from '../src/datasets/dataset.ts'
import { datasetNames } from '../src/datasets/index.ts'
import { csvFrame, csvOf } from '../src/exporters/csv.ts'
import { jsonFrame, jsonOf } from '../src/exporters/json.ts'
import { jsonlFrame, jsonlOf } from '../src/exporters/jsonl.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { copyOf, databases, onPostgres, sampleData } from './support/databases.ts'
import { releaseSample } from './support/sample-release.ts'

const text = { sv: 'x', en: 'y' }
const column = { title: text, description: text, absent: text }
const THINGS = {
  name: 'things',
  title: text,
  description: text,
  leastRows: 0,
  key: ['id'],
  columns: {
    id: { title: text, description: text, type: 'integer' },
    someText: { ...column, type: 'text' },
    aList: { title: text, description: text, type: 'list' },
    isTrue: { ...column, type: 'boolean' },
    aNumber: { ...column, type: 'number' },
    aDay: { ...column, type: 'date' },
  },
} as const satisfies Dataset
const things: RowSource = {
  dataset: THINGS,
  from: sql`things`,
  columns: Object.fromEntries(
    Object.keys(THINGS.columns).map((name) => [name, sql`${sql.identifier(snakeCase(name))}`]),
  ),
}

let database: OpenDatabase
beforeAll(async () => {
  database = await onPostgres.openSample()
  await database.db.execute(sql`create table things (id int primary key, some_text text, a_list text[] not null,
    is_true boolean, a_number double precision, a_day date)`)
})
afterAll(() => database.close())

const SNAPSHOT = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const
const bytesOf = async (contents: AsyncIterable<string | Uint8Array>) => {
  let all = ''
  for await (const part of contents) all += Buffer.from(part).toString()
  return all
}

/** What the database writes of a source, and what we do. */
function bothWriters(source: RowSource) {
  const { dataset } = source
  return database.db.transaction(async (snapshot) => {
    const copier = await openCopier(database.db, snapshot)
    if (!copier) throw new Error('no copier')
    const pages = () => readSource(snapshot, source, 100)
    const copied = [
      await bytesOf(copier.copy(source, 'csv', csvFrame(dataset))),
      await bytesOf(copier.copy(source, 'json', jsonFrame())),
      await bytesOf(copier.copy(source, 'json', jsonlFrame())),
    ]
    await copier.close()
    const ours = [
      await bytesOf(csvOf(dataset, pages())),
      await bytesOf(jsonOf(dataset, pages())),
      await bytesOf(jsonlOf(dataset, pages())),
    ]
    return { copied, ours }
  }, SNAPSHOT)
}

describe('PostgreSQL writes the same bytes as we', () => {
  test.each([...datasetNames.map(datasetSource), viewSource('activities_flat')])(
    'of $dataset.name',
    async (source) => {
      const { copied, ours } = await bothWriters(source)
      expect(copied).toEqual(ours)
    },
  )

  test('of whatever texts and numbers there are', async () => {
    const nasty = fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r',
      '\\',
      '\\.',
      '\\N',
      '\t',
      '|',
      '\u0001',
      '\u0002',
      '\u007f',
      '\u2028',
    )
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.oneof(nasty, fc.constantFrom('å', '😀', 'a', ' ', '')) }),
    )
    // PostgreSQL keeps no NUL in a text.
    const someText = words.map((each) => each.replaceAll('\0', ''))
    const thing = fc.record({
      some_text: fc.option(someText),
      a_list: fc.array(someText, { maxLength: 3 }),
      is_true: fc.option(fc.boolean()),
      a_number: fc.option(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer(),
          fc.constantFrom(1e21, 1e-7, 1e15, 1e-5),
        ),
      ),
      a_day: fc.option(fc.constantFrom('2020-02-29', '0001-01-01', '9999-12-31')),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { maxLength: 30 }), async (rows) => {
        const numbered = rows.map((row, id) => ({ id, ...row }))
        await database.db.execute(sql`truncate things`)
        await database.db.execute(
          sql`insert into things select * from jsonb_populate_recordset(null::things, ${JSON.stringify(numbered)}::jsonb)`,
        )
        const { copied, ours } = await bothWriters(things)
        expect(copied).toEqual(ours)
      }),
      { numRuns: 50 },
    )
  })

  test('whatever the settings of the database for days and numbers', async () => {
    await database.db.execute(sql`truncate things`)
    await database.db.execute(sql`insert into things values (1, 'x', '{}', true, 0.1, '2020-02-29')`)
    await database.db.execute(
      sql`do $$ begin execute format('alter database %I set datestyle to ''SQL, DMY''', current_database()); end $$`,
    )
    const { copied, ours } = await bothWriters(things)
    expect(copied).toEqual(ours)
    expect(copied[0]).toContain('0.1,2020-02-29')
  })
})

describe('what PostgreSQL writes', () => {
  test('is what the snapshot holds, not what was changed since', async () => {
    await database.db.execute(sql`truncate things`)
    await database.db.execute(sql`insert into things values (1, 'before', '{}', true, 1, null)`)
    await database.db.transaction(async (snapshot) => {
      const copier = await openCopier(database.db, snapshot)
      if (!copier) throw new Error('no copier')
      await database.db.execute(sql`update things set some_text = 'after'`)
      const copied = await bytesOf(copier.copy(things, 'json', jsonlFrame()))
      expect(copied).toContain('before')
      await copier.close()
    }, SNAPSHOT)
  })

  test('may be read slowly, one table after another', async () => {
    await database.db.execute(sql`truncate things`)
    await database.db.execute(
      sql`insert into things select n, repeat('x', 1000), '{}', true, n, null from generate_series(1, 5000) as n`,
    )
    await database.db.transaction(async (snapshot) => {
      const copier = await openCopier(database.db, snapshot)
      if (!copier) throw new Error('no copier')
      for (let round = 0; round < 5; round++) {
        let bytes = 0
        for await (const chunk of copier.copy(things, 'json', jsonlFrame())) {
          bytes += chunk.length
          await untilServerWaits()
        }
        expect(bytes).toBeGreaterThan(5_000_000)
      }
      await copier.close()
    }, SNAPSHOT)
  })

  /** Waits until the server has sent all that it may, or all that there is. */
  async function untilServerWaits() {
    const sending = `select pid from pg_stat_activity where datname = current_database()
      and state = 'active' and query ilike 'copy %' and wait_event is distinct from 'ClientWrite'`
    while ([...(await database.statements.rows(sending, []))].length > 0);
  }

  test('may be left half-read, and the next is whole', async () => {
    await database.db.execute(sql`truncate things`)
    await database.db.execute(
      sql`insert into things select n, repeat('x', 1000), '{}', true, n, null from generate_series(1, 20000) as n`,
    )
    await database.db.transaction(async (snapshot) => {
      const copier = await openCopier(database.db, snapshot)
      if (!copier) throw new Error('no copier')
      for await (const chunk of copier.copy(things, 'json', jsonlFrame())) {
        expect(chunk.length).toBeGreaterThan(0)
        break
      }
      await copier.close()
      const next = await openCopier(database.db, snapshot)
      if (!next) throw new Error('no copier')
      const rows = await bytesOf(next.copy(things, 'csv', csvFrame(THINGS)))
      expect(rows.split('\r\n')).toHaveLength(20_002)
      await next.close()
    }, SNAPSHOT)
  })
})

test('a large release is the same whether the database writes it or we do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-copy-'))
  // Made up for the test: more documents than are read at a time.
  const data = copyOf(sampleData())
  const last = data.tables.documents.at(-1)
  if (!last) throw new Error('no document')
  for (let at = 0; at < 6000; at++) data.tables.documents.push({ ...last, id: `made-up-${at}` })
  const sums: string[] = []
  for (const { name, open } of databases) {
    const { db, close } = await open()
    await load(db, data)
    const { manifest } = await releaseSample(db, new FolderStore(join(folder, name)))
    await close()
    sums.push(readFileSync(join(folder, name, manifest.release, 'SHA256SUMS'), 'utf8'))
  }
  expect(sums).toHaveLength(2)
  expect(sums[0]).toBe(sums[1])
  rmSync(folder, { recursive: true })
}, 90_000) // it fills two databases

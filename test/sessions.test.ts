import { count, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { columnsOf, keyColumns, tableOf } from '../src/database/rows.ts'
import { READ_TIMEOUT_MS } from '../src/database/session.ts'
import { tables } from '../src/database/tables/index.ts'
import { snakeCase } from '../src/datasets/dataset.ts'
import { datasetNames, datasets } from '../src/datasets/index.ts'
import { bundledData, databases } from './support/databases.ts'

const READ_ONLY = '25006'
const CANCELLED = '57014'

/** The SQLSTATE that something fails with; drizzle wraps the database's error. */
async function failureOf(work: PromiseLike<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof Error && 'code' in cause ? cause.code : cause
}

describe.each(databases)('on $name', ({ name, openLoaded }) => {
  let database: OpenDatabase
  const logged: string[] = []
  beforeAll(async () => {
    database = await openLoaded((query) => logged.push(query))
  })
  afterAll(() => database.close())

  describe('a session for readers', () => {
    test.each([
      "insert into topics select 'x', 'x', 'x', 'x', 'x', '{}', null, 'x'",
      "update topics set label_sv = 'x'",
      'delete from similar_texts',
      'create table notes (id int)',
      'truncate similar_texts',
      'drop table similar_texts',
    ])('refuses to %s', async (statement) => {
      expect(await failureOf(database.reader.execute(sql.raw(statement)))).toBe(READ_ONLY)
      expect(await failureOf(database.statements.rows(statement, []))).toBe(READ_ONLY)
    })

    test('refuses a transaction that writes unless it is opened as one', async () => {
      const write = (reader: OpenDatabase['reader'], settings?: typeof WRITING) =>
        reader.transaction((tx) => tx.execute(sql`update topics set source = source`), settings)
      expect(await failureOf(write(database.reader))).toBe(READ_ONLY)
      expect(await failureOf(write(database.db, WRITING))).toBeNull()
      expect(await failureOf(write(database.reader))).toBe(READ_ONLY)
    })

    test('sees what was loaded', async () => {
      const [topics] = await database.reader.select({ rows: count() }).from(tables.topics)
      expect(topics?.rows).toBe(bundledData().tables.topics.length)
    })
  })

  describe('a plain statement', () => {
    test.each(datasetNames)('reads the rows of %s as drizzle does', async (dataset) => {
      const columns = columnsOf(dataset)
      const expected = await database.reader
        .select(columns)
        .from(tableOf(dataset))
        .orderBy(...keyColumns(dataset))
      const names = Object.keys(columns).map(snakeCase)
      const key = datasets[dataset].key.map(snakeCase)
      const rows = await database.statements.rows(`select ${names} from ${dataset} order by ${key}`, [])
      expect(rows).toEqual(expected.map((row) => Object.values(row)))
    })

    test('gives the plain values of its columns', async () => {
      const rows = await database.statements.rows(
        `select 'å', '', null, 15, 1.5::float8, true, count(*), '2020-01-31'::date, array['a,b', '', 'c"\\d', '{}'],
          '{}'::text[], array[1, 2], '{"a": [1]}'::jsonb from (values (1), (2)) as two(n)`,
        [],
      )
      expect([...rows]).toEqual([
        ['å', '', null, 15, 1.5, true, 2, '2020-01-31', ['a,b', '', 'c"\\d', '{}'], [], [1, 2], { a: [1] }],
      ])
    })

    test('gives an array of texts as it was put in, whatever they hold', async () => {
      const words = fc.oneof(
        fc.string({ unit: 'grapheme' }).filter((word) => !word.includes('\0')),
        fc.constantFrom(
          '',
          'å',
          'Ä',
          "o'x",
          '"',
          '\\',
          '\\"',
          ',',
          '{',
          '}',
          '{}',
          'null',
          'NULL',
          ' ',
          '\n',
        ),
      )
      const list = fc.array(words, { maxLength: 6 })
      await fc.assert(
        fc.asyncProperty(list, async (texts) => {
          const [[same, any] = []] = await database.statements.rows(
            'select $1::text[], (select count(*) from unnest($1::text[]) as word where word = any($2))',
            [texts, texts],
          )
          expect(same).toEqual(texts)
          expect(any).toBe(texts.length)
          const rows = await database.statements.rows(
            'select word, place from unnest($1::text[]) with ordinality as listed(word, place)',
            [texts],
          )
          expect([...rows]).toEqual(texts.map((word, index) => [word, index + 1]))
        }),
        { seed: 1, numRuns: 60 },
      )
    })

    test('compares with values of each kind', async () => {
      const [row] = await database.statements.rows(
        `select $1 = 'å', $2::int + 1, $3::bool, $4::text is null, $5::date, 7 = any($6::int[]), cardinality($7::int[])`,
        ['å', 41, false, null, '2020-01-31', [6, 7], []],
      )
      expect(row).toEqual([true, 42, false, true, '2020-01-31', true, 0])
    })

    test('is told to whoever counts statements', async () => {
      logged.length = 0
      await database.statements.rows('select $1::int', [1])
      expect(logged).toEqual(['select $1::int'])
    })

    test('that is wrong fails with what the database says', async () => {
      await expect(database.statements.rows('select no_such_column from topics', [])).rejects.toThrow(
        /column "no_such_column" does not exist/,
      )
      expect([...(await database.statements.rows('select 1', []))]).toEqual([[1]])
    })
  })

  test.runIf(name === 'PostgreSQL')('a statement is prepared once for a connection', async () => {
    const { statements } = database
    const prepared = async () => {
      // Asked one after the other, all go over the one connection that is open.
      const [row] = await statements.rows(
        `select count(*) from pg_prepared_statements where statement like 'select 1 + $1%'`,
        [],
      )
      return row?.[0]
    }
    for (const n of [1, 2, 3]) await statements.rows('select 1 + $1::int', [n])
    expect(await prepared()).toBe(1)
  })

  test.runIf(name === 'PostgreSQL')('a statement of a reader that takes too long is given up', async () => {
    const [setting] = await database.statements.rows('show statement_timeout', [])
    expect(setting).toEqual([`${READ_TIMEOUT_MS / 1000}s`])
    const sleep = `select pg_sleep(${(READ_TIMEOUT_MS * 4) / 1000})`
    const failures = await Promise.all([
      failureOf(database.statements.rows(sleep, [])),
      failureOf(database.reader.execute(sql.raw(sleep))),
    ])
    expect(failures).toEqual([CANCELLED, CANCELLED])
  })

  test.runIf(name === 'PostgreSQL')('what writes may take as long as it needs', async () => {
    const [setting] = await database.db
      .select({ timeout: sql`current_setting('statement_timeout')` })
      .from(sql`(values (1)) as one`)
    expect(setting).toEqual({ timeout: '0' })
  })
})

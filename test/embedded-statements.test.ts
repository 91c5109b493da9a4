import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementsOfEmbedded } from '../src/database/embedded-statements.ts'
import { MAX_PREPARED, type Statements } from '../src/database/statements.ts'

let client: PGlite
let statements: Statements
const spans: string[] = []

beforeAll(async () => {
  client = await PGlite.create()
  await client.exec('create table places (code text primary key, name text)')
  await client.exec(`insert into places values ('0187', 'Vaxholm'), ('0305', 'Håbo'), ('0643', 'Habo')`)
  statements = statementsOfEmbedded(client, undefined, (name, _attributes, work) => {
    spans.push(name)
    return work()
  })
})
afterAll(() => client.close())

/** How many statements the session holds. */
async function heldCount(): Promise<number> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from pg_prepared_statements')
  return rows[0]?.n ?? 0
}

describe('Statements of the embedded database', () => {
  it('give the same values the first time and once they are prepared', async () => {
    const text = `select $1::text, $2::int, $3::boolean, $4::date, $5::timestamptz, $6::text[], $7::text, array['å', null]`
    const at = '2026-11-30 12:00:00+00'
    const given = ['å"\\', 7, false, '2026-11-30', at, ['ö', 'a,b', '{"}'], null]
    const first = await statements.rows(text, given)
    const before = await heldCount()
    const second = await statements.rows(text, given)
    const third = await statements.rows(text, given)
    expect(first).toEqual([[...given, ['å', null]]])
    expect([second, third]).toEqual([first, first])
    expect(await heldCount()).toBe(before + 1)
  })

  it('tell what is wrong, and the session goes on', async () => {
    const text = 'select 1 / $1::int'
    expect(await statements.rows(text, [1])).toEqual([[1]])
    expect(await statements.rows(text, [1])).toEqual([[1]])
    await expect(statements.rows(text, [0])).rejects.toThrow('division by zero')
    expect(await statements.rows(text, [1])).toEqual([[1]])
    const invalid = 'select nothing from nowhere'
    for (let time = 0; time < 2; time++) await expect(statements.rows(invalid, [])).rejects.toThrow('nowhere')
  })

  it('are prepared again when the table has changed', async () => {
    const text = 'select * from places order by code limit 1'
    for (let time = 0; time < 2; time++)
      expect(await statements.rows(text, [])).toEqual([['0187', 'Vaxholm']])
    await client.exec(`alter table places add column county text default 'AB'`)
    await expect(statements.rows(text, [])).rejects.toThrow('cached plan must not change result type')
    expect(await statements.rows(text, [])).toEqual([['0187', 'Vaxholm', 'AB']])
    await client.exec('alter table places drop column county')
  })

  it('see nothing of a transaction before it is committed', async () => {
    const text = 'select count(*)::int from places'
    for (let time = 0; time < 2; time++) expect(await statements.rows(text, [])).toEqual([[3]])
    let whileOpen: Promise<unknown> = Promise.resolve()
    await client.transaction(async (transaction) => {
      await transaction.exec(`insert into places values ('1080', 'Karlskrona')`)
      whileOpen = statements.rows(text, [])
      await transaction.rollback()
    })
    expect(await whileOpen).toEqual([[3]])
  })

  it('are spans of a trace once they are prepared too', async () => {
    spans.length = 0
    const text = 'select name from places where code = $1'
    for (let time = 0; time < 3; time++) await statements.rows(text, ['0187'])
    expect(spans).toEqual(['select places', 'select places']) // the first is sent as a query, which is traced where it is created
  })

  it(`hold ${MAX_PREPARED} at most`, async () => {
    for (let number = 0; number <= MAX_PREPARED; number++)
      for (let time = 0; time < 2; time++)
        expect(await statements.rows(`select ${number}`, [])).toEqual([[number]])
    expect(await heldCount()).toBe(MAX_PREPARED)
  })
})

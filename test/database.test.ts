import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDatabase, type Transaction, WRITING } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { openDatabase } from '../src/database/open.ts'
import { latestRevision } from '../src/database/revisions.ts'
import { readTables } from '../src/database/rows.ts'
import { changes, tables } from '../src/database/tables/index.ts'
import { compareRows } from '../src/datasets/dataset.ts'
import { datasetNames, datasets } from '../src/datasets/index.ts'
import { BadRecords } from '../src/records/problem.ts'
import type { Data } from '../src/records/read-data.ts'
import { copyOf, databases, newServerDatabase, sampleData } from './support/databases.ts'

describe.each(databases)('on $name', ({ openSample }) => {
  let database: OpenDatabase
  const begin = async () => {
    database = await openSample()
  }

  describe('a load', () => {
    beforeAll(begin)
    afterAll(() => database.close())

    test('makes the database hold the records, row by row', async () => {
      const stored = await readTables(database.db)
      for (const name of datasetNames) {
        const sorted = sampleData().tables[name].toSorted((a, b) => compareRows(datasets[name], a, b))
        expect(stored[name], name).toEqual(sorted)
      }
    })

    test('of the same records again changes nothing', async () => {
      const before = await latestRevision(database.db)
      const result = await load(database.db, sampleData())
      expect(result).toMatchObject({ isNew: false, added: 0, changed: 0, removed: 0 })
      expect(await latestRevision(database.db)).toEqual(before)
    })

    test('of a changed record makes the next revision, with before and after logged', async () => {
      const data = copyOf(sampleData())
      const activity = data.tables.activities.find(({ id }) => id === '0685-2020-a2')
      if (!activity) throw new Error('no such activity')
      activity.targetValue = 16
      const result = await load(database.db, data)
      expect(result).toMatchObject({ isNew: true, added: 0, changed: 1, removed: 0 })
      expect(result.revision.number).toBe(2)
      const logged = await database.db.select().from(changes).where(sql`${changes.revision} = 2`)
      expect(logged).toHaveLength(1)
      expect(logged[0]).toMatchObject({
        dataset: 'activities',
        rowKey: '0685-2020-a2',
        kind: 'changed',
        before: { id: '0685-2020-a2', target_value: 15, target_unit: 'trafikkontroller' },
        after: { id: '0685-2020-a2', target_value: 16, target_unit: 'trafikkontroller' },
      })
      expect((await load(database.db, sampleData())).revision.number).toBe(3)
    })

    test('that the database refuses names the row, its place, and what it must fit', async () => {
      const data = copyOf(sampleData())
      const refused = required(data.tables.municipalities.find(({ code }) => code === '0685'))
      refused.latitude = 95
      const at = { file: 'reference/municipalities.csv', line: 125 }
      const before = await readTables(database.db)
      const failing = load(database.db, { ...data, originOf: (row) => (row === refused ? at : undefined) })
      await expect(failing).rejects.toThrow(
        /^data\/reference\/municipalities\.csv:125: municipalities 0685 is refused: .*"municipalities_latitude"; write what fits CHECK \(.*latitude >= .*55/,
      )
      expect(await readTables(database.db)).toEqual(before)
    })

    test('that makes a public id vanish is refused, and the data served before stay', async () => {
      const data = copyOf(sampleData())
      data.tables.activity_topics = data.tables.activity_topics.filter(
        ({ activityId }) => activityId !== '0684-2018-a2',
      )
      data.tables.activities = data.tables.activities.filter(({ id }) => id !== '0684-2018-a2')
      const before = await readTables(database.db)
      await expect(load(database.db, data)).rejects.toThrow(
        /withdrawn\.csv:2: 0684-2018-a2 is gone from activities; restore it, or add a line: activities,0684-2018-a2,/,
      )
      expect(await readTables(database.db)).toEqual(before)
    })

    test('that fails half-way leaves everything as it was', async () => {
      const data = copyOf(sampleData())
      const [promise] = data.tables.promises
      if (!promise) throw new Error('no promise')
      promise.text = 'changed'
      data.tables.quotes.push({
        ...required(data.tables.quotes[0]),
        position: 9,
        documentId: 'no-such-document',
      })
      const before = await readTables(database.db)
      const revision = await latestRevision(database.db)
      await expect(load(database.db, data)).rejects.toThrow(
        /quotes .* is refused: .*"quotes_document_id_documents_id_fk"/,
      )
      expect(await readTables(database.db)).toEqual(before)
      expect(await latestRevision(database.db)).toEqual(revision)
    })
  })

  describe('loads after each other', () => {
    beforeAll(begin)
    afterAll(() => database.close())

    test('withdraw an id, which leaves a tombstone that stays', async () => {
      const data = withoutFollowUp('A test.')
      const result = await load(database.db, data)
      expect(result).toMatchObject({ isNew: true, added: 1, changed: 0 })
      expect(result.removed).toBeGreaterThan(1)
      await expect(load(database.db, sampleData())).rejects.toThrow(BadRecords)
    })

    test('are one at a time: of two at once, one makes the revision and the other finds it made', async () => {
      const data = withoutFollowUp('Another test.')
      const results = await Promise.all([load(database.db, data), load(database.db, data)])
      expect(results.map(({ isNew }) => isNew).sort()).toEqual([false, true])
      expect(new Set(results.map(({ revision }) => revision.number)).size).toBe(1)
    })
  })

  describe('the database itself refuses', () => {
    beforeAll(async () => {
      await begin()
    })
    afterAll(() => database.close())

    const agreement = () =>
      required(sampleData().tables.agreements.find(({ extent }) => extent === 'transcribed'))
    const catalogued = () =>
      required(sampleData().tables.agreements.find(({ extent }) => extent === 'catalogued'))
    const promise = () => required(sampleData().tables.promises[0])
    const activity = () =>
      required(sampleData().tables.activities.find(({ targetValue }) => targetValue !== null))
    const { agreements, activities, promises, quotes, signatures } = tables

    test.each([
      [
        'a promise of no agreement',
        'promises_agreement_id_agreements_id_fk',
        (tx: Transaction) => tx.insert(promises).values({ ...promise(), id: 'x', agreementId: '9999-2020' }),
      ],
      [
        'a catalogued agreement with a title',
        'agreements_catalogued',
        (tx: Transaction) => tx.insert(agreements).values({ ...catalogued(), id: '0114-2030', title: 'x' }),
      ],
      [
        'a transcribed agreement with mere counts',
        'agreements_transcribed',
        (tx: Transaction) =>
          tx.insert(agreements).values({ ...agreement(), id: '0114-2030', statedPromises: 3 }),
      ],
      [
        'an unknown signing date without reason',
        'agreements_signed_on_unknown',
        (tx: Transaction) =>
          tx
            .insert(agreements)
            .values({ ...agreement(), id: '0114-2030', signedOn: null, signedOnUnknownReason: null }),
      ],
      [
        'a period that ends before it starts',
        'agreements_period',
        (tx: Transaction) =>
          tx
            .insert(agreements)
            .values({ ...agreement(), id: '0114-2030', periodStart: '2031-01-01', periodEnd: '2030-12-31' }),
      ],
      [
        'an extent that is not in the vocabulary',
        'agreements_extent',
        (tx: Transaction) => tx.execute(sql`update agreements set extent = 'guessed'`),
      ],
      [
        'an id of another form',
        'agreements_id',
        (tx: Transaction) => tx.insert(agreements).values({ ...catalogued(), id: 'Habo 2017' }),
      ],
      [
        'a target without a unit',
        'activities_target_counts',
        (tx: Transaction) =>
          tx.insert(activities).values({ ...activity(), id: 'x', targetUnit: null, targetWhat: null }),
      ],
      [
        'a target of nothing',
        'activities_target_value',
        (tx: Transaction) => tx.insert(activities).values({ ...activity(), id: 'x', targetValue: -1 }),
      ],
      [
        'a quote whose words are not as long as its offsets say',
        'quotes_length',
        (tx: Transaction) =>
          tx
            .insert(quotes)
            .values({ ...required(sampleData().tables.quotes[0]), position: 9, endOffset: 1_000 }),
      ],
      [
        'a municipality outside its county',
        'municipalities_code_in_county',
        (tx: Transaction) =>
          tx.execute(sql`update municipalities set county_code = '01' where code = '0685'`),
      ],
      [
        'a signature for the police with a municipality',
        'signatures_municipality',
        (tx: Transaction) =>
          tx.insert(signatures).values({
            ...required(
              sampleData().tables.signatures.find(({ organisationKind }) => organisationKind === 'police'),
            ),
            id: 'x',
            municipalityCode: '0685',
          }),
      ],
      [
        'an archived text that is not the one of its checksum',
        'documents_sha256',
        (tx: Transaction) =>
          tx.execute(sql`update documents set text = text || ' ' where id = '0685-2020-d1'`),
      ],
      [
        'removing a county that has municipalities',
        'municipalities_county_code_counties_code_fk',
        (tx: Transaction) => tx.execute(sql`delete from counties where code = '06'`),
      ],
    ])('%s', async (_what, constraint, write) => {
      const error: unknown = await database.db.transaction<unknown>(write, WRITING).then(
        () => null,
        (reason: unknown) => reason,
      )
      const cause = error instanceof Error ? error.cause : null
      expect(cause instanceof Error ? cause.message : cause).toContain(`"${constraint}"`)
    })

    test('but takes what fits', async () => {
      await database.db.transaction(async (tx) => {
        const day = '2030-05-01'
        const ofOneDay = { ...catalogued(), periodStart: day, periodEnd: day, periodUnknownReason: null }
        await tx.insert(agreements).values({ ...ofOneDay, id: '0114-2030' })
        await tx.delete(agreements).where(sql`${agreements.id} = '0114-2030'`)
      }, WRITING)
    })
  })
})

/** The bundled data with one follow-up withdrawn. */
function withoutFollowUp(reasonEn: string): Data {
  const data = copyOf(sampleData())
  data.tables.follow_ups = data.tables.follow_ups.filter(({ id }) => id !== '0685-2020-u2')
  data.tables.quotes = data.tables.quotes.filter(({ recordId }) => recordId !== '0685-2020-u2')
  data.tables.tombstones.push({
    dataset: 'follow_ups',
    recordId: '0685-2020-u2',
    withdrawnOn: '2026-11-21',
    reasonSv: 'Prov.',
    reasonEn,
  })
  return data
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the bundled data lack what this test needs')
  return value
}

test('of two servers that load at once, one makes the revision and the other finds it made', async () => {
  const { url, drop } = await newServerDatabase('tables')
  const servers = await Promise.all([1, 2].map(() => openDatabase({ url, dataDir: '' })))
  const results = await Promise.all(servers.map(({ db }) => load(db, sampleData())))
  expect(results.map(({ isNew }) => isNew).sort()).toEqual([false, true])
  await Promise.all(servers.map((server) => server.close()))
  await drop()
})

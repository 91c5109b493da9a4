import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lookupsOf } from '../src/commands/reading.ts'
import { load } from '../src/database/load.ts'
import { ReleaseRefused } from '../src/exporters/fitness.ts'
import { release } from '../src/exporters/release.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { draftAgreement } from '../src/ingest/draft-agreement.ts'
import { writeDraft } from '../src/ingest/write-draft.ts'
import { BadRecords } from '../src/records/problem.ts'
import { readData } from '../src/records/read-data.ts'
import { bundledData, copyOf, databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'

// The documents here are made up.

const lookups = lookupsOf('data')

const HABO = `Medborgarlöfte Habo kommun 2019

Polisen lovar att:
- genomföra minst femton trafikkontroller per år
- finnas på plats vid stationen

Habo den 6 december 2018
`

let drafts: string
beforeEach(() => {
  drafts = mkdtempSync(join(tmpdir(), 'medborgarloften-drafts-'))
})
afterEach(() => rmSync(drafts, { recursive: true }))

/** Writes the draft of a document as ingest does, and gives its YAML. */
function put(folder: string, text: string, into = drafts): string {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const document = { url: null, publisherKind: null, retrievedOn: null, mediaType: 'text/plain', sha256 }
  const yaml = writeDraft(draftAgreement({ text, title: null, url: null }, lookups), document)
  mkdirSync(join(into, folder))
  writeFileSync(join(into, folder, 'source.txt'), text)
  writeFileSync(join(into, folder, 'draft.yaml'), yaml)
  return yaml
}

const edited = (yaml: string, from: string, to: string) => {
  expect(yaml).toContain(from)
  return yaml.replace(from, to)
}
const read = () => readData('data', { drafts })
const habo = () => read().tables.agreements.find(({ id }) => id === '0643-2019')

/** What is wrong with the drafts, with files named as from their folder. */
function problems(): string {
  try {
    read()
  } catch (error) {
    if (error instanceof BadRecords) return error.message.replaceAll(`${drafts}/`, '')
    throw error
  }
  return ''
}

describe('a folder of drafts', () => {
  test('is not read unless it is named', () => {
    put('0643-2019', HABO)
    expect(readData('data').tables.agreements.some(({ id }) => id === '0643-2019')).toBe(false)
  })

  test('gives records that say that nobody has reviewed them', () => {
    put('0643-2019', HABO)
    const { tables, date } = read()
    expect(habo()).toMatchObject({
      extent: 'transcribed',
      reviewState: 'draft',
      reviewedBy: null,
      reviewedOn: null,
    })
    expect(tables.promises.find(({ id }) => id === '0643-2019-p1')).toMatchObject({
      targetOperator: 'at_least',
      targetValue: 15,
      targetUnit: 'trafikkontroller',
      targetPer: 'year',
    })
    expect(tables.promise_actors.filter(({ promiseId }) => promiseId === '0643-2019-p1')).toEqual([
      { promiseId: '0643-2019-p1', actorId: 'police', position: 1, basis: 'lead_in', text: 'Polisen' },
    ])
    expect(tables.promise_topics.filter(({ promiseId }) => promiseId === '0643-2019-p2')).toEqual([])
    expect(date).toBe(bundledData().date)
    for (const { extent, reviewState } of bundledData().tables.agreements)
      expect(reviewState).toBe(extent === 'transcribed' ? 'reviewed' : null)
  })

  test('gives what an editor has begun to correct instead of what was read', () => {
    const yaml = put('0643-2019', HABO)
    const begun = edited(yaml, 'kind: citizen_promise', 'kind: cooperation_agreement')
    writeFileSync(join(drafts, '0643-2019/agreement.yaml'), begun)
    expect(habo()).toMatchObject({ kind: 'cooperation_agreement', reviewState: 'draft' })
  })

  test('stands in place of what the catalogue says of the same agreement', () => {
    const of = (code: string, id: string) => {
      const { tables } = read()
      return {
        agreements: tables.agreements.filter((row) => row.id === id),
        state: tables.municipalities.find((row) => row.code === code)?.researchState,
      }
    }
    expect(of('0604', '0604-2021')).toMatchObject({
      agreements: [{ extent: 'catalogued' }],
      state: 'catalogued',
    })
    put('0604-2021', HABO.replaceAll('Habo', 'Aneby').replace('2019', '2021'))
    expect(of('0604', '0604-2021')).toMatchObject({
      agreements: [{ extent: 'transcribed', reviewState: 'draft' }],
      state: 'transcribed',
    })
  })

  test('gives what an editor has reviewed as reviewed, and is as new as that', () => {
    const yaml = put('0643-2019', HABO.replace('- finnas på plats vid stationen\n', ''))
    const reviewed = edited(yaml, 'reviewed: null', 'reviewed: { by: Prov, on: 2027-01-31 }')
    writeFileSync(join(drafts, '0643-2019/agreement.yaml'), reviewed)
    expect(habo()).toMatchObject({ reviewState: 'reviewed', reviewedBy: 'Prov', reviewedOn: '2027-01-31' })
    expect(read().date).toBe('2027-01-31')
  })

  test('may hold the archive, and what ingest has not finished', () => {
    mkdirSync(join(drafts, 'archive'))
    mkdirSync(join(drafts, '.1.unfinished'))
    expect(read().tables).toEqual(bundledData().tables)
  })

  test.each<[string, () => void, RegExp]>([
    [
      'reviewed without a topic',
      () => {
        const yaml = put('0643-2019', HABO)
        const reviewed = edited(yaml, 'reviewed: null', 'reviewed: { by: Prov, on: 2026-11-21 }')
        writeFileSync(join(drafts, '0643-2019/agreement.yaml'), reviewed)
      },
      /^0643-2019\/agreement\.yaml:\d+: promises#2\.topics: .*write 1 or more$/m,
    ],
    [
      'of no municipality',
      () => put('unknown-1', 'Medborgarlöfte\n\nPolisen lovar att:\n- vara synlig\n'),
      /^unknown-1\/draft\.yaml:1: id: null is not valid; no municipality was found, .*write an id such as 0685-2020; make the correction in a copy named agreement\.yaml$/m,
    ],
    [
      'with a role that we do not publish',
      () => {
        const yaml = put('0643-2019', `${HABO}\nAnna Andersson\nKommunstyrelsens ordförande, Habo kommun\n`)
        const unknown = edited(yaml, 'role: municipal_board_chair', 'role: null')
        writeFileSync(join(drafts, '0643-2019/draft.yaml'), unknown)
      },
      /^0643-2019\/draft\.yaml:\d+: signatures#1\.role: null is not valid; the printed role .*write one of municipal_board_chair, /m,
    ],
    [
      'with the id of a record',
      () => put('0685-2020', HABO.replaceAll('Habo', 'Vetlanda').replace('2019', '2020')),
      /^0685-2020\/draft\.yaml:1: agreement 0685-2020 already exists in agreements\/0685-2020\/agreement\.yaml:\d+; .*such as 0685-2020-b$/,
    ],
    [
      'there twice',
      () => {
        put('0643-2019', HABO)
        put('another', HABO)
      },
      /^another\/draft\.yaml:1: agreement 0643-2019 already exists in .*0643-2019\/draft\.yaml:1;/,
    ],
    [
      'whose text was changed',
      () => {
        put('0643-2019', HABO)
        writeFileSync(join(drafts, '0643-2019/source.txt'), `${HABO} `)
      },
      /^0643-2019\/draft\.yaml:\d+: document\.sha256: source\.txt has changed since the draft was made; restore it, or ingest the document again$/,
    ],
    [
      'with nothing in it',
      () => mkdirSync(join(drafts, 'empty')),
      /^empty:1: has neither agreement\.yaml nor draft\.yaml; remove the folder/,
    ],
  ])('%s stops the load, with what to do', (_what, harm, message) => {
    harm()
    expect(problems()).toMatch(message)
  })

  test('that is not there stops the load', () => {
    expect(() => readData('data', { drafts: join(drafts, 'none') })).toThrow(
      /none:1: cannot be read: ENOENT.*; give a folder written by npm run ingest$/,
    )
  })
})

describe.each(databases)('drafts on $name', (testDatabase) => {
  let asked: Asked
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-loaded-'))
    put('0643-2019', `${HABO}\nAnna Andersson\nKommunstyrelsens ordförande, Habo kommun\n`, folder)
    asked = await askable(testDatabase, readData('data', { drafts: folder }))
  })
  afterAll(async () => {
    await asked.close()
    rmSync(folder, { recursive: true })
  })

  test('are told apart from what is reviewed, also in what belongs to them', async () => {
    const data = await asked.dataOf(`{
      drafts: agreements(first: 9, filter: { reviewState: DRAFT }) { nodes { key reviewState reviewedBy reviewedOn } }
      reviewed: agreements(first: 9, filter: { reviewState: REVIEWED }) { totalCount nodes { reviewState } }
      all: agreements(first: 1, filter: { reviewState: [DRAFT, REVIEWED] }) { totalCount }
      catalogued: agreements(first: 1, filter: { extent: CATALOGUED }) { nodes { reviewState } }
      promises(first: 9, filter: { agreement: { reviewState: DRAFT } }) { nodes { key } }
      dataset { counts { drafts agreements { transcribed } } }
    }`)
    expect(data.drafts.nodes).toEqual([
      { key: '0643-2019', reviewState: 'DRAFT', reviewedBy: null, reviewedOn: null },
    ])
    expect(data.reviewed.totalCount).toBe(5)
    expect(
      new Set(data.reviewed.nodes.map(({ reviewState }: { reviewState: string }) => reviewState)),
    ).toEqual(new Set(['REVIEWED']))
    expect(data.all.totalCount).toBe(6)
    expect(data.catalogued.nodes).toEqual([{ reviewState: null }])
    expect(data.promises.nodes).toEqual([{ key: '0643-2019-p1' }, { key: '0643-2019-p2' }])
    expect(data.dataset.counts).toEqual({ drafts: 1, agreements: { transcribed: 6 } })
  })

  test('are not released', async () => {
    const attempt = release(asked.database.db, new FolderStore(join(folder, 'exports')))
    await expect(attempt).rejects.toThrow(ReleaseRefused)
    await expect(attempt).rejects.toThrow(
      /1 agreement is an unreviewed draft\. Run npm run load without --drafts/,
    )
  })

  test('go without a tombstone when they are not loaded again, but nothing that is reviewed does', async () => {
    const { db } = asked.database
    const without = copyOf(bundledData())
    for (const name of ['promises', 'activity_promises', 'promise_topics', 'quotes', 'issues'] as const) {
      without.tables[name] = without.tables[name].filter(
        (row) => !JSON.stringify(row).includes('1766-2019-p1'),
      ) as never
    }
    await expect(load(db, without)).rejects.toThrow(/1766-2019-p1 is gone from promises; restore it/)
    const { isNew, removed } = await load(db, bundledData())
    expect(isNew && removed).toBeGreaterThan(10)
    const gone = await asked.dataOf(
      '{ agreement(id: "0643-2019") { key } dataset { counts { drafts } } signatory(id: "anna-andersson") { key } }',
    )
    expect(gone).toEqual({ agreement: null, dataset: { counts: { drafts: 0 } }, signatory: null })
    // It is not refused: it begins to write.
    const begins = release(db, new FolderStore(join(folder, 'exports')), {
      progress: () => {
        throw new Error('it begins')
      },
    })
    await expect(begins).rejects.toThrow('it begins')
  })
})

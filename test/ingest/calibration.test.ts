import { describe, expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import { type ComparedDraft, calibrationOf } from '../../src/ingest/calibration.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { madeUpDocuments } from '../support/made-up-documents.ts'

const lookups = lookupsOf('data')
const TEXT = `Medborgarlöfte Habo kommun 2019

Polisen lovar att:
- genomföra minst femton trafikkontroller per år
- minska skadegörelsen på skolor
`
const draft = draftAgreement({ text: TEXT, title: null, url: null }, lookups)
const rowsOf = (expected: Partial<ComparedDraft['expected']>) =>
  calibrationOf([{ draft, expected: { ...draft.record, ...expected } }])
const row = (rows: ReturnType<typeof rowsOf>, field: string) => rows.filter((each) => each.field === field)

describe('of the values that a draft is so sure of', () => {
  test('those that the record has too are right', () => {
    const rows = rowsOf({})
    expect(row(rows, 'promises')).toEqual([{ field: 'promises', band: 0.9, values: 2, right: 2 }])
    expect(row(rows, 'promises: actors')).toEqual([
      { field: 'promises: actors', band: 0.75, values: 2, right: 2 },
    ])
    expect(rows.filter(({ values, right }) => values !== right)).toEqual([])
  })

  test('a promise that is an activity is wrong, and what its words say is right all the same', () => {
    const rows = rowsOf({ promises: [], activities: draft.record.promises })
    expect(row(rows, 'promises')).toEqual([{ field: 'promises', band: 0.9, values: 2, right: 0 }])
    expect(row(rows, 'promises: target')).toEqual([
      { field: 'promises: target', band: 0.9, values: 1, right: 1 },
    ])
  })

  test('another period, municipality, day or target is wrong', () => {
    const [first, ...rest] = draft.record.promises
    const rows = rowsOf({
      municipalities: [],
      period: { start: '2019', end: '2020' },
      signing: { on: '2019-01-01' },
      promises: [{ ...first, target: null } as (typeof rest)[number], ...rest],
    })
    for (const field of ['municipalities', 'period', 'signing', 'promises: target'])
      expect([field, ...row(rows, field).map(({ right }) => right)]).toEqual([field, 0])
  })

  test('what the record does not say is not counted', () => {
    const promises = draft.record.promises.map(({ text }) => ({ text }))
    expect(rowsOf({ promises }).map(({ field }) => field)).not.toContain('promises: actors')
  })
})

test('of what a draft of an annotated document is nine tenths sure of, nine tenths are right', () => {
  const documents = ['documents', 'printed', 'unseen'].flatMap(madeUpDocuments)
  const rows = calibrationOf(
    documents.map(({ text, url, expected }) => ({
      draft: draftAgreement({ text, title: null, url }, lookups),
      expected,
    })),
  )
  const sure = rows.filter(({ band }) => band === 0.9)
  expect(sure.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['promises', 'activities', 'period', 'signing', 'municipalities', 'signatures']),
  )
  for (const { field, values, right } of sure)
    expect(right / values, `${field}: ${right} of ${values}`).toBeGreaterThanOrEqual(0.9)
})

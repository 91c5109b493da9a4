import { expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import { askedOf } from '../../src/ingest/asked.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { evaluate } from '../../src/ingest/evaluate.ts'
import type { ExpectedRecord } from '../../src/ingest/expected-record.ts'

const lookups = lookupsOf('data')

/** What is asked of a draft of a text, if a person says that its record is another. */
function asked(text: string, changesOf: (read: ExpectedRecord) => Partial<ExpectedRecord>) {
  const draft = draftAgreement({ text, title: null, url: null }, lookups)
  const expected: ExpectedRecord = { ...draft.record, ...changesOf(draft.record) }
  const { misses } = evaluate([{ document: 'd', draft: draft.record, expected }])
  return askedOf([{ draft, misses }])
}

const SURE = `Medborgarlöfte Habo kommun 2019

Polisen lovar att:
- genomföra minst femton trafikkontroller per år
- minska skadegörelsen på skolor

Räddningstjänsten ska också vara med.
`
const place = (words: string, text = SURE) => {
  const start = text.indexOf(words)
  return { text: { words, at: [start, start + words.length] as const } }
}

test('nobody is asked about a value that is read with certainty', () => {
  const { rows, silent } = asked(SURE, (read) => ({ promises: [], activities: read.promises }))
  expect(rows.filter(({ field }) => field === 'promises')).toEqual([
    { field: 'promises', kind: 'extra', wrong: 2, asked: 0 },
  ])
  expect(silent.map(({ field }) => field)).toContain('promises')
})

test('an issue about a line asks about what is missing from it', () => {
  const { rows, silent } = asked(SURE, ({ promises }) => ({
    promises: [...promises, place('Räddningstjänsten ska också vara med.')],
  }))
  expect(rows).toEqual([{ field: 'promises', kind: 'missing', wrong: 1, asked: 1 }])
  expect(silent).toEqual([])
})

test('the question of what a list is asks about all its items', () => {
  const doubted = `Medborgarlöfte Habo kommun 2019

Trygghet

- fler poliser i centrum
- öppna en fritidsgård
`
  const { rows } = asked(doubted, ({ promises, activities }) => ({
    promises: activities,
    activities: promises,
  }))
  expect(rows.length).toBeGreaterThan(0)
  for (const { wrong, asked: told } of rows) expect(told).toBe(wrong)
})

test('an issue about the municipality or the period asks about nothing else', () => {
  const nowhere = 'Medborgarlöfte\n\nPolisen lovar att:\n- genomföra minst femton trafikkontroller per år\n'
  const { rows } = asked(nowhere, () => ({
    municipalities: [{ code: '0643' }],
    period: { start: '2019', end: '2019' },
    signing: { on: '2019-01-01' },
  }))
  expect(rows).toEqual([
    { field: 'municipality', kind: 'missing', wrong: 1, asked: 1 },
    { field: 'period', kind: 'missing', wrong: 1, asked: 1 },
    { field: 'signing date', kind: 'missing', wrong: 1, asked: 0 },
  ])
})

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lookupsOf } from '../../src/commands/reading.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { writeDraft } from '../../src/ingest/write-draft.ts'
import { checkAgreement } from '../../src/records/agreement-checks.ts'
import { agreementSchema } from '../../src/records/agreement-schema.ts'
import type { Quote } from '../../src/records/field.ts'
import { carryOver } from '../../src/review/carry-over/carry-over.ts'
import { changesBetween } from '../../src/review/carry-over/compare.ts'
import { WordFinder } from '../../src/review/carry-over/find-words.ts'
import { giveIds, givenIn } from '../../src/review/carry-over/give-ids.ts'
import { knownItems } from '../../src/review/carry-over/known-items.ts'
import { parseRecord } from '../../src/review/keeping/draft-files.ts'
import { writeRecord } from '../../src/review/keeping/record-yaml.ts'
import type { Unfinished } from '../../src/review/record/unfinished.ts'

const quote = (text: string, words: string, from = 0) => {
  const start = Array.from(text.slice(0, text.indexOf(words, from))).length
  return { words, at: [start, start + Array.from(words).length] as const }
}

describe('words are found in another text', () => {
  const find = (before: string, words: string, after: string, from = 0) =>
    new WordFinder(before, after).find(quote(before, words, from))

  test('whatever white space stands between them, with the words as they stand there', () => {
    expect(find('öka tryggheten nu', 'öka tryggheten', '🚓 öka\n    tryggheten')).toEqual({
      words: 'öka\n    tryggheten',
      at: [2, 20],
    })
  })

  test('at the nearest place, counted from a line that both texts have', () => {
    const before = 'polisen\npolisen\nRubrik\npolisen'
    expect(find(before, 'polisen', `Nytt\nlångt\nstycke\n${before}`, 20)).toEqual(
      quote(`Nytt\nlångt\nstycke\n${before}`, 'polisen', 35),
    )
    expect(find('a polisen b', 'polisen', 'polisen a polisen b')).toMatchObject({ at: [0, 7] })
  })

  test('with a line that has moved', () => {
    const lines = ['Vi i polisen', 'lovar', 'Alla i polisen', 'också']
    const before = lines.join('\n')
    const after = lines.toReversed().join('\n')
    expect(find(before, 'polisen', after)).toEqual(quote(after, 'polisen', after.indexOf('Vi')))
  })

  test('within a word only where they stood within one', () => {
    expect(find('vi gör det', 'vi', 'civila poliser')).toBeNull()
    expect(find('Habos kommun', 'Habo', 'i Habos skolor')).toEqual(quote('i Habos skolor', 'Habo'))
    expect(find('Öst och', 'Öst', 'Östra')).toBeNull()
  })

  test('nowhere else', () => {
    expect(find('öka tryggheten', 'öka tryggheten', 'öka  otryggheten')).toBeNull()
    expect(find('a', 'a', '')).toBeNull()
  })
})

const lookups = lookupsOf('data')
const LINES = [
  'genomföra minst femton trafikkontroller per år',
  'genomföra minst tjugo trafikkontroller per år',
  'genomföra minst tjugo trafikkontroller per år utanför skolor i Årsta',
  'minska skadegörelsen på åtta skolor',
  'öka tryggheten på torget',
  'minska narkotikan 🚭 bland unga på gatorna',
]
const textOf = (lines: readonly string[], signed: string) =>
  `Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n${lines.map((line) => `- ${line}`).join('\n')}\n\nHabo den ${signed}\n`

/** What the program reads of a text, with the ids of what was known. */
function read(
  text: string,
  before: Unfinished | null,
  edited: { readonly record: Unfinished; readonly text: string } | null,
): Unfinished {
  const draft = draftAgreement({ text, title: null, url: null }, lookups)
  const finder = edited && new WordFinder(edited.text, text)
  const known = knownItems(before, edited?.record ?? null, (each) => finder?.find(each) ?? null)
  const given = givenIn(JSON.stringify([before, edited]), '0643-2019')
  const numbered = giveIds(draft, '0643-2019', known, given)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const document = { url: null, publisherKind: null, retrievedOn: null, mediaType: 'text/plain', sha256 }
  return parseRecord(writeDraft(numbered.draft, document), 'draft.yaml')
}

type State = 'accepted' | 'rejected' | 'undecided'

/** What an editor makes of a draft who decides so on its promises, one after the other. */
function decided(draft: Unfinished, states: readonly State[]): Unfinished {
  const stateOf = (index: number) => states[index] ?? 'undecided'
  const rejected = draft.promises.filter((_, index) => stateOf(index) === 'rejected')
  return {
    ...draft,
    promises: draft.promises.filter((each) => !rejected.includes(each)),
    issues: draft.issues.filter(({ record }) => !rejected.some(({ id }) => id === record)),
    review: draft.promises.flatMap((each, index): NonNullable<Unfinished['review']> => {
      const state = stateOf(index)
      if (state === 'undecided') return []
      if (state === 'rejected') return [{ value: each.id, state, words: quoteOf(each.text).words }]
      return ['text', 'topics'].map((field) => ({ value: `${each.id}.${field}`, state, words: null }))
    }),
  }
}

/** The text of a promise is one. */
const quoteOf = (text: unknown) => text as Quote

const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 7 })
const signed = fc.constantFrom('6 december 2018', '7 december 2018')
const states = fc.array(fc.constantFrom<State>('accepted', 'rejected', 'undecided'), { maxLength: 7 })
const reading = fc.record({
  lines,
  signed,
  states,
  next: fc.array(fc.record({ lines, signed }), { minLength: 1, maxLength: 3 }),
})

test('a record that is carried from text to text holds, and forgets nothing that was decided', () => {
  fc.assert(
    fc.property(reading, ({ lines: first, signed: day, states: all, next }) => {
      let text = textOf(first, day)
      let readBefore = read(text, null, null)
      let record = decided(readBefore, all)
      for (const { lines: others, signed: otherDay } of next) {
        const now = textOf(others, otherDay)
        const draft = read(now, readBefore, { record, text })
        const carried = parseRecord(
          writeRecord(
            carryOver({ before: { record, text }, readBefore, draft: { record: draft, text: now } }),
            writeRecord(record, ''),
          ),
          'agreement.yaml',
        )
        // It passes the checks of records.
        const finished = {
          ...(parse(writeRecord(carried, '')) as object),
          reviewed: { by: 'Åsa', on: '2026-11-21' },
        }
        const source = { text: now, bytes: Buffer.from(now) }
        const faults = checkAgreement(agreementSchema.parse(finished), source, '0643-2019')
        expect(faults).toEqual([])

        const kept = new Set([...carried.review, ...(carried.gone ?? [])].map(({ value }) => value))
        for (const { value } of record.review) {
          const [item = ''] = value.split('.')
          expect(
            [value, item].some((name) => kept.has(name)),
            `${value} of ${[...kept]}`,
          ).toBe(true)
        }
        const rejected = record.review.filter(({ state }) => state === 'rejected').map(({ value }) => value)
        for (const { id } of carried.promises) expect(rejected).not.toContain(id)
        // All that the program reads is there, or was rejected. Of words that stand twice it reads the first.
        const said = carried.promises.map((each) => quoteOf(each.text))
        for (const { id, text: found } of draft.promises.filter((each) => !rejected.includes(each.id))) {
          const { words, at } = quoteOf(found)
          const isThere = (other: Quote) =>
            words.includes(other.words) || (other.at[0] < at[1] && at[0] < other.at[1])
          expect(said.some(isThere), `${id} ${words}`).toBe(true)
        }

        const again = parseRecord(
          writeRecord(
            carryOver({
              before: { record: carried, text: now },
              readBefore: draft,
              draft: { record: read(now, draft, { record: carried, text: now }), text: now },
            }),
            '',
          ),
          'agreement.yaml',
        )
        expect(changesBetween(carried, again)).toEqual([])
        expect({ ...again, reading: null }).toEqual({ ...carried, reading: null })
        text = now
        readBefore = draft
        record = carried
      }
    }),
    { numRuns: 30 },
  )
})

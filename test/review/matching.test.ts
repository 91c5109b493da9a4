import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import type { DraftRecord } from '../../src/ingest/draft.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { writeDraft } from '../../src/ingest/write-draft.ts'
import { listNames } from '../../src/records/lists.ts'
import { changesBetween } from '../../src/review/carry-over/compare.ts'
import { type GivenIds, giveIds } from '../../src/review/carry-over/give-ids.ts'
import { knownItems } from '../../src/review/carry-over/known-items.ts'
import { type KnownItem, LEAST_SHARE, matchItems } from '../../src/review/carry-over/match-items.ts'
import { parseRecord } from '../../src/review/keeping/draft-files.ts'
import type { Unfinished } from '../../src/review/record/unfinished.ts'
import { DOCUMENT } from './support/record.ts'

const known = (id: string, words: string, isGone = false): KnownItem => ({
  id,
  wordings: found(words),
  isGone,
  standsAt: null,
})
const found = (...all: string[]) => all.map((words) => ({ kind: '', words, at: null }))
const idsOf = (read: KnownItem[], words: string[], others: KnownItem[] = []) =>
  matchItems({ read, others }, found(...words)).map((item) => item?.id ?? null)

describe('an item is the one known before', () => {
  test('that has the same words, whatever the order and the white space', () => {
    expect(
      idsOf(
        [known('p1', 'öka tryggheten'), known('p2', 'minska åverkan')],
        ['minska\n  åverkan', 'öka tryggheten'],
      ),
    ).toEqual(['p2', 'p1'])
  })

  test('that shares at least half of all their words, the greatest share first', () => {
    expect(LEAST_SHARE).toBe(0.5)
    const read = [known('p1', 'vara synlig i centrum'), known('p2', 'vara synlig i centrum på kvällar')]
    // Of five words that either has, p1 shares three; of seven, p2 shares five.
    expect(idsOf(read, ['vara synlig i parken', 'vara synlig i centrum på fredagar'])).toEqual(['p1', 'p2'])
    expect(idsOf(read, ['vara synlig i centrum på fredagar'])).toEqual(['p2'])
    expect(idsOf([known('p1', 'a b c')], ['a b x'])).toEqual(['p1'])
    expect(idsOf([known('p1', 'a b c')], ['a x y'])).toEqual([null])
  })

  test('and no other one: each is taken once', () => {
    expect(idsOf([known('p1', 'vara synlig')], ['vara synlig', 'vara synlig'])).toEqual(['p1', null])
  })

  test("by the editor's words as well", () => {
    const corrected = { ...known('p1', 'a b c d'), wordings: found('a b c d', 'e f g') }
    expect(idsOf([corrected], ['e f g'])).toEqual(['p1'])
  })

  test('what is gone only in its very words, and after what is there', () => {
    expect(idsOf([known('p1', 'a b c', true)], ['a b d'])).toEqual([null])
    expect(idsOf([known('p1', 'a b c', true)], ['a b c'])).toEqual(['p1'])
    expect(idsOf([], ['a b'], [known('p1', 'a b', true), known('p2', 'a b')])).toEqual(['p2'])
  })

  test('where it stands, if its words still do', () => {
    const read = [{ ...known('p1', 'vara synlig i parken'), standsAt: [40, 60] as const }]
    const at = (start: number, words: string) => ({ kind: '', words, at: [start, start + 20] as const })
    const match = (...all: ReturnType<typeof at>[]) =>
      matchItems({ read, others: [] }, all).map((item) => item?.id)
    expect(match(at(0, 'vara synlig i centrum'), at(35, 'vara synlig i parken och på torget'))).toEqual([
      undefined,
      'p1',
    ])
    expect(match(at(0, 'vara synlig i centrum'))).toEqual([undefined])
  })

  test('of the same kind', () => {
    const items = matchItems(
      {
        read: [{ ...known('i1', 'a b'), wordings: [{ kind: 'misprint', words: 'a b', at: null }] }],
        others: [],
      },
      [{ kind: 'ambiguous', words: 'a b', at: null }],
    )
    expect(items).toEqual([null])
  })
})

// Few words, so that items come to share them, with letters beyond ASCII.
const word = fc.constantFrom('öka', 'tryggheten', 'på', 'åtta', 'platser', 'i', 'Årsta', 'minska', 'åverkan')
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
const items = fc.array(words, { maxLength: 12 })
const numbered = (all: readonly string[]) => all.map((each, index) => known(`p${index + 1}`, each))

test('no id is given twice', () => {
  fc.assert(
    fc.property(items, items, fc.array(fc.boolean()), (before, after, gone) => {
      const read = numbered(before).map((item, index) => ({ ...item, isGone: gone[index] ?? false }))
      const ids = idsOf(read, after).filter((id) => id !== null)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('what has not changed keeps its ids, also where items say the same', () => {
  fc.assert(
    fc.property(items, (all) => {
      expect(idsOf(numbered(all), all)).toEqual(numbered(all).map(({ id }) => id))
    }),
  )
})

test('whatever becomes of one item, the others keep their ids', () => {
  const edit = fc.record({
    all: fc.array(words, { minLength: 1, maxLength: 12 }),
    at: fc.nat(),
    edited: words,
  })
  fc.assert(
    fc.property(edit, ({ all, at, edited }) => {
      const index = at % all.length
      const ids = idsOf(numbered(all), all.with(index, edited))
      const kept = numbered(all).map(({ id }) => id)
      expect(ids.toSpliced(index, 1)).toEqual(kept.toSpliced(index, 1))
    }),
  )
})

describe('the ids of a document that is read again and again', () => {
  const lookups = lookupsOf('data')
  const line = fc.constantFrom(
    'genomföra minst femton trafikkontroller per år',
    'genomföra minst tjugo trafikkontroller per år',
    'finnas på plats vid stationen i Årsta',
    'öka tryggheten på torget',
    'minska skadegörelsen på åtta skolor',
    'besöka alla högstadieskolor tillsammans med kommunen',
  )
  const texts = fc.array(fc.array(line, { maxLength: 5 }), { minLength: 2, maxLength: 5 })
  const read = (lines: readonly string[]) => {
    const list = lines.map((each) => `- ${each}`).join('\n')
    const text = `Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n${list}\n\nRäddningstjänsten ska vara med.\n`
    return draftAgreement({ text, title: null, url: null }, lookups)
  }
  const idsIn = (record: DraftRecord) => listNames.flatMap((list) => record[list].map(({ id }) => id))

  test('are unique, and no id that is gone comes back', () => {
    fc.assert(
      fc.property(texts, (all) => {
        let given: GivenIds = {}
        let idsBefore: string[] = []
        let before: Unfinished | null = null
        const gone = new Set<string>()
        for (const lines of all) {
          const now = giveIds(read(lines), '0643-2019', knownItems(before, null), given)
          const ids = idsIn(now.draft.record)
          expect(new Set(ids).size).toBe(ids.length)
          for (const id of ids) expect(gone, id).not.toContain(id)
          const record = parseRecord(writeDraft(now.draft, DOCUMENT), 'draft.yaml')
          for (const id of idsBefore) if (!ids.includes(id)) gone.add(id)
          const again = giveIds(read(lines), '0643-2019', knownItems(record, null), now.given)
          expect(again.draft).toEqual(now.draft)
          expect(changesBetween(record, record)).toEqual([])
          before = record
          idsBefore = ids
          given = now.given
        }
      }),
      { numRuns: 40 },
    )
  })
})

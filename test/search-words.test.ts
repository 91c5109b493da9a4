import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlightsOf } from '../src/database/search/highlights.ts'
import { KnownWords, MOST_ANSWERS } from '../src/database/search/known-words.ts'
import { LIKENESS_SHARES, type Likeness } from '../src/database/search/likeness.ts'
import { slipsBetween } from '../src/database/search/misspelt.ts'
import { packed, placeNumber, shareAt, unpacked } from '../src/database/search/occurrences.ts'
import { byPoints } from '../src/database/search/order.ts'
import { phraseShares } from '../src/database/search/phrases.ts'
import { stemOf } from '../src/database/search/stem.ts'
import { isStopWord } from '../src/database/search/stop-words.ts'
import type { SearchTerm } from '../src/database/search/terms.ts'
import { fold, joinedWordsOf, wordsOf } from '../src/database/search/words.ts'
import { bundledData, databases } from './support/databases.ts'

test('a word is letters, marks and digits, in lower case, wherever it stands', () => {
  expect(wordsOf('Håbo–HABO: 15 st. (moped-buskörning)').map(({ word }) => word)).toEqual([
    'håbo',
    'habo',
    '15',
    'st',
    'moped',
    'buskörning',
  ])
  const decomposed = 'Sa\u0308vsjo\u0308'
  expect(wordsOf(decomposed)).toEqual([{ word: 'sävsjö', start: 0, end: decomposed.length }])
  expect(fold('sävsjö')).toBe('savsjo')
  expect('tromsø bærum cœur straße đilas łódź þór eiða'.split(' ').map(fold)).toEqual(
    'tromso baerum coeur strasse dilas lodz thor eida'.split(' '),
  )
})

test('what is written with hyphens is one word too, unless a number is part of it', () => {
  expect(
    joinedWordsOf('Hund-sök i Upplands-Bro 2020-2021, till- och A‑traktorer, p1-a').map(({ word }) => word),
  ).toEqual(['hundsök', 'upplandsbro', 'atraktorer'])
  expect(joinedWordsOf('ett hund-sök')).toEqual([{ word: 'hundsök', start: 4, end: 12 }])
})

/** The endings that PostgreSQL does not know. */
const OWN_ENDINGS = /(?:ans?|ets?)$/

test('stems, and the words that say nothing, are those of PostgreSQL', async () => {
  const { tables } = bundledData()
  const texts = [
    ...[...tables.promises, ...tables.activities, ...tables.findings, ...tables.documents].map(
      ({ text }) => text,
    ),
    ...tables.agreements.map(({ summarySv }) => summarySv),
    ...tables.topics.map(({ definitionSv }) => definitionSv),
    'heterna skapandet köpandets kyrkornas bilarens fullt möjligt hopplöst',
  ]
  const words = [...new Set(texts.flatMap((text) => wordsOf(text ?? '').map(({ word }) => word)))]
  expect(words.length).toBeGreaterThan(1_900)
  const [onPglite] = databases
  const { db, close } = await (onPglite?.open() ?? Promise.reject(new Error('no database')))
  const found = await db
    .select({
      word: sql<string>`word`,
      stems: sql<string[]>`ts_lexize('swedish_stem', folded)`,
      isStop: sql<boolean>`ts_lexize('swedish_stem', word) = '{}'`,
    })
    .from(
      sql`unnest(${sql.param(words)}::text[], ${sql.param(words.map(fold))}::text[]) as asked(word, folded)`,
    )
  await close()
  const ours = (word: string) => ({ word, stem: stemOf(fold(word)), isStop: isStopWord(word) })
  for (const { word, stems, isStop } of found.filter(({ word }) => !OWN_ENDINGS.test(fold(word)))) {
    // It gives no stem of what is such a word once its marks are gone.
    expect(ours(word)).toEqual({ word, stem: stems[0] ?? stemOf(fold(word)), isStop })
  }
})

test.each([
  ['skola', 'skolan', 'skolans', 'skolor', 'skolorna'],
  ['område', 'områdes'],
  ['området', 'områdets', 'områden'],
  ['hus', 'huset', 'husen', 'husets'],
  ['trygghet', 'tryggheten', 'trygghetens', 'trygghets'],
  ['kontroll', 'kontroller', 'kontrollerna', 'kontrollen'],
])('the forms of %s have one stem', (...forms) => {
  expect(new Set(forms.map((form) => stemOf(fold(form)))).size).toBe(1)
})

test('occurrences are the same after they were kept as text', () => {
  const place = placeNumber({ weight: 'D', isFirst: true, isLast: false, position: 2 ** 28 - 1 })
  const occurrences = Uint32Array.from([0, 0, 4_000_000_000, place])
  expect(unpacked(packed(occurrences))).toEqual(occurrences)
})

test('records are put in order by points, then by number', () => {
  const points = fc.uint16Array({ max: 10_000, maxLength: 50 })
  fc.assert(
    fc.property(points, (points) => {
      const sorted = [...points.keys()]
        .filter((number) => points[number] !== 0)
        .sort((one, other) => (points[other] ?? 0) - (points[one] ?? 0) || one - other)
      expect([...byPoints(points)]).toEqual(sorted)
    }),
    { seed: 685 },
  )
})

const termOf = (position: number, word: string, likeness: Likeness): SearchTerm => ({
  position,
  isStop: false,
  isFuzzy: false,
  answers: [{ word, likeness, isName: false }],
})

test('a phrase counts as its worst match does, whichever word that is; words that only begin so make none', () => {
  const place = (weight: 'A' | 'C', position: number) =>
    placeNumber({ weight, isFirst: false, isLast: false, position })
  const occurrences = new Map([
    ['trygg', Uint32Array.from([1, place('A', 4), 2, place('C', 4)])],
    ['trafik', Uint32Array.from([1, place('A', 5), 2, place('C', 5)])],
  ])
  const shareOf = (one: Likeness, other: Likeness, record = 1) =>
    phraseShares(
      [termOf(0, 'trygg', one), termOf(1, 'trafik', other)],
      (word) => occurrences.get(word) ?? new Uint32Array(),
      () => true,
    ).get(record)
  const best = shareOf('same', 'same') ?? 0
  expect(best).toBeGreaterThan(0)
  expect(shareOf('same', 'same', 2)).toBeCloseTo((best * shareAt(place('C', 0))) / shareAt(place('A', 0)))
  for (const likeness of ['unmarked', 'stem', 'marked'] as const) {
    expect(shareOf(likeness, 'same')).toBeCloseTo(best * LIKENESS_SHARES[likeness])
    expect(shareOf('same', likeness)).toBeCloseTo(best * LIKENESS_SHARES[likeness])
  }
  expect([shareOf('beginning', 'same'), shareOf('same', 'misspelt')]).toEqual([undefined, undefined])
})

test('a match before a word with a hyphen is highlighted too', () => {
  const row = { text: 'Kontroll med hund-sök varje vecka' }
  const terms = [termOf(0, 'kontroll', 'same'), termOf(1, 'hundsök', 'same')]
  const [highlight] = highlightsOf({ type: 'promise', municipalities: [] }, row, terms)
  expect(highlight?.pieces.map(({ text }) => text).join('')).toBe(row.text)
  expect(highlight?.pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual([
    'Kontroll',
    'hund-sök',
  ])
})

test.each([
  ['vetalnda', 'vetlanda', true, 1],
  ['vetlana', 'vetlanda', true, 1],
  ['vetlandda', 'vetlanda', true, 1],
  ['jonkopnig', 'jonkoping', true, 1],
  ['ornskoldvik', 'ornskoldsvik', true, 1],
  // Any letter for another, but in a name alone.
  ['vetlamda', 'vetlanda', true, 1],
  ['vexlanda', 'vetlanda', true, 1],
  ['vexlanda', 'vetlanda', false, Infinity],
  ['berakning', 'bevakning', false, Infinity],
  ['narkotila', 'narkotika', false, 1],
  // The first letter is right.
  ['tryggare', 'raggare', false, Infinity],
  ['getlanda', 'vetlanda', true, Infinity],
  // Two slips in long words and no more, none in short ones.
  ['trygghetsvnadirng', 'trygghetsvandring', false, 2],
  ['tyrgghetsvnadirng', 'trygghetsvandring', false, Infinity],
  ['tyrgghetsvnadirgn', 'trygghetsvandring', false, Infinity],
  ['ronskoldsvik', 'ornskoldsvik', true, Infinity],
  ['onrkslodsvik', 'ornskoldsvik', true, Infinity],
  ['trygghetsvnadrig', 'trygghetsvandring', false, 2],
  ['vtelnada', 'vetlanda', true, Infinity],
  ['groda', 'goda', false, Infinity],
  ['habbo', 'habo', true, 1],
  ['enda', 'eda', true, Infinity],
])('%s is from %s so many slips away', (typed, meant, isName, slips) => {
  expect(slipsBetween(typed, meant, isName)).toBe(slips)
})

const words = (...given: string[]) => given.map((word) => ({ word, isName: false }))
const answers = (known: KnownWords, typed: string, fuzzy = true) =>
  known.answersTo(typed, { fuzzy }).map(({ word, likeness }) => `${word} ${likeness}`)

test('a typed word stands for itself, its forms, what it begins and what it ends', () => {
  const known = new KnownWords(
    words('kontroll', 'kontroller', 'kontrollant', 'trafikkontrollen', 'skola', 'grundskolan', 'skolkad'),
  )
  expect(answers(known, 'kontroller')).toEqual([
    'kontroller same',
    'kontroll stem',
    'kontrollant part',
    'trafikkontrollen part',
  ])
  expect(answers(known, 'kontroll')).toContain('kontrollant beginning')
  // A stem of four letters is found where a word ends with it, not wherever it stands.
  expect(answers(known, 'skolor')).toEqual(['skola stem', 'grundskolan part'])
})

test('marks that are typed are meant; who types none may mean any', () => {
  const known = new KnownWords(words('håbo', 'habo', 'gäng', 'gången', 'gångväg'))
  expect(answers(known, 'habo')).toEqual(['habo same', 'håbo unmarked'])
  expect(answers(known, 'håbo')).toEqual(['håbo same', 'habo marked'])
  expect(answers(known, 'gäng')).toEqual(['gäng same', 'gången marked'])
  expect(answers(known, 'gang')).toEqual(['gäng unmarked', 'gången stem', 'gångväg beginning'])
})

test('only what nothing else answers to is a misspelling, of the nearest words, where it may be', () => {
  const known = new KnownWords([
    ...words('narkotika', 'sko', 'väg', 'skolväg', 'förskola'),
    { word: 'vetlanda', isName: true },
  ])
  expect(answers(known, 'vetalnda')).toEqual(['vetlanda misspelt'])
  expect(answers(known, 'vetalnda', false)).toEqual([])
  expect(answers(known, 'narkotik')).toEqual(['narkotika stem'])
  // A word of two that there are is one of the language.
  expect(answers(known, 'skoväg')).toEqual([])
  expect(answers(known, 'skollväg')).toEqual(['skolväg misspelt'])
  expect(answers(known, 'förksola')).toEqual(['förskola misspelt'])
})

test('of the words that begin with what was typed, the shortest answer, and not more than are looked at', () => {
  const many = Array.from({ length: 500 }, (_, at) => `st${'a'.repeat(1 + (at % 50))}${at}`)
  const found = answers(new KnownWords(words(...many)), 'st')
  expect(found).toHaveLength(MOST_ANSWERS)
  expect(found[0]).toBe('sta0 beginning')
  expect(answers(new KnownWords(words('stadga', 'styr')), 'st')).toEqual([
    'styr beginning',
    'stadga beginning',
  ])
})

test('words are kept as far as there is room, the first first', () => {
  const known = new KnownWords(words('polis', 'kommun', 'trafik'), 700)
  expect(answers(known, 'polis')).toEqual(['polis same'])
  expect(answers(known, 'kommun')).toEqual(['kommun same'])
  expect(answers(known, 'trafik')).toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import type { Draft } from '../../src/ingest/draft.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { MOST_CANDIDATES } from '../../src/ingest/layouts/candidate.ts'
import { MOST_TEXT, Unreadable } from '../../src/ingest/unreadable.ts'

const lookups = lookupsOf('data')

/** A draft, or the reason why there is none. Anything else is thrown. */
function read(text: string): Draft | string {
  try {
    return draftAgreement({ text, title: null, url: null }, lookups)
  } catch (error) {
    if (error instanceof Unreadable) return error.message
    throw error
  }
}

interface Quoted {
  readonly words: string
  readonly at: readonly [number, number]
}

function quotesIn(part: unknown): Quoted[] {
  if (typeof part !== 'object' || part === null) return []
  if ('words' in part && 'at' in part) return [part as Quoted]
  return Object.values(part).flatMap(quotesIn)
}

function expectWhole(text: string, draft: Draft): void {
  const points = Array.from(text)
  for (const { words, at } of quotesIn(draft.record)) {
    expect(points.slice(...at).join('')).toBe(words)
    expect(words).not.toBe('')
  }
  const filled = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
  expect(draft.lines.map(({ number }) => number)).toEqual(filled)
}

// Words that rules look for, so that made-up texts come near to real ones.
const PIECES = [
  'Medborgarlöfte',
  'Medborgarlöfte 2019-2020',
  'Polisen',
  'polisen',
  'kommunen',
  'Habo kommun',
  'lovar att',
  'ska',
  'kommer att',
  'genomföra',
  'minst',
  'tio',
  '15',
  'trafikkontroller',
  'gånger',
  'per år',
  'i veckan',
  'och',
  'samt',
  ',',
  '.',
  ':',
  '\n',
  '\n\n',
  '\n- ',
  '\n  • ',
  '\n1. ',
  '\n2) ',
  '\n# ',
  '   ',
  '\t',
  'Uppföljning',
  'Lägesbild',
  'Aktiviteter',
  'följs upp',
  'undertecknat',
  'Anna Ek',
  'kommunchef',
  'lokalpolisområdeschef',
  'lokalpolisområde Höglandet',
  '2018-04-10',
  '1 juli 2018',
  '–',
  '20180701-20200630',
  'ungdomar',
  '(polisen)',
  'säger',
  'Publicerad',
  'i dag',
  '😀',
  'e\u0301',
  '”',
  '**',
  'två år från undertecknandet',
  'tf.',
  'genom att:',
  'som lovar att',
  'kommunerna',
  'ihop med',
  '170101–181231',
  'inrikta sig på de två områdena.',
  'har särskilt fokus på',
  'i syfte att',
]

test('a text of such words ends in a draft whose quotes stand where it says, with every line accounted for', () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(' '))
  fc.assert(
    fc.property(texts, (text) => {
      const draft = read(text)
      if (typeof draft !== 'string') expectWhole(text, draft)
      else expect(text).not.toMatch(/\p{L}/u)
    }),
    { numRuns: 200 },
  )
})

test('any text whatever ends in a draft or a reason', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 400 }),
      ),
      (text) => {
        const draft = read(text)
        if (typeof draft === 'string') expect(draft).toMatch(/^The text/)
        else expectWhole(text, draft)
      },
    ),
    { numRuns: 200 },
  )
})

test.each([
  ['NUL characters', 'Medborgarlöfte\0', /NUL/],
  ['half characters', 'Medborgarlöfte \ud800', /incomplete characters/],
  ['no letters', '1 2 3', /no letters/],
  ['more text than an agreement has', 'a'.repeat(MOST_TEXT + 1), /at most 1000000 can be read/],
  [
    'more promises than an agreement has',
    `Vi lovar att:\n${Array.from({ length: MOST_CANDIDATES + 2 }, (_, index) => `- göra sak${String.fromCharCode(97 + (index % 20)).repeat(5)}${index}\n`).join('')}`,
    /more than 500/,
  ],
])('a text with %s is refused, with what to do about it', (_, text, reason) => {
  expect(read(text)).toMatch(reason)
})

const SMALL = 6_000
const TIMES = 12

/** How long a processor works on a text of a piece again and again, in milliseconds: the shorter of two times. */
function timeFor(piece: string, size: number): number {
  const text = `M ${piece.repeat(Math.floor(size / piece.length))}`
  const times = [0, 1].map(() => {
    const start = process.threadCpuUsage()
    const draft = read(text)
    expect(typeof draft === 'string' || draft.lines.length > 0).toBe(true)
    const { user, system } = process.threadCpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

// Twelve times the text takes about twelve times as long. A rule that grew with the square would take 144 times; what lies
// between is left to the compiler and the collector of garbage.
test.each([
  ['one line of words', 'polisen och kommunen ska '],
  ['one line of one letter', 'a'],
  ['one line of stops', '.'],
  ['one line of spaces', ' '],
  ['digits', '2019-2020 '],
  ['headings', 'Rubrik\n\n'],
  ['names', 'Anna Ek\n'],
  ['roles', 'Kommunchef\n'],
  ['signatures', 'Anna Ek, kommunchef\n'],
  ['columns', 'Anna Ek      Bo Ek\nKommunchef      Kommunchef\n'],
  ['wishes', '- vi önskar fler poliser\n'],
  ['sentences', 'Det regnar. '],
  ['findings', 'Lägesbild\nDet är otryggt.\n\n'],
  ['titles', 'Medborgarlöfte 2017\n\n'],
  ['police areas', 'lokalpolisområde Höglandet '],
  ['dates', 'Habo 2018-04-10\n'],
  ['a paragraph without a stop', 'polisen och kommunen ska vara glada och också mycket trevliga\n'],
  ['sentences that promise', 'Vi ska gå. '],
  ['days of signing', 'De undertecknade den 5 maj.\n'],
  ['bullets that are headings', '• Trafik\n\nDet är lugnt på vägarna här.\n\n'],
  ['what is told of promises', 'Det är åtgärder som polisen lovar att göra. '],
])('time grows with the length of %s, not with its square', (_, piece) => {
  const small = Math.max(timeFor(piece, SMALL), 5)
  expect(timeFor(piece, SMALL * TIMES) / small).toBeLessThan(60)
})

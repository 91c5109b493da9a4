import { describe, expect, test } from 'vitest'
import { withAccents } from '../../../src/ingest/documents/pdf/accents.ts'
import { fieldWords } from '../../../src/ingest/documents/pdf/annotations.ts'
import type { Painted } from '../../../src/ingest/documents/pdf/drawing.ts'
import { heightOf } from '../../../src/ingest/documents/pdf/fonts.ts'
import type { Glyph } from '../../../src/ingest/documents/pdf/glyph.ts'
import { hiddenBy } from '../../../src/ingest/documents/pdf/hidden.ts'
import { joinedLetters } from '../../../src/ingest/documents/pdf/joined.ts'
import { glyphWords, isUpright, type Letter, letterOf } from '../../../src/ingest/documents/pdf/letters.ts'
import { type Box, SAME } from '../../../src/ingest/documents/pdf/matrix.ts'
import { Nearby } from '../../../src/ingest/documents/pdf/nearby.ts'
import { withoutRaised } from '../../../src/ingest/documents/pdf/raised.ts'
import { START } from '../../../src/ingest/documents/pdf/state.ts'
import { struckOut } from '../../../src/ingest/documents/pdf/struck.ts'
import { Surface } from '../../../src/ingest/documents/pdf/surface.ts'
import { withoutTwins } from '../../../src/ingest/documents/pdf/twins.ts'
import { words as putWords, writePdf } from './support/pdf.ts'
import { read } from './support/read.ts'
import { holdThresholds, words } from './support/thresholds.ts'

/** A letter that begins so far from the left and is so wide; its size is 10. */
function letter(text: string, left: number, width: number, baseline = 100, size = 10): Letter {
  return { text, font: 'F', left, right: left + width, baseline, size, field: null }
}

describe('letters are words', () => {
  const texts = (...letters: readonly Letter[]) => joinedLetters(letters).map(({ text }) => text)
  holdThresholds([
    [
      'with a blank',
      [0.9, 1.15],
      [['ab'], ['a b']],
      (gap) => texts(letter('a', 0, 5), letter('b', 5 + gap, 5)),
    ],
    [
      'with a blank that is drawn',
      [0.27, 0.33],
      [['ab'], ['a b']],
      (gap) => texts(letter('a', 0, 5), letter(' ', 5, 2), letter('b', 5 + gap, 5)),
    ],
    [
      'or others',
      [5.4, 6.6],
      [['a b'], ['a', 'b']],
      (gap) => texts(letter('a', 0, 5), letter('b', 5 + gap, 5)),
    ],
    [
      'or others, back over them',
      [1.8, 2.2],
      [['ab'], ['a', 'b']],
      (back) => texts(letter('a', 0, 5), letter('b', 5 - back, 5)),
    ],
    [
      'or others, on another line',
      [0.45, 0.55],
      [['ab'], ['a', 'b']],
      (lower) => texts(letter('a', 0, 5), letter('b', 5, 5, 100 + lower)),
    ],
    [
      'or others, of another size',
      [0.45, 0.55],
      [['ab'], ['a', 'b']],
      (more) => texts(letter('a', 0, 5), letter('b', 5, 5, 100, 10 + more)),
    ],
  ])
})

describe('letters are drawn twice', () => {
  const count = (...letters: readonly Letter[]) => withoutTwins(letters).length
  holdThresholds([
    [
      'within a part of their width',
      [1.35, 1.65],
      [1, 2],
      (right) => count(letter('i', 0, 3), letter('i', right, 3)),
    ],
    [
      'within a part of their size',
      [1.8, 2.2],
      [1, 2],
      (right) => count(letter('m', 0, 8), letter('m', right, 8)),
    ],
    ['below', [1.8, 2.2], [1, 2], (down) => count(letter('m', 0, 8), letter('m', 0, 8, 100 + down))],
    [
      'without width',
      [0.45, 0.55],
      [1, 2],
      (right) => count(letter('\u0308', 0, 0), letter('\u0308', right, 0)),
    ],
    [
      'in another size',
      [10.8, 11.2],
      [1, 2],
      (size) => count(letter('m', 0, 8), letter('m', 0, 8, 100, size)),
    ],
    [
      'as far off as those beside them',
      [0.18, 0.22],
      [2, 3],
      (more) => count(letter('m', 0, 8), letter('i', 8, 2), letter('m', 1.9, 8), letter('i', 9.9 + more, 2)),
    ],
  ])
})

describe('an accent is put on a letter', () => {
  const text = (...letters: readonly Letter[]) =>
    withAccents(letters)
      .letters.map(({ text }) => text)
      .join('')
  const [o, wide] = [letter('o', 0, 6), 3]
  holdThresholds([
    [
      'whose middle it is over',
      [2.2, 2.6],
      ['ö', 'o¨'],
      (off) => text(o, letter('¨', 3 + off - wide / 2, wide)),
    ],
    [
      'that it is raised over',
      [4.3, 4.7],
      ['ö', 'o¨'],
      (raised) => text(o, letter('¨', 1.5, wide, 100 - raised)),
    ],
    [
      'that it is lower than',
      [0.45, 0.55],
      ['ö', 'o¨'],
      (lower) => text(o, letter('¨', 1.5, wide, 100 + lower)),
    ],
    ['that it reaches back to', [7.7, 8.1], ['ö', 'o\u0308'], (left) => text(o, letter('\u0308', left, 0))],
    [
      'that it reaches ahead to',
      [-2.1, -1.7],
      ['o\u0308', 'ö'],
      (left) => text(o, letter('\u0308', left, 0)),
    ],
    [
      'that it is drawn right after',
      [2.1, 2.3],
      ['ï', 'i\u0308'],
      (left) => text(letter('i', 0, 1), letter('\u0308', left, 0)),
    ],
    [
      'though it has hardly any width',
      [1.1, 1.3],
      ['ö', 'o\u0308'],
      (width) => text(o, letter('\u0308', 6.5, width)),
    ],
  ])
})

describe('letters are raised', () => {
  /** What is left of "Ord" with a mark beside it. */
  const left = (gap: number, raised: number, size: number) => {
    const [page] = withoutRaised([[words('Ord', 0, 30), words('1', 30 + gap, 4, 100 - raised, size)]]).pages
    return page?.map(({ text }) => text)
  }
  const [kept, out] = [['Ord', '1'], ['Ord']]
  holdThresholds([
    ['and smaller', [8.4, 9.1], [out, kept], (size) => left(0, 1.5, size)],
    ['by a little', [1.1, 1.3], [kept, out], (raised) => left(0, raised, 6)],
    ['by not too much', [6.2, 6.8], [out, kept], (raised) => left(0, raised, 6)],
    ['as large as the words', [1.8, 2.2], [kept, out], (raised) => left(0, raised, 10)],
    ['near to the words', [4.5, 5.5], [out, kept], (gap) => left(gap, 3, 6)],
    ['over the words', [1.8, 2.2], [out, kept], (over) => left(-over, 3, 6)],
    [
      'after others that are',
      [5.4, 6.6],
      [['Ord'], ['Ord', '2']],
      (gap) =>
        withoutRaised([
          [words('Ord', 0, 30), words('1,', 30, 6, 97, 6), words('2', 36 + gap, 4, 97, 6)],
        ]).pages[0]?.map(({ text }) => text),
    ],
    [
      'and named',
      [19, 22],
      [19, 20],
      (count) => {
        const marked = Array.from({ length: count }, (_, index) => [
          words(`Ord${index}`, 0, 30, index * 20),
          words('1', 30, 4, index * 20 - 3, 6),
        ])
        return withoutRaised([marked.flat()]).issues[0]?.text.split(',').length
      },
    ],
  ])
})

describe('words are struck out by a line', () => {
  const struck = (thickness: number, height: number, beyond: number, size = 10) => {
    const middle = 100 - height
    const line = { left: -beyond, right: 30, top: middle - thickness / 2, bottom: middle + thickness / 2 }
    return struckOut([letter('o', 0, size / 2, 100, size), letter('r', 20, 10, 100, size)], [line]).size > 0
  }
  holdThresholds([
    ['that is thin', [1.4, 1.6], [true, false], (thickness) => struck(thickness, 3, 0)],
    [
      'that is thin beside the largest letters',
      [3.8, 4.2],
      [true, false],
      (thickness) => struck(thickness, 12, 0, 40),
    ],
    ['above their baseline', [1.1, 1.3], [false, true], (height) => struck(0.1, height, 0)],
    ['through them', [4.8, 5.2], [true, false], (height) => struck(0.1, height, 0)],
    ['that does not go beyond them', [4.5, 5.5], [true, false], (beyond) => struck(0.1, 3, beyond)],
  ])
})

describe.each([10, 30, 60, 90])('letters of size %i are read alike', (size) => {
  const places = Array.from({ length: 12 }, (_, left) => left)
  const by = (parts: number) => (parts * size) / 10
  test.each<[string, (left: number) => unknown, unknown]>([
    [
      'drawn twice',
      (left) =>
        withoutTwins([letter('m', left, by(8), 100, size), letter('m', left + by(1.9), by(8), 100, size)])
          .length,
      1,
    ],
    [
      'with an accent',
      (left) =>
        withAccents([
          letter('o', left, by(6), 100, size),
          letter('¨', left + by(1.5), by(3), 100 - by(4.3), size),
        ]).letters.length,
      1,
    ],
    [
      'struck out',
      (left) =>
        struckOut(
          [letter('o', left, by(5), 100, size)],
          [{ left, right: left + by(5), top: 100 - by(4.8), bottom: 100 - by(4.8) + 1 }],
        ).size,
      1,
    ],
    [
      'with marks of footnotes',
      (left) =>
        withoutRaised([
          [
            words('Ord', left, by(30), 100, size),
            words('1,', left + by(30), by(6), 100 - by(6), by(5)),
            words('2', left + by(40), by(3), 100 - by(6), by(5)),
            words('. Fler', left + by(44), by(30), 100, size),
          ],
        ]).pages[0]?.length,
      2,
    ],
  ])('%s', (_, read, expected) => {
    expect(places.map(read)).toEqual(places.map(() => expected))
  })
})

describe('a letter is drawn', () => {
  const glyph = (more: Partial<Glyph> = {}): Glyph => ({
    text: 'a',
    font: 'F',
    origin: [0, 0],
    ahead: [1, 0],
    width: 5,
    up: [0, 10],
    look: { state: START, isOff: false, annotation: null, order: 1 },
    ...more,
  })
  const surface = (colour: string) => {
    const painted: Painted = { box: [-10, -10, 20, 20], isSolid: true, kind: 'area', colour }
    return new Surface([painted], [-100, -100, 100, 100])
  }
  const grey = (value: number) => `#${value.toString(16).padStart(2, '0').repeat(3)}`
  holdThresholds([
    ['slanted', [0.18, 0.22], [true, false], (down) => isUpright(SAME, glyph({ ahead: [1, down] }))],
    [
      'after a blank',
      [1.8, 2.2],
      ['aa', 'a a'],
      (gap) => glyphWords([glyph(), glyph({ origin: [5 + gap, 0] })]),
    ],
    [
      'in the colour of what it lies on',
      [15, 17],
      ['blended', null],
      (value) => hiddenBy(glyph(), surface(grey(value))),
    ],
  ])

  test('as a figure that its font has raised', () => {
    expect(letterOf(SAME, glyph({ text: '²' }))).toMatchObject({ text: '2', baseline: -3.5, size: 6 })
  })

  holdThresholds([
    [
      'in a font with a box that is a mistake',
      [0.19, 0.21],
      [1, 0.21],
      (top) => heightOf({ isType3Font: true, fontMatrix: [1, 0, 0, 1, 0, 0], bbox: [0, 0, 1, top] }),
    ],
  ])
})

describe('what is painted', () => {
  const page: Box = [0, 0, 600, 800]
  const area = (box: Box): Painted => ({ box, isSolid: true, kind: 'area', colour: null })
  holdThresholds([
    [
      'is thick enough to lie beneath a letter',
      [2.8, 3.2],
      [0, 1],
      (tall) => new Surface([area([0, 0, 100, tall])], page).at([50, 1]).length,
    ],
    [
      'is looked at',
      [190, 210],
      [190, 200],
      (count) => new Surface(Array(count).fill(area([0, 0, 100, 100])), page).at([50, 50]).length,
    ],
    [
      'is near',
      [17, 19],
      [1, 0],
      (x) => {
        const nearby = new Nearby<number>()
        nearby.add(1, { x, y: 0 })
        return nearby.near({ x: 0, y: 0 }, 10).length
      },
    ],
    [
      'is near, however far is looked',
      [65, 67],
      [1, 0],
      (x) => {
        const nearby = new Nearby<number>()
        nearby.add(1, { x, y: 0 })
        return nearby.near({ x: 0, y: 0 }, 1_000).length
      },
    ],
    [
      'is near and looked at',
      [29, 33],
      [29, 30],
      (count) => {
        const nearby = new Nearby<number>()
        for (let index = 0; index < count; index++) nearby.add(index, { x: 0, y: 0 })
        return nearby.near({ x: 0, y: 0 }, 10).length
      },
    ],
  ])

  test.each([
    [190, 'Först\n\nSedan\n'],
    [210, 'Först\n'],
  ])('is followed %i deep', async (deep, text) => {
    const moved = `${'q '.repeat(deep)}1 0 0 1 0 300 cm Q ${putWords('Sedan', 72, 600)}`
    expect((await read(writePdf(putWords('F\xf6rst', 72, 700) + moved))).text).toBe(text)
  })

  test.each([
    [18_000, '- Ord\n'],
    [22_000, 'Ord\n'],
  ])('is looked at where there are %i shapes', async (count, text) => {
    const bullet = '75 701 m 79 701 l 79 705 l 75 705 l f '
    const bytes = writePdf(putWords('Ord', 90, 700) + bullet + '1 1 1 1 re f '.repeat(count))
    expect((await read(bytes)).text).toBe(text)
  })
})

test('words stand instead of what is drawn in a field', () => {
  const field = {
    id: '1',
    words: '☒',
    what: 'field',
    reading: 'instead',
    isHidden: false,
    struck: [],
  } as const
  const view = [1, 0, 0, -1, 0, 800] as const
  expect(fieldWords({ ...field, box: [0, 700, 10, 710] }, view)).toMatchObject({ size: 7, baseline: 97.45 })
  expect(fieldWords({ ...field, box: [0, 700, 10, 740] }, view)).toMatchObject({ size: 11, baseline: 83.85 })
})

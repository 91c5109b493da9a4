import { describe, expect, test } from 'vitest'
import { isJustified, pdfCells } from '../../../src/ingest/documents/pdf/cells.ts'
import { rowsOf } from '../../../src/ingest/documents/pdf/fragments.ts'
import { withMarkers } from '../../../src/ingest/documents/pdf/markers.ts'
import { withoutEdges } from '../../../src/ingest/documents/pdf/page-edges.ts'
import { leadingOf, pdfLines, tableLinesOf } from '../../../src/ingest/documents/pdf/paragraphs.ts'
import { layOut } from '../../../src/ingest/documents/pdf/rows.ts'
import { type DrawnShape, drawnBullets, rulesOf } from '../../../src/ingest/documents/pdf/shapes.ts'
import { tableRows } from '../../../src/ingest/documents/pdf/table.ts'
import { spellPdf } from './support/pdf.ts'
import { read } from './support/read.ts'
import { holdThresholds, type Line, lines, row, words } from './support/thresholds.ts'

describe('words of a row are cells', () => {
  const cells = (gap: number, edges: readonly number[] = []) =>
    pdfCells(row(100, ['Ord', 0, 30], ['två', 30 + gap, 30]), new Set(edges)).map(({ text }) => text)
  /** Words that stand a blank apart. */
  const spaced = (...texts: readonly string[]) =>
    pdfCells(row(100, ...texts.map((text, index) => [text, index * 70, 62] as const)))[0]?.text
  holdThresholds([
    ['of their own', [13.5, 16.5], [['Ord två'], ['Ord', 'två']], (gap) => cells(gap)],
    [
      'of their own where others begin',
      [5.4, 6.6],
      [['Ord två'], ['Ord', 'två']],
      (gap) => cells(gap, [Math.round(30 + gap)]),
    ],
    ['with a blank', [1.1, 1.3], [['Ordtvå'], ['Ord två']], (gap) => cells(gap)],
    [
      'of small letters',
      [10.8, 13.2],
      [1, 2],
      (gap) =>
        pdfCells(rowsOf([words('Stora', 0, 60), words('små', 60 + gap, 10, 100, 4)])[0] ?? row(0)).length,
    ],
    [
      'with a blank between letters set apart',
      [5, 6],
      ['Löfteföralla', 'Löfte föralla'],
      (gap) => pdfCells(row(100, ['L ö f t e', 0, 50], ['f ö r a l l a', 50 + gap, 60]))[0]?.text,
    ],
    [
      'of letters set apart',
      [4, 5],
      ['A b c d', 'Abcde'],
      (count) => spaced([...'Abcde'].slice(0, count).join(' ')),
    ],
    [
      'of runs of letters set apart',
      [2, 3],
      ['A b c d e f', 'Abc def'],
      (count) => spaced(...(count === 2 ? ['A b', 'c d', 'e f'] : ['A b c', 'd e f'])),
    ],
    [
      'of letters set apart and few others',
      [4, 5],
      ['Abcde ffff', 'A b c d e fffff'],
      (others) => spaced('A b c d e', 'f'.repeat(others)),
    ],
  ])
})

describe('a row is a justified line', () => {
  const justified = (gaps: readonly number[], right = 0) => {
    let left = 0
    const parts = ['Ord', ...gaps.map(() => 'ord')].map((text, index) => {
      const at = left + (gaps[index - 1] ?? 0)
      left = at + 30
      return [text, at, 30] as const
    })
    return isJustified(row(100, ...parts), [left + right], new Set())
  }
  const withBlank = (gap: number) =>
    isJustified(row(100, ['två ord', 0, 60], ['till', 60 + gap, 30]), [90 + gap], new Set())
  holdThresholds([
    ['whose gaps are as wide as blanks', [4.4, 4.6], [true, false], withBlank],
    ['whose wide gaps are alike', [13.4, 13.6], [true, false], (gap) => justified([10, gap])],
    ['that ends where the text does', [1.4, 1.6], [true, false], (right) => justified([10, 10], right)],
  ])
})

test('words are in one row that stand nearly level', () => {
  const rows = (lower: number) => rowsOf([words('Ord', 0, 30), words('två', 40, 30, 100 + lower)]).length
  expect([rows(3.3), rows(3.7)]).toEqual([1, 2])
})

describe('what hangs left of an item is its marker', () => {
  const marker = (text: string, gap: number, room = 100) =>
    withMarkers([words('Förr', -30 - room, 30), words(text, 0, 5), words('Ord', 5 + gap, 30)]).find(
      (one) => one.text === text,
    )?.marker
  holdThresholds([
    ['an "o" with a gap', [5.4, 6.6], [undefined, '-'], (gap) => marker('o', gap)],
    [
      'with room before it',
      [7.2, 8.8],
      [undefined, '1.'],
      (room) =>
        withMarkers([words('Förr', -30 - room, 30), words('1.', 0, 5), words('Ord', 10, 30)])[1]?.marker,
    ],
    ['near to the words', [33, 37], ['1.', undefined], (gap) => marker('1.', gap)],
    ['apart from the words', [0.9, 1.1], [undefined, '§'.replace('§', '-')], (gap) => marker('§', gap)],
  ])
})

describe('a shape is a bullet', () => {
  const bullets = ({
    width = 3,
    tall = 3,
    gap = 10,
    height = 3,
    room = 100,
  }: {
    readonly [name: string]: number
  }) => {
    const shape: DrawnShape = {
      left: 0,
      right: width,
      top: 100 - height - tall / 2,
      bottom: 100 - height + tall / 2,
    }
    const rows = [row(100, ['Förr', -30 - room, 30], ['Ord', width + gap, 30])]
    return drawnBullets([shape], rows).length
  }
  holdThresholds([
    ['near to the words', [28, 32], [1, 0], (gap) => bullets({ gap })],
    ['that touches the words', [0.4, 0.6], [1, 0], (over) => bullets({ gap: -over })],
    ['that is large enough', [1.1, 1.3], [0, 1], (width) => bullets({ width, tall: width })],
    ['that is small enough', [7, 8], [1, 0], (width) => bullets({ width, tall: width })],
    ['as wide as high', [4.2, 4.8], [1, 0], (width) => bullets({ width })],
    ['as high as wide', [4.2, 4.8], [1, 0], (tall) => bullets({ tall })],
    ['above the baseline', [0.9, 1.1], [0, 1], (height) => bullets({ height })],
    ['not higher than the words', [6.8, 7.2], [1, 0], (height) => bullets({ height })],
    ['with room before it', [7.2, 8.8], [0, 1], (room) => bullets({ room })],
    [
      'of words that stand lower than their row',
      [2.8, 3.2],
      [1, 0],
      (above) => {
        const shape: DrawnShape = { left: 0, right: 3, top: 98.5, bottom: 101.5 }
        const wide = words('Mycket bredare', 60, 300, 100 - above, 20)
        return drawnBullets([shape], rowsOf([words('Ord', 10, 30, 106 - above, 20), wide])).length
      },
    ],
  ])
})

describe('a shape is a rule', () => {
  const piece = (left: number, right: number, tall = 0): DrawnShape => ({
    left,
    right,
    top: 50,
    bottom: 50 + tall,
  })
  holdThresholds([
    ['that is wide', [18, 22], [0, 1], (width) => rulesOf([piece(0, width)]).length],
    ['whose pieces join', [1.8, 2.2], [1, 2], (gap) => rulesOf([piece(0, 50), piece(50 + gap, 100)]).length],
    ['or a frame', [1.8, 2.2], [1, 2], (tall) => rulesOf([piece(0, 50, tall)]).length],
  ])
})

describe('a line is a header or footer', () => {
  const page = (...fragments: readonly ReturnType<typeof words>[]) => ({ height: 1000, fragments, rules: [] })
  const kept = (pages: readonly ReturnType<typeof page>[]) =>
    withoutEdges(pages).pages.flatMap(({ fragments }) => fragments).length
  const pages = (count: number, of: number, at = () => 50) =>
    Array.from({ length: of }, (_, index) => (index < count ? page(words('Påhitt', 0, 50, at())) : page()))
  holdThresholds([
    ['near the top', [150, 170], [0, 2], (at) => kept(pages(2, 2, () => at))],
    ['near the bottom', [830, 850], [2, 0], (at) => kept(pages(2, 2, () => at))],
    ['that is on many pages', [3, 4], [3, 0], (count) => kept(pages(count, 10))],
    ['that is on two', [1, 2], [1, 0], (count) => kept(pages(count, 2))],
    [
      'of a few',
      [5, 6],
      [0, 2],
      (count) => {
        const header = Array.from({ length: count }, (_, index) =>
          words(`Rad ${'abcdef'[index]}`, 0, 50, 20 + index * 20),
        )
        return kept([page(...header), page(...header)])
      },
    ],
    [
      'that is as high on each',
      [41.5, 42.2],
      [0, 2],
      (other) => kept([page(words('Påhitt', 0, 50, 40)), page(words('Påhitt', 0, 50, other))]),
    ],
  ])
})

describe('a line begins a paragraph', () => {
  /** Whether the last of some rows stands apart from the one before. */
  const apart = (...all: readonly Line[]) => pdfLines(lines(...all), 50, 1.2).at(-1)?.apart
  holdThresholds([
    ['that is set apart', [14.5, 15.5], [false, true], (down) => apart(['Ett.', 100], ['Två.', 100 + down])],
    [
      'of another size',
      [11, 11.4],
      [false, true],
      (size) =>
        pdfLines([...lines(['Ett.', 100]), ...rowsOf([words('Två.', 0, 50, 112, size)])], 50, 1.2).at(-1)
          ?.apart,
    ],
    [
      'that is set apart as most are in a long block',
      [8, 9],
      [true, false],
      (count) => apart(...Array.from({ length: count }, (_, index) => ['Ord.', 100 + index * 20] as const)),
    ],
    [
      'in a block set wide',
      [24.5, 25.5],
      [false, true],
      (down) =>
        apart(...Array.from({ length: 9 }, (_, index) => ['Ord.', 100 + index * 23] as const), [
          'Ord.',
          284 + down,
        ]),
    ],
    [
      'in a block set close',
      [12.2, 12.8],
      [false, true],
      (down) =>
        apart(...Array.from({ length: 9 }, (_, index) => ['Ord.', 100 + index * 9.2] as const), [
          'Ord.',
          173.6 + down,
        ]),
    ],
  ])
})

describe('a line goes on in the next', () => {
  const count = (first: string, right: number, next: string, left = 0) =>
    pdfLines(
      [
        row(100, [first, 0, right]),
        row(112, [next, left, 20]),
        ...lines(['Full rad som är bred.', 124, 100]),
      ],
      100,
      1.2,
    ).length
  holdThresholds([
    [
      'that is almost full',
      [57, 63],
      [2, 1],
      (right) =>
        pdfLines(
          lines(['Full rad som', 88, 100], ['går vidare', 100, right], ['och vidare', 112, 20]),
          100,
          1.2,
        ).length,
    ],
    ['that has no room for the next word', [77.3, 77.7], [3, 2], (right) => count('Ett ord', right, 'Ordet')],
    ['unless it is indented', [7.5, 8.5], [2, 3], (left) => count('Ett ord.', 95, 'Ordet', left)],
    [
      'unless it is indented and the one before begins where the text does',
      [0.9, 1.1],
      [2, 1],
      (left) =>
        pdfLines(
          [row(88, ['Rad', 0, 99]), row(100, ['Ett ord.', left, 98]), row(112, ['Ordet', left + 9, 20])],
          100,
          1.2,
        ).length,
    ],
  ])
})

describe('lines are set', () => {
  const distances = (...all: readonly number[]) => {
    const baselines = all.map((_, index) => all.slice(0, index + 1).reduce((sum, one) => sum + one, 100))
    const rows = lines(...[100, ...baselines].map((baseline) => ['Ord', baseline] as const))
    return Number(leadingOf([rows])?.toFixed(2))
  }
  const many = (count: number, down: number) => Array.from({ length: count }, () => down)
  holdThresholds([
    [
      'as far apart as two are, where there are few',
      [9, 10],
      [1, 2],
      (count) => distances(10, 10, ...many(count, 20)),
    ],
    [
      'as far apart as most are',
      [6, 7],
      [2, 1],
      (count) => distances(...many(count, 10), ...many(20 - count, 20)),
    ],
    ['alike', [10.7, 10.9], [1, 2], (other) => distances(10, other, 20, 20)],
    ['not nearer than this', [8.9, 9.1], [2, 0.91], (down) => distances(down, down, 20, 20)],
  ])

  test('as columns by where these begin', () => {
    const [line] = pdfLines([row(100, ['Ord', 0, 30], ['två', 100, 30])], 200, 1.2)
    expect(line?.text).toBe(`Ord${' '.repeat(17)}två`)
    const [far] = pdfLines([row(100, ['Ord', 0, 30], ['två', 1000, 30])], 2000, 1.2)
    expect(far?.text).toBe(`Ord${' '.repeat(120)}två`)
    const [near] = pdfLines([row(100, ['Ord som är långa', 0, 30], ['två', 50, 30])], 200, 1.2)
    expect(near?.text).toBe('Ord som är långa  två')
  })

  holdThresholds([
    [
      'deeper',
      [5.5, 6.5],
      ['- Två', '  - Två'],
      (left) => pdfLines([row(100, ['- Ett', 0, 30]), row(112, ['- Två', left, 30])], 200, 1.2)[1]?.text,
    ],
    [
      'apart in a table',
      [31, 33],
      [false, true],
      (down) =>
        tableLinesOf(
          [row(100, ['A', 0, 5], ['B', 50, 5]), row(100 + down, ['A', 0, 5], ['B', 50, 5])],
          100,
          [],
        )[1]?.apart,
    ],
  ])
})

describe('rows around one', () => {
  const at = (near: number) => {
    const between = Array.from({ length: near - 1 }, (_, index) =>
      row(112 + index * 12, ['Raden är full', 0, 200]),
    )
    const rows = [
      row(100, ['Ord', 0, 30], ['två', 100, 30]),
      ...between,
      row(100 + near * 12, ['Ordet är långt', 0, 92], ['två', 100, 30]),
    ]
    return layOut(rows, 200, false).at(-1)?.cells.length
  }
  const full = (last: number, down = 12) => {
    const rows = [row(100, ['Ord', 0, 80]), row(100 + down, ['ord', 0, 30])]
    for (let index = 2; index <= last; index++) rows.push(row(100 + down + index * 12, ['Ord', 0, 30]))
    return layOut(rows, 200, true).at(-1)?.full
  }
  holdThresholds([
    ['say where columns begin', [2, 3], [2, 1], at],
    ['say how long a full line is', [8, 9], [80, Infinity], (last) => full(last)],
    ['say so if they go on in the next line', [19, 21], [80, Infinity], (down) => full(2, down)],
  ])
})

describe('lines of a table are one row', () => {
  const pair = (baseline: number, text: string, left = 50) => row(baseline, [text, 0, 30], [text, left, 30])
  const count = (...baselines: readonly number[]) =>
    tableRows(
      baselines.map((baseline, index) => pair(baseline, index === 0 ? 'Ord' : 'ord')),
      100,
      [],
    ).length
  const rule = (at: number) => ({ left: -10, right: 200, at })
  const rows = [pair(100, 'Ett'), pair(112, 'Två'), pair(124, 'Tre')]
  holdThresholds([
    ['that stand near', [14.5, 15.5], [1, 2], (down) => count(100, 112, 112 + down)],
    ['though they stand close', [8.8, 9.2], [1, 2], (down) => count(100, 100 + down, 118 + down)],
    ['though all stand far apart', [18, 19.5], [1, 2], (down) => count(100, 100 + down)],
    [
      'between rules',
      [1, 2],
      [3, 2],
      (number) => tableRows(rows, 100, [rule(113), rule(114)].slice(0, number)).length,
    ],
  ])

  test('whose columns stand apart', () => {
    const cells = (left: number) => tableRows([pair(100, 'Ord', left)], 100, [])[0]?.cells.length
    expect([cells(35.5), cells(36.5)]).toEqual([1, 2])
  })
})

test('a text is refused in which more than a tenth of the letters are unknown', async () => {
  const text = (unknown: number) => `${'o'.repeat(99 - unknown)}${'\uE001'.repeat(unknown)}`
  expect((await read(spellPdf([text(9)]))).text).toBe(`${text(9)}\n`)
  await expect(read(spellPdf([text(11)]))).rejects.toThrow('do not say which letters')
})

import { describe, expect, test } from 'vitest'
import { pdfBlocks } from '../../../src/ingest/documents/pdf/columns.ts'
import { type Fragment, type PdfRow, rowOf, rowsOf } from '../../../src/ingest/documents/pdf/fragments.ts'
import { findGutters, type Gutter } from '../../../src/ingest/documents/pdf/gutters.ts'
import { isTable, ofTable } from '../../../src/ingest/documents/pdf/is-table.ts'
import { crosses, runSections, trimmedRun } from '../../../src/ingest/documents/pdf/runs.ts'
import { holdThresholds, row, words } from './support/thresholds.ts'

/** So many of something, made one by one. */
function many<Thing>(count: number, make: (index: number) => Thing): Thing[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

const LEFT = [0, 100] as const
const RIGHT = [120, 100] as const

/** A row with words on both sides of a gutter, or on one; the words at the right are as wide as told. */
function sides(baseline: number, left: string | null, right: string | null, width = 100, size = 10): PdfRow {
  return rowOf([
    ...(left === null ? [] : [words(left, LEFT[0], LEFT[1], baseline, size)]),
    ...(right === null ? [] : [words(right, RIGHT[0], width, baseline, size)]),
  ])
}

const GUTTER: Gutter = { left: 100, right: 120, first: 0, last: 0, lines: 3, most: 3 }

describe('a strip that no words cross is a gutter', () => {
  const gutters = (rows: readonly PdfRow[]) => findGutters(rows).length
  const wide = (gap: number) =>
    gutters(
      many(4, (index) => row(100 + index * 12, ['Ord', 0, 80 + (index % 2)], ['ord', 81 + gap, 60 + index])),
    )
  holdThresholds([
    ['that is wide', [7.2, 8.8], [0, 1], wide],
    [
      'over many rows',
      [2, 3],
      [0, 1],
      (count) => gutters(many(count, (index) => sides(100 + index * 12, 'Ord', 'ord', 60 + index * 10))),
    ],
    [
      'beside a heading of rows',
      [1, 2],
      [0, 1],
      (count) =>
        gutters(many(6, (index) => sides(100 + index * 12, index < count ? 'Ord' : null, 'ord', 60 + index))),
    ],
    [
      'over rows that stand near',
      [30, 34],
      [1, 2],
      (down) =>
        gutters(
          many(6, (index) =>
            sides(100 + index * 12 + (index < 3 ? 0 : down - 12), 'Ord', 'ord', 60 + index * 10),
          ),
        ),
    ],
    [
      'between lines that are not level',
      [15, 17],
      [1, 0],
      (down) =>
        gutters(
          many(8, (index) =>
            index % 2 === 0
              ? sides(100 + index * down, 'Ord', null)
              : sides(100 + index * down, null, 'ord', 60 + index),
          ),
        ),
    ],
    [
      'unless most rows are justified',
      [5, 6],
      [1, 0],
      (count) =>
        gutters(
          many(10, (index) => {
            const gap = index < count ? 20 : 40
            return row(100 + index * 12, ['Ord', 0, 140 - gap], ['ord', 140, 60], ['ord', 220, 80])
          }),
        ) > 0
          ? 1
          : 0,
    ],
    [
      'and is tried',
      [11, 14],
      [11, 12],
      (count) =>
        gutters(
          many(3, (line) =>
            row(
              100 + line * 12,
              ...many(count + 1, (index) => ['Ord', index * 70 + (index % 2) * 12, 30 + line] as const),
            ),
          ),
        ),
    ],
    [
      'that is among the widest gaps of its rows',
      [15, 18],
      [true, false],
      (count) => {
        const others = many(count, (index) => ['Ord', 180 + index * 32 + (index % 2) * 4, 8] as const)
        const rows = many(3, (line) => row(100 + line * 12, ['Ord', 0, 100], ['Ord', 110, 50], ...others))
        return findGutters(rows).some(({ left, right }) => left <= 105 && right >= 105)
      },
    ],
  ])

  test('though words reach a little into it', () => {
    const strip = { left: 100, right: 120 }
    expect([0.4, 0.6].map((into) => crosses(row(100, ['Ord', 0, 100 + into]), strip))).toEqual([false, true])
    expect([0.4, 0.6].map((into) => crosses(row(100, ['Ord', 120 - into, 50]), strip))).toEqual([false, true])
  })
})

describe('columns have headings', () => {
  const run = { left: 100, right: 120 }
  const first = (down: number) => {
    const rows = [sides(100, 'A', 'B'), ...many(3, (index) => sides(100 + down + index * 12, 'ord', 'ord'))]
    return runSections(rows, { ...run, first: 1, last: 3 })[0]?.first
  }
  const sections = (above: number, below: number) => {
    const baselines = [100, 112, 124, 136]
    const heading = 136 + above
    const rows = [
      ...baselines.map((baseline) => sides(baseline, 'ord', 'ord')),
      sides(heading, 'Rubrik', null),
      ...many(5, (index) => sides(heading + below + index * 12, 'ord', 'ord')),
    ]
    return runSections(rows, { ...run, first: 0, last: 9 }).length
  }
  holdThresholds([
    ['near above', [40, 44], [0, 1], first],
    ['between, set apart from what is above', [18.5, 20], [1, 2], (above) => sections(above, 20)],
    ['between, set apart from what is below', [16, 17.5], [1, 2], (below) => sections(25, below)],
  ])
})

describe('a column ends', () => {
  /** The index of the last row of two columns of four lines, of which the right one goes on in others. */
  const last = (more: readonly PdfRow[], { following }: { readonly following?: PdfRow } = {}) => {
    const rows = [...many(4, (index) => sides(100 + index * 12, 'ord', 'ord', 180)), ...more]
    const all = following ? [...rows, following] : rows
    return trimmedRun(all, { left: 100, right: 120, first: 0, last: rows.length - 1 }).last
  }
  const more = (down: number, width = 180, size = 10) => sides(136 + down, null, 'Ord', width, size)
  holdThresholds([
    ['before a line that is set far apart', [26, 27], [4, 3], (down) => last([more(down)])],
    [
      'before a short line that is set apart',
      [14.5, 15.5],
      [5, 4],
      (down) => last([more(12), more(12 + down, 100)]),
    ],
    [
      'before a line that is shorter than others',
      [154, 158],
      [4, 5],
      (width) => last([more(12), more(28, width)]),
    ],
    ['before a line of larger letters', [11, 11.4], [4, 3], (size) => last([more(16, 180, size)])],
    [
      'before two short lines',
      [2, 3],
      [4, 7],
      (count) => last([more(12), ...many(count, (index) => more(28 + index * 12, 100))]),
    ],
    [
      'before a line below both',
      [23, 25],
      [5, 6],
      (down) => last([more(12), more(down), more(down + 16, 100)]),
    ],
    [
      'before a line that stands nearer to what follows',
      [16.5, 17.1],
      [3, 4],
      (down) => last([more(16)], { following: row(152 + down, ['Över båda', 0, 300]) }),
    ],
  ])

  test('by the distance that most of its lines have', () => {
    const end = (close: number) => {
      const downs = many(20, (index) => (index < close ? 10 : 14))
      const baselines = downs.map((_, index) =>
        downs.slice(0, index + 1).reduce((sum, one) => sum + one, 100),
      )
      const rows = [100, ...baselines].map((baseline, index) =>
        sides(baseline, index < 20 ? 'ord' : null, 'ord', 180),
      )
      const bottom = baselines.at(-1) ?? 0
      return trimmedRun([...rows, sides(bottom + 15, null, 'Ord', 100)], {
        left: 100,
        right: 120,
        first: 0,
        last: 21,
      }).last
    }
    expect([end(6), end(7)]).toEqual([21, 20])
  })
})

describe('what stands side by side is a table', () => {
  const level = (left: readonly string[], right: readonly string[], lower = 0) =>
    left.map((text, index) =>
      rowOf([
        words(text, LEFT[0], LEFT[1], 100 + index * 12),
        words(right[index] ?? '', RIGHT[0], 100, 100 + index * 12 + lower),
      ]),
    )
  const table = (rows: readonly PdfRow[], rules: readonly number[] = []) =>
    isTable(
      rows,
      { ...GUTTER, last: rows.length - 1 },
      rules.map((at) => ({ left: 50, right: 150, at })),
    )
  const running = many(4, () => 'ord som går vidare här')
  const names = many(4, () => 'Anna')
  /** Lines of which so many begin in lower case. */
  const begun = (lower: number, of: number, line: string) =>
    many(of, (index) => (index < lower ? line : `O${line.slice(1)}`))
  /** Groups of two lines on each side, so far apart, those at the right a little lower. */
  const groups = (count: number, apart: number, lower = 0) => {
    const at = (index: number) => 100 + Math.floor(index / 2) * (12 + apart) + (index % 2) * 12
    return rowsOf(
      many(count * 2, (index): Fragment[] => [
        words('ord som går vidare', LEFT[0], LEFT[1], at(index)),
        words('ord som går vidare', RIGHT[0], 100, at(index) + lower),
      ]).flat(),
    )
  }
  holdThresholds([
    [
      'if rules cross its gutter',
      [1, 2],
      [false, true],
      (count) => table(level(running, running), [106, 118].slice(0, count)),
    ],
    ['if it has several groups of lines', [2, 3], [false, true], (count) => table(groups(count, 30))],
    ['if its groups are set apart', [14.5, 15.5], [false, true], (apart) => table(groups(3, apart))],
    ['if its groups are level', [2.7, 3.3], [true, false], (lower) => table(groups(3, 30, lower))],
    ['if its lines are level', [0.9, 1.1], [true, false], (lower) => table(level(names, names, lower))],
    [
      'if most of its lines are level',
      [4, 5],
      [false, true],
      (count) =>
        table(
          many(10, (index) =>
            rowOf([
              words('Anna', LEFT[0], 50, 100 + index * 12),
              words('Anna', RIGHT[0], 50, 100 + index * 12 + (index < count ? 0 : 2)),
            ]),
          ),
        ),
    ],
    [
      'unless short lines on both sides run on',
      [4, 5],
      [true, false],
      (lower) => table(level(begun(lower, 10, 'ord'), begun(lower, 10, 'ord'))),
    ],
    [
      'unless long lines on both sides run on',
      [2, 3],
      [true, false],
      (lower) => table(level(begun(lower, 10, 'ord som går vidare'), begun(lower, 10, 'ord som går vidare'))),
    ],
    [
      'unless lines are long and run on',
      [3, 4],
      [true, false],
      (count) =>
        table(
          level(
            begun(3, 10, many(count, () => 'ord').join(' ')),
            begun(3, 10, many(count, () => 'ord').join(' ')),
          ),
        ),
    ],
    [
      'if nearly all lines have one beside them',
      [17, 18],
      [false, true],
      (both) =>
        table(
          many(20, (index) => sides(100 + index * 12, 'ord som går vidare', index < both ? 'Anna' : null)),
        ),
    ],
  ])

  const extent = (rows: readonly PdfRow[]) => {
    const { first, last } = ofTable(rows, { ...GUTTER, last: rows.length - 1 })
    return [first, last]
  }
  holdThresholds([
    [
      'with a line just above',
      [8.5, 9.5],
      [
        [0, 1],
        [1, 1],
      ],
      (down) => extent([sides(100, 'Ord', null), sides(100 + down, 'Ord', 'Ord')]),
    ],
    [
      'with a line near below',
      [16, 18],
      [
        [0, 1],
        [0, 0],
      ],
      (down) => extent([sides(100, 'Ord', 'Ord'), sides(100 + down, null, 'Ord')]),
    ],
    [
      'with a line below as near as its rows',
      [19, 21],
      [
        [0, 2],
        [0, 1],
      ],
      (down) => extent([sides(100, 'Ord', 'Ord'), sides(116, 'Ord', 'Ord'), sides(116 + down, null, 'Ord')]),
    ],
  ])
})

test('columns are parted so many times', () => {
  const blocks = (count: number) =>
    pdfBlocks(
      many(4, (line) =>
        many(count, (index) => words(`ord ${line}`, index * 60, 40 - line, 100 + line * 12)),
      ).flat(),
    ).length
  expect([blocks(5), blocks(6)]).toEqual([5, 5])
})

import type { Fragment, PdfRow } from './fragments.ts'

/** The least number of rows of a column. */
export const COLUMN_ROWS = 3

/** A strip of the page, from the left. */
export interface Strip {
  readonly left: number
  readonly right: number
}

/** A strip that no words cross, from one row to another. */
export interface RowRun extends Strip {
  readonly first: number
  readonly last: number
}

/** The words of a row on each side of a strip. */
export function side(row: PdfRow, { left, right }: Strip): [left: Fragment[], right: Fragment[]] {
  const middle = (left + right) / 2
  const sides: [Fragment[], Fragment[]] = [[], []]
  for (const fragment of row.fragments) sides[fragment.left < middle ? 0 : 1].push(fragment)
  return sides
}

/** Words that reach into a strip by less than this, in points, do not cross it. */
const GRAZE = 0.5

/** Whether words of a row are in a strip. */
export function crosses(row: PdfRow, strip: Strip): boolean {
  return row.fragments.some(({ left, right }) => left < strip.right - GRAZE && right > strip.left + GRAZE)
}

const SIDES = [0, 1] as const

/** The largest distance from a heading to the columns below it, in units of the font size. */
const HEADING_APART = 4.2
/** A heading between columns is separated from what is above and below by this many line distances. */
const SECTION_APART = [1.6, 1.4] as const

/** A run with the headings of its columns, cut where a heading between columns is on one side only. */
export function runSections(rows: readonly PdfRow[], run: RowRun): RowRun[] {
  const first = hasHeadings(rows, run) ? run.first - 1 : run.first
  const sides = rowSides(rows, { ...run, first })
  const usual = usualOf(distancesIn(sides.filter(({ has }) => has[0])))
  const all = linesIn(sides)
  const above: [number, number] = [0, 0]
  const sections: RowRun[] = []
  let from = first
  for (const [position, { index, baseline, has }] of sides.entries()) {
    const [before, after] = [sides[position - 1], sides[position + 1]]
    const isHeading =
      has[0] &&
      !has[1] &&
      before !== undefined &&
      after !== undefined &&
      baseline - before.baseline > usual * SECTION_APART[0] &&
      after.baseline - baseline > usual * SECTION_APART[1]
    const isBetween = SIDES.every(
      (which) => above[which] >= COLUMN_ROWS && all[which] - above[which] > COLUMN_ROWS,
    )
    if (isHeading && isBetween) {
      sections.push({ ...run, first: from, last: index - 1 })
      from = index + 1
    }
    for (const which of SIDES) if (has[which]) above[which]++
  }
  return [...sections, { ...run, first: from }]
}

/** Whether the row above a run, though at a distance, has words on both sides, and is the only such row. */
function hasHeadings(rows: readonly PdfRow[], run: RowRun): boolean {
  const [above, row, next] = [rows[run.first - 2], rows[run.first - 1], rows[run.first]]
  if (!row || !next || next.baseline - row.baseline > next.size * HEADING_APART) return false
  const isClear = (one: PdfRow) => !crosses(one, run) && side(one, run).every((words) => words.length > 0)
  return isClear(row) && !(above && isClear(above))
}

/** For each side of a row, whether it has words, and where they end. */
interface RowSides {
  readonly index: number
  readonly baseline: number
  readonly has: readonly [boolean, boolean]
  readonly right: number
  readonly size: number
}

function rowSides(rows: readonly PdfRow[], run: RowRun): RowSides[] {
  return rows.slice(run.first, run.last + 1).map((row, index): RowSides => {
    const [left, right] = side(row, run)
    const has = [left.length > 0, right.length > 0] as const
    return { index: index + run.first, baseline: row.baseline, has, right: row.right, size: row.size }
  })
}

/** The distance of each from the one before; 0 for the first. */
function distancesIn(column: readonly RowSides[]): number[] {
  return column.map((one, index) => one.baseline - (column[index - 1]?.baseline ?? one.baseline))
}

/**
 * Removes what only seems to belong to a run: a short line below both columns is on one side too. It is farther away than
 * the parts of a column are from each other, or closer to the full-width words that follow, or below columns that end
 * at the same height.
 */
export function trimmedRun(
  rows: readonly PdfRow[],
  run: RowRun,
): RowRun & { readonly lines: number; readonly most: number } {
  const sides = rowSides(rows, run)
  const last = endOf(sides, rows[run.last + 1]?.baseline ?? null)
  const lines = linesIn(sides.filter(({ index }) => index <= last))
  return { ...run, last, lines: Math.min(...lines), most: Math.max(...lines) }
}

/** How many rows have words on each side. */
function linesIn(sides: readonly RowSides[]): [left: number, right: number] {
  return [sides.filter(({ has }) => has[0]).length, sides.filter(({ has }) => has[1]).length]
}

/** Letters larger by this much are not those of the column. */
const OTHER_SIZE = 1.12
/** Text separated by this many line distances does not belong to a column. */
const SET_APART = 2.2
/** This many lines at the end of a column may belong to what follows, if they are separated by this distance. */
const SHORT = 2
const SHORT_APART = 1.25
/** They do if what follows is closer than the column; it may be slightly farther. */
const NEARER = 1.05
/** Columns end at the same height if their ends differ by this many line distances … */
const LEVEL_LINES = 2
/** … and a line below them is not theirs if it is shorter than the longest by this much. */
const NOT_FULL = 2
/** The usual distance is larger than this part of all. */
const USUAL = 0.3

/** The index of the last row of columns; `following` is the baseline of the full-width row that ends them. */
function endOf(sides: readonly RowSides[], following: number | null): number {
  const ends = SIDES.map((which) => sides.findLastIndex(({ has }) => has[which]))
  const common = Math.min(...ends)
  const long = ends[0] === common ? 1 : 0
  const end = sides.at(-1)?.index ?? -1
  if (common < 0) return end
  const column = sides.flatMap((one, position) => (one.has[long] ? [{ ...one, position }] : []))
  const distances = distancesIn(column)
  const usual = usualOf(distances)
  // A line that continues in the next column is full.
  const full = column.reduce((most, one) => (one.has[0] && one.has[1] ? most : Math.max(most, one.right)), 0)
  const size = column[0]?.size ?? 0
  const tail = column.findIndex(({ position }) => position > common)
  if (tail < 0) return end
  const widest = distances.slice(0, tail).reduce((most, one) => Math.max(most, one), usual * SET_APART)
  for (let index = tail; index < column.length; index++) {
    const one = column[index] as (typeof column)[number]
    const distance = distances[index] ?? 0
    const last = column.at(-1)
    const isShort = column.length - index <= SHORT && distance > usual * SHORT_APART
    const isNearFollowing =
      following !== null && Math.abs(following - (last?.baseline ?? Infinity)) < distance * NEARER
    const above = column[index - 1]?.baseline ?? Infinity
    const isLevel = Math.abs(above - (sides[common]?.baseline ?? 0)) <= usual * LEVEL_LINES
    const isOther = one.right < full - usual * NOT_FULL || one.size > size * OTHER_SIZE
    const isBelowBoth = isLevel && isOther
    if (distance > widest || (isShort && (isNearFollowing || isBelowBoth))) {
      const before = sides[one.position - 1]
      return before ? before.index : end
    }
  }
  return end
}

function usualOf(distances: readonly number[]): number {
  const sorted = distances.filter((distance) => distance > 0).sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length * USUAL)] ?? 0
}

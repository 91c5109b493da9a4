import { isJustified } from './cells.ts'
import type { Fragment, Row } from './fragments.ts'

/** A strip of the page that no words cross, over some rows. */
export interface Gutter {
  readonly left: number
  readonly right: number
  /** The first and the last of its rows. */
  readonly first: number
  readonly last: number
  /** How many rows have words on the side that has fewer of them. */
  readonly lines: number
}

/** A gutter is at least so wide, in sizes of the letters: wider than the blank between two words. */
const GUTTER_WIDTH = 0.8
/** Columns have so many rows at least. */
const COLUMN_ROWS = 3
/** Of a row with many gaps, so many are looked at. */
const GAPS_MAX = 16
/** So many strips are tried, those first that most rows leave free. */
const STRIPS_MAX = 12
/** A distance between rows, in sizes of the letters, that ends a column. */
const END_OF_COLUMN = 3.2

/** The next line stands so far below, in sizes of the letters, at most. */
const NEXT_LINE = 1.6

interface Strip {
  readonly left: number
  readonly right: number
}

/** The gutters of rows, the longest first. A strip holds over many rows; the gaps of a justified line do not. */
export function findGutters(rows: readonly Row[]): Gutter[] {
  const right = rows.reduce((most, row) => Math.max(most, row.right), -Infinity)
  const justified = new Set(rows.filter((row) => isJustified(row, [right], new Set())))
  return stripsOf(rows)
    .flatMap((strip) => runsOf(rows, strip))
    .map((run) => widened(rows, trimmed(rows, run)))
    .filter((gutter) => {
      const inside = rows.slice(gutter.first, gutter.last + 1)
      if (gutter.lines < COLUMN_ROWS) return false
      if (gutter.right - gutter.left < usualSize(inside) * GUTTER_WIDTH) return false
      const across = inside.filter((row) => side(row, gutter).every((words) => words.length > 0))
      return across.filter((row) => justified.has(row)).length <= across.length * 0.5
    })
    .sort((one, other) => other.lines - one.lines || one.left - other.left)
}

/** The words of a row on one side of a gutter. */
export function side(row: Row, { left, right }: Strip): [left: Fragment[], right: Fragment[]] {
  const middle = (left + right) / 2
  const sides: [Fragment[], Fragment[]] = [[], []]
  for (const fragment of row.fragments) sides[fragment.left < middle ? 0 : 1].push(fragment)
  return sides
}

/**
 * The strips that more rows leave free than those beside them. Lines end anywhere and begin below each other: of a wider
 * strip it is the part at the right that holds.
 */
function stripsOf(rows: readonly Row[]): Strip[] {
  const ends = rows.flatMap((row, index) =>
    gapsOf(row, rows[index + 1]).flatMap(({ left, right }) => [
      { at: left, opens: true },
      { at: right, opens: false },
    ]),
  )
  ends.sort((one, other) => one.at - other.at || Number(one.opens) - Number(other.opens))
  const strips: (Strip & { count: number })[] = []
  const size = usualSize(rows)
  let open = 0
  for (const [index, { at, opens }] of ends.entries()) {
    open += opens ? 1 : -1
    const next = ends[index + 1]
    if (opens && next && !next.opens && next.at - at > 1)
      strips.push({ left: Math.max(at, next.at - size * GUTTER_WIDTH), right: next.at, count: open })
  }
  return strips.sort((one, other) => other.count - one.count).slice(0, STRIPS_MAX)
}

/** The wide gaps of a row, and those that it has together with the next one: the lines of columns need not be level. */
function gapsOf(row: Row, next: Row | undefined): Strip[] {
  const isNear = next !== undefined && next.baseline - row.baseline < row.size * NEXT_LINE
  const both = isNear ? [...row.fragments, ...next.fragments].sort((one, other) => one.left - other.left) : []
  return [...gapsBetween(row.fragments, row.size), ...gapsBetween(both, row.size)]
}

function gapsBetween(fragments: readonly Fragment[], size: number): Strip[] {
  const gaps: Strip[] = []
  let right = fragments[0]?.right ?? 0
  for (const fragment of fragments) {
    if (fragment.left - right >= size * GUTTER_WIDTH) gaps.push({ left: right, right: fragment.left })
    right = Math.max(right, fragment.right)
  }
  return gaps.sort((one, other) => other.right - other.left - (one.right - one.left)).slice(0, GAPS_MAX)
}

/** The longest runs of rows that do not cross a strip. */
function runsOf(rows: readonly Row[], strip: Strip): Gutter[] {
  const runs: Gutter[] = []
  let first = 0
  for (let index = 0; index <= rows.length; index++) {
    const [row, before] = [rows[index], rows[index - 1]]
    const crosses =
      !row || row.fragments.some(({ left, right }) => left < strip.right - 0.5 && right > strip.left + 0.5)
    const isApart = row && before && row.baseline - before.baseline > row.size * END_OF_COLUMN
    if (!crosses && !isApart) continue
    if (index > first) runs.push({ ...strip, first, last: index - 1, lines: 0 })
    first = crosses ? index + 1 : index
  }
  return runs
}

/** What a row has on each side: whether words, and where these end. */
interface Sides {
  readonly index: number
  readonly baseline: number
  readonly has: readonly [boolean, boolean]
  readonly right: number
}

/**
 * A run without what only seems to belong to it: a short line above or below both columns stands on one side too. It is
 * set apart by more than the parts of a column are, or stands nearer to the words across the page that follow, or below
 * columns that end at one height.
 */
function trimmed(rows: readonly Row[], run: Gutter): Gutter {
  const sides = rows.slice(run.first, run.last + 1).map((row, index): Sides => {
    const [left, right] = side(row, run)
    const has = [left.length > 0, right.length > 0] as const
    const ends = (right.length > 0 ? right : left).map((one) => one.right)
    return { index: index + run.first, baseline: row.baseline, has, right: Math.max(...ends) }
  })
  const below = rows[run.last + 1]
  const above = rows[run.first - 1]
  const last = endOf(sides, below?.baseline ?? null, true)
  const kept = sides.filter(({ index }) => index <= last)
  const first = endOf(
    kept.toReversed().map((one) => ({ ...one, baseline: -one.baseline })),
    above ? -above.baseline : null,
    false,
  )
  const lines = [0, 1].map(
    (which) => kept.filter(({ index, has }) => index >= first && has[which as 0 | 1]).length,
  )
  return { ...run, first, last, lines: Math.min(...lines) }
}

/** What is set apart by so many distances of lines is no part of a column. */
const SET_APART = 2.2

/** The index of the last row of columns, looked at from their beginning; `downwards` where that is their top. */
function endOf(sides: readonly Sides[], following: number | null, downwards: boolean): number {
  const ends = ([0, 1] as const).map((which) => sides.findLastIndex(({ has }) => has[which]))
  const common = Math.min(...ends)
  const long = ends[0] === common ? 1 : 0
  const end = sides.at(-1)?.index ?? -1
  if (common < 0) return end
  const column = sides.flatMap((one, position) => (one.has[long] ? [{ ...one, position }] : []))
  const distances = column.map((one, index) =>
    Math.abs(one.baseline - (column[index - 1]?.baseline ?? one.baseline)),
  )
  const usual = usualOf(distances)
  // A line that goes on in the next column is full.
  const full = column.reduce((most, one) => (one.has[0] && one.has[1] ? most : Math.max(most, one.right)), 0)
  const tail = column.findIndex(({ position }) => position > common)
  if (tail < 0) return end
  const widest = distances.slice(0, tail).reduce((most, one) => Math.max(most, one), usual * SET_APART)
  for (let index = tail; index < column.length; index++) {
    const one = column[index] as (typeof column)[number]
    const distance = distances[index] ?? 0
    const last = column.at(-1)
    const isShort = column.length - index <= 2 && distance > usual * 1.25
    const isNearFollowing =
      following !== null && Math.abs(following - (last?.baseline ?? Infinity)) < distance * 1.05
    const above = column[index - 1]?.baseline ?? Infinity
    const isBelowBoth =
      downwards &&
      Math.abs(above - (sides[common]?.baseline ?? 0)) <= usual * 1.5 &&
      one.right < full - usual * 2
    if (distance > widest || (isShort && (isNearFollowing || isBelowBoth))) {
      const before = sides[one.position - 1]
      return before ? before.index : end
    }
  }
  return end
}

function usualOf(distances: readonly number[]): number {
  const sorted = distances.filter((distance) => distance > 0).sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length * 0.3)] ?? 0
}

/** A gutter as wide as the rows leave it. */
function widened(rows: readonly Row[], gutter: Gutter): Gutter {
  let [left, right] = [-Infinity, Infinity]
  for (const row of rows.slice(gutter.first, gutter.last + 1)) {
    const [before, after] = side(row, gutter)
    for (const fragment of before) left = Math.max(left, fragment.right)
    for (const fragment of after) right = Math.min(right, fragment.left)
  }
  return { ...gutter, left, right }
}

function usualSize(rows: readonly Row[]): number {
  const sizes = rows.map(({ size }) => size).sort((one, other) => one - other)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}

import { isJustified } from './cells.ts'
import { type Fragment, type PdfRow, usualSize } from './fragments.ts'
import { COLUMN_ROWS, crosses, type RowRun, runSections, type Strip, side, trimmedRun } from './runs.ts'

/** A strip of the page that no words cross, over several rows. */
export interface Gutter extends RowRun {
  /** How many rows have words on the side that has fewer. */
  readonly lines: number
  /** How many rows have words on the other side. */
  readonly most: number
}

/** The least width of a gutter, in units of the font size: wider than the space between two words. */
const GUTTER_WIDTH = 0.8
/** How many rows a heading to the left of its text has at most. */
const LABEL_ROWS = 2
/** How many gaps of one row are examined. */
const GAPS_MAX = 16
/** How many strips are tried, starting with those that most rows leave free. */
const STRIPS_MAX = 12
/** A distance between rows, in units of the font size, that ends a column. */
const END_OF_COLUMN = 3.2

/** If more than this part of the rows on both sides are justified lines, their gaps are not a gutter. */
const FEW_JUSTIFIED = 0.5

/** The largest distance to the next line, in units of the font size. */
const NEXT_LINE = 1.6

/** The gutters of rows, longest first. A gutter continues over many rows; the gaps of a justified line do not. */
export function findGutters(rows: readonly PdfRow[]): Gutter[] {
  const right = rows.reduce((most, row) => Math.max(most, row.right), -Infinity)
  const justified = new Set(rows.filter((row) => isJustified(row, [right], new Set())))
  return stripsOf(rows)
    .flatMap((strip) => runsOf(rows, strip))
    .flatMap((run) => runSections(rows, run))
    .map((run) => widened(rows, trimmedRun(rows, run)))
    .filter((gutter) => {
      const inside = rows.slice(gutter.first, gutter.last + 1)
      if (gutter.lines < (gutter.most > COLUMN_ROWS ? LABEL_ROWS : COLUMN_ROWS)) return false
      if (gutter.right - gutter.left < usualSize(inside) * GUTTER_WIDTH) return false
      const across = inside.filter((row) => side(row, gutter).every((words) => words.length > 0))
      return across.filter((row) => justified.has(row)).length <= across.length * FEW_JUSTIFIED
    })
    .sort((one, other) => other.lines - one.lines || one.left - other.left)
}

/**
 * The strips that more rows leave free than the strips beside them. Lines end anywhere but begin at the same place, so
 * the right part of a wider strip is the gutter.
 */
function stripsOf(rows: readonly PdfRow[]): Strip[] {
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

/** The wide gaps of a row, and those that it shares with the next row: the lines of columns need not be level. */
function gapsOf(row: PdfRow, next: PdfRow | undefined): Strip[] {
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

/** The longest sequences of rows that do not cross a strip. */
function runsOf(rows: readonly PdfRow[], strip: Strip): RowRun[] {
  const runs: RowRun[] = []
  let first = 0
  for (let index = 0; index <= rows.length; index++) {
    const [row, before] = [rows[index], rows[index - 1]]
    const isEnd = !row || crosses(row, strip)
    const isApart = row && before && row.baseline - before.baseline > row.size * END_OF_COLUMN
    if (!isEnd && !isApart) continue
    if (index > first) runs.push({ ...strip, first, last: index - 1 })
    first = isEnd ? index + 1 : index
  }
  return runs
}

/** A gutter as wide as its rows allow. */
function widened(rows: readonly PdfRow[], gutter: Gutter): Gutter {
  let [left, right] = [-Infinity, Infinity]
  for (const row of rows.slice(gutter.first, gutter.last + 1)) {
    const [before, after] = side(row, gutter)
    for (const fragment of before) left = Math.max(left, fragment.right)
    for (const fragment of after) right = Math.min(right, fragment.left)
  }
  return { ...gutter, left, right }
}

import { withBullets } from '../words.ts'
import { GAP_AT_EDGE, isJustified, type PdfCell, pdfCells, rowWords } from './cells.ts'
import { type PdfRow, rowOf } from './fragments.ts'

/** A row with its cells. */
interface LaidOut {
  readonly row: PdfRow
  readonly cells: readonly PdfCell[]
  /** Where a full line ends there; in a column without broken lines, no line is full. */
  readonly full: number
}

/** How many rows above and below determine where columns begin and lines end. */
const NEAR_ROWS = 2
/** How many rows above and below determine how long a full line is. */
const LINES = 8

/** The next line of a paragraph is closer than this, in units of the font size. */
const NEXT_LINE = 2

/** Rows with their cells. A justified line is one cell, however wide its gaps. */
export function layOut(rows: readonly PdfRow[], right: number, isColumn: boolean): LaidOut[] {
  const marked = rows.map(withoutMarker)
  const broken = brokenRows(rows)
  const rights = rows.map((_, index) => {
    const near = broken.slice(Math.max(index - LINES, 0), index + LINES + 1)
    return near.reduce((found, one) => Math.max(found, one), -Infinity)
  })
  const isLine = (index: number, edges: ReadonlySet<number>, leastGaps: number) => {
    const { words } = marked[index] as MarkedRow
    const near = rows.slice(Math.max(index - NEAR_ROWS, 0), index + NEAR_ROWS + 1)
    const others = near.flatMap((row) => (row === rows[index] ? [] : [row.right]))
    const ends = [right, rights[index] ?? right, ...others]
    return words.fragments.length > leastGaps && isJustified(words, ends, edges)
  }
  // Where columns begin. A line with several equal gaps says nothing about columns.
  const clear = marked.map(({ words }, index) => (isLine(index, NONE, 2) ? [] : pdfCells(words).slice(1)))
  const begun = marked.map(({ words }, index) => (isLine(index, NONE, 1) ? [] : beginningsIn(words)))
  return marked.map(({ row, marker, words }, index) => {
    const around = clear.slice(Math.max(index - NEAR_ROWS, 0), index + NEAR_ROWS + 1)
    const near = begun.slice(Math.max(index - NEAR_ROWS, 0), index + NEAR_ROWS + 1)
    const edges = new Set([
      ...leftEdges(around.filter((cells) => cells !== clear[index])),
      ...near.filter((edges) => edges !== begun[index]).flat(),
    ])
    const cells = isLine(index, edges, 1) ? [rowWords(words)] : pdfCells(words, leftEdges(around))
    const own = rights[index] ?? -Infinity
    const full = own > -Infinity ? own : isColumn ? Infinity : right
    return { row, cells: withMarkerCell(marker, cells), full }
  })
}

const NONE: ReadonlySet<number> = new Set()

/** The right ends of rows that were broken because they were full, as the next continues in lower case; -Infinity for others. */
function brokenRows(rows: readonly PdfRow[]): number[] {
  return rows.map((row, index) => {
    const next = rows[index + 1]
    const goesOn = next && /^\p{Ll}/u.test(next.fragments[0]?.text ?? '') && !next.fragments[0]?.marker
    return goesOn && next.baseline - row.baseline < row.size * NEXT_LINE ? row.right : -Infinity
  })
}

/** Where words begin after more than a space, in whole points. */
function beginningsIn({ fragments, size }: PdfRow): number[] {
  return fragments.flatMap(({ left }, index) => {
    const before = fragments[index - 1]
    return before && left - before.right > size * GAP_AT_EDGE ? [Math.round(left)] : []
  })
}

/** Where cells begin, in whole points. */
function leftEdges(rows: readonly (readonly PdfCell[])[]): Set<number> {
  return new Set(rows.flatMap((cells) => cells.map(({ left }) => Math.round(left))))
}

/** A row, and its words without their marker. */
interface MarkedRow {
  readonly row: PdfRow
  readonly marker: { readonly text: string; readonly left: number } | null
  readonly words: PdfRow
}

function withoutMarker(row: PdfRow): MarkedRow {
  const [first, ...rest] = row.fragments
  if (!first?.marker || rest.length === 0) return { row, marker: null, words: row }
  return { row, marker: { text: first.marker, left: first.left }, words: rowOf(rest) }
}

function withMarkerCell(marker: MarkedRow['marker'], [first, ...more]: readonly PdfCell[]): PdfCell[] {
  if (!first) return []
  if (!marker) return [{ ...first, text: withBullets(first.text) }, ...more]
  return [{ ...first, text: `${marker.text} ${first.text}`, left: marker.left }, ...more]
}

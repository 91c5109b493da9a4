import { withBullets } from '../words.ts'
import type { PdfCell } from './cells.ts'
import { type PdfRow, usualSize } from './fragments.ts'
import { isSplit, joinLines } from './hyphens.ts'
import { layOut } from './rows.ts'
import type { DrawnRule } from './shapes.ts'
import { tableRows } from './table.ts'

/** A line as it is to be written; `apart` says that a blank line stands before it. */
export interface PdfLine {
  readonly text: string
  readonly apart: boolean
}

/** The distance between rows, as a part of the usual one, from which a new paragraph begins. */
const APART = 1.25
/** The rows of a table stand apart anyway: from this distance on, in sizes of the letters, a blank line stands between. */
const ROW_APART = 3.2
/** Letters of another size belong to another paragraph. */
const OTHER_SIZE = 1.12
/** An average letter's width, in its size. */
const LETTER = 0.5
/** The blank before the next word takes at least this, in sizes of the letters. */
const BLANK = 0.25
/** A line that is at least this part of the widest one may go on although the next word would have fitted. */
const ALMOST_FULL = 0.6

/** How far the first line of a paragraph is indented at least, in sizes of the letters. */
const INDENT = 0.8
/** A line begins where the text does, give or take this, in points. */
const AT_LEFT = 1
/** Items stand at different depths that begin so far apart, in points. */
const DEEPER = 6
/** Columns stand so far apart, in letters. */
const COLUMNS_APART = [2, 120] as const

/** What an item of a list begins with; of a form, the box before it. */
export const ITEM = /^(?:[-☐☑☒] |\d{1,2}[.)] |[a-z][.)] )/

/**
 * The lines of a block: a paragraph or an item of a list is one line, however often it was broken; rows with columns
 * stay rows, their columns aligned. `right` is where a full line of the document ends, null in a column; `leading` is how
 * far the document's lines stand apart, in sizes of the letters.
 */
export function pdfLines(rows: readonly PdfRow[], right: number | null, leading: number): PdfLine[] {
  const laidOut = layOut(rows, right ?? rightOf(rows), right === null)
  const left = leftOf(rows)
  const ratio = usualLeading(rows, leading)
  const usual = ratio * usualSize(rows)
  const indents = indentsOf(laidOut.filter(({ cells }) => beginsItem(cells)).map(({ row }) => row.left))
  const lines: { pieces: string[]; apart: boolean }[] = []

  for (const [index, laid] of laidOut.entries()) {
    const { row, cells } = laid
    const before = laidOut[index - 1]
    const line = lines.at(-1)
    const distance = before ? row.baseline - before.row.baseline : 0
    const sizes = before ? Math.max(row.size, before.row.size) / Math.min(row.size, before.row.size) : 1
    const apart =
      !before ||
      distance > Math.max(usual, ratio * Math.min(row.size, before.row.size)) * APART ||
      distance < 0 ||
      sizes > OTHER_SIZE
    const text = cells[0]?.text ?? ''
    if (before && line && !apart && cells.length === 1 && before.cells.length === 1 && !beginsItem(cells)) {
      if (
        rowGoesOn(
          { row: before.row, text: before.cells[0]?.text ?? '' },
          { row, text },
          { left, right: before.full },
        )
      ) {
        // Piece by piece: a line may have 10,000 of them.
        const joined = joinLines(line.pieces.pop() ?? '', text)
        line.pieces.push(joined.slice(0, joined.length - text.length), text)
        continue
      }
    }
    const isInColumns = [before, laid, laidOut[index + 1]].some(
      (one) => one && one.cells.length > 1 && Math.abs(one.row.baseline - row.baseline) <= usual * APART,
    )
    const indent = beginsItem(cells) ? '  '.repeat(indents(row.left)) : ''
    const words = isInColumns && !beginsItem(cells) ? alignCells(cells, left, row.size) : join(cells)
    lines.push({
      pieces: [indent + words],
      apart: apart && index > 0,
    })
  }
  // At the end of a column or page the hyphen is all that tells of a split word.
  return lines.map(({ pieces, apart }) => ({ text: pieces.join('').replace(/\u00AD$/, '-'), apart }))
}

/** The lines of a table: its rows, columns aligned. `right` is where a full line of the document ends. */
export function tableLinesOf(rows: readonly PdfRow[], right: number, rules: readonly DrawnRule[]): PdfLine[] {
  const left = leftOf(rows)
  const found = tableRows(rows, right, rules)
  return found.map(({ cells, top, size }, index) => {
    const before = found[index - 1]
    const apart = before !== undefined && top - before.bottom > size * ROW_APART
    return { text: withBullets(alignCells(cells, left, size)), apart }
  })
}

/** How far to the right rows go. */
export function rightOf(rows: readonly PdfRow[]): number {
  return rows.reduce((most, row) => Math.max(most, row.right), -Infinity)
}

function leftOf(rows: readonly PdfRow[]): number {
  return rows.reduce((least, row) => Math.min(least, row.left), Infinity)
}

function beginsItem(cells: readonly PdfCell[]): boolean {
  return ITEM.test(cells[0]?.text ?? '')
}

/** From so many distances on, those of a block say how far its own lines stand apart. */
const DISTANCES_LEAST = 8
/** Lines are set so far apart at least and at most, in sizes of the letters. */
const LEADING = [1, 2] as const

/** How far the lines of a block stand apart, in sizes of the letters. */
function usualLeading(rows: readonly PdfRow[], leading: number): number {
  const own = rows.length > DISTANCES_LEAST ? (leadingOf([rows]) ?? leading) : leading
  return Math.min(Math.max(own, LEADING[0]), LEADING[1])
}

/** So many distances say little of what is usual. */
const DISTANCES_FEW = 12
/** Distances that differ by less, as a part of them, are alike. */
const ALIKE = 1.08

/** The usual distance is larger than this part of all: paragraphs are set apart by more, and hardly ever by less. */
const USUAL = 0.3

/** Rows that stand nearer, in sizes of the letters, are no lines below each other, but cells in the middle of theirs. */
const NEAREST = 0.9

/** How far most rows stand below the one before, in sizes of their letters; null where there are none. */
export function leadingOf(blocks: readonly (readonly PdfRow[])[]): number | null {
  const distances = blocks
    .flatMap((rows) =>
      rows.map(({ baseline, size }, index) => (baseline - (rows[index - 1]?.baseline ?? Number.NaN)) / size),
    )
    .filter((distance) => distance > NEAREST)
    .sort((one, other) => one - other)
  // Of few, most may lie between paragraphs: the least that is there twice lies between lines.
  if (distances.length < DISTANCES_FEW) {
    const twice = distances.find((distance, index) => (distances[index + 1] ?? Infinity) < distance * ALIKE)
    return twice ?? distances[0] ?? null
  }
  return distances[Math.floor(distances.length * USUAL)] ?? null
}

/** Whether a row goes on where the one above it ended: its first word would not have fitted there. */
function rowGoesOn(
  before: { row: PdfRow; text: string },
  { row, text }: { row: PdfRow; text: string },
  { left, right }: { left: number; right: number },
): boolean {
  if (isSplit(before.text)) return true
  const isLower = /^\p{Ll}/u.test(text)
  // What somebody wrote into a form ends where its field does, unless the sentence goes on.
  if (!isLower && rowField(before.row) !== rowField(row)) return false
  const isEnded = /[.:;!?]$/.test(before.text)
  // The first line of a paragraph may be indented and no more; below an item, all lines are.
  const isIndented = row.left - before.row.left > row.size * INDENT && !before.row.fragments[0]?.marker
  if (isIndented && isEnded && before.row.left < left + AT_LEFT) return false
  const word = text.split(' ', 1)[0] ?? ''
  const wordWidth = ((row.right - row.left) * word.length) / Math.max(text.length, 1)
  const isFull = before.row.right + BLANK * row.size + wordWidth > right
  const isWide = before.row.right - left > (right - left) * ALMOST_FULL
  return isFull || (isLower && isWide && !isEnded)
}

/** The field or remark that all of a row stands in; null where there is none. */
function rowField({ fragments }: PdfRow): string | null {
  const field = fragments[0]?.field ?? null
  return fragments.every((fragment) => fragment.field === field) ? field : null
}

/** How deep an item stands, by its left edge among those of all items. */
function indentsOf(lefts: readonly number[]): (left: number) => number {
  const edges: number[] = []
  for (const left of [...lefts].sort((one, other) => one - other)) {
    const last = edges.at(-1)
    if (last === undefined || left - last > DEEPER) edges.push(left)
  }
  return (left) =>
    Math.max(
      edges.findLastIndex((edge) => edge <= left),
      0,
    )
}

function join(cells: readonly PdfCell[]): string {
  return cells.map(({ text }) => text).join('  ')
}

function alignCells(cells: readonly PdfCell[], left: number, size: number): string {
  let line = ''
  for (const cell of cells) {
    const at = Math.round((cell.left - left) / (size * LETTER))
    const gap = at - line.length
    const least = line === '' ? 0 : COLUMNS_APART[0]
    line += ' '.repeat(Math.min(Math.max(gap, least), COLUMNS_APART[1])) + cell.text
  }
  return line
}

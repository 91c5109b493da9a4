import { withBullets } from '../words.ts'
import type { PdfCell } from './cells.ts'
import { type PdfRow, usualSize } from './fragments.ts'
import { isSplit, joinLines } from './hyphens.ts'
import { layOut } from './rows.ts'
import type { DrawnRule } from './shapes.ts'
import { tableRows } from './table.ts'

/** A line to write; `apart` adds a blank line before it. */
export interface PdfLine {
  readonly text: string
  readonly apart: boolean
}

/** A row farther below than this, relative to the usual distance, begins a new paragraph. */
const APART = 1.25
/** Rows of a table are apart anyway: from this distance on, in units of the font size, they are separated by a blank line. */
const ROW_APART = 3.2
/** Letters whose size differs by this belong to another paragraph. */
const OTHER_SIZE = 1.12
/** The average width of a letter, in units of the font size. */
const LETTER = 0.5
/** The least width of the space before the next word, in units of the font size. */
const BLANK = 0.25
/** A line at least this part as wide as the widest may continue although the next word would have fitted. */
const ALMOST_FULL = 0.6

/** The least indentation of the first line of a paragraph, in units of the font size. */
const INDENT = 0.8
/** How far from the left edge of the text a line may begin, in points. */
const AT_LEFT = 1
/** Items whose left edges differ by this, in points, have different levels. */
const DEEPER = 6
/** The space between columns, in letters. */
const COLUMNS_APART = [2, 120] as const

/** The marker of a list item; of an item of a form, its checkbox. */
export const ITEM = /^(?:[-☐☑☒] |\d{1,2}[.)] |[a-z][.)] )/

/**
 * The lines of a block: a paragraph or a list item is one line, however it was broken; rows with columns remain rows,
 * with aligned columns. `right` is where a full line of the document ends, null in a column; `leading` is the distance
 * between the document's lines, in units of the font size.
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
        // Joined piece by piece: a line may have 10,000 of them.
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
  // At the end of a column or page only the hyphen tells that a word is split.
  return lines.map(({ pieces, apart }) => ({ text: pieces.join('').replace(/\u00AD$/, '-'), apart }))
}

/** The lines of a table: its rows, with aligned columns. `right` is where a full line of the document ends. */
export function tableLinesOf(rows: readonly PdfRow[], right: number, rules: readonly DrawnRule[]): PdfLine[] {
  const left = leftOf(rows)
  const found = tableRows(rows, right, rules)
  return found.map(({ cells, top, size }, index) => {
    const before = found[index - 1]
    const apart = before !== undefined && top - before.bottom > size * ROW_APART
    return { text: withBullets(alignCells(cells, left, size)), apart }
  })
}

/** The right edge of the rows. */
export function rightOf(rows: readonly PdfRow[]): number {
  return rows.reduce((most, row) => Math.max(most, row.right), -Infinity)
}

function leftOf(rows: readonly PdfRow[]): number {
  return rows.reduce((least, row) => Math.min(least, row.left), Infinity)
}

function beginsItem(cells: readonly PdfCell[]): boolean {
  return ITEM.test(cells[0]?.text ?? '')
}

/** From this many distances on, a block's own distances determine its line spacing. */
const DISTANCES_LEAST = 8
/** The least and the largest line spacing, in units of the font size. */
const LEADING = [1, 2] as const

/** The line spacing of a block, in units of the font size. */
function usualLeading(rows: readonly PdfRow[], leading: number): number {
  const own = rows.length > DISTANCES_LEAST ? (leadingOf([rows]) ?? leading) : leading
  return Math.min(Math.max(own, LEADING[0]), LEADING[1])
}

/** Fewer distances than this say little about the usual one. */
const DISTANCES_FEW = 12
/** Distances that differ by less than this, relative to them, are the same. */
const ALIKE = 1.08

/** The usual distance is larger than this part of all: paragraphs are farther apart than lines, hardly ever closer. */
const USUAL = 0.3

/** Rows closer than this, in units of the font size, are not successive lines but vertically centred cells. */
const NEAREST = 0.9

/** The usual distance from one row to the next, in units of the font size; null if there are no rows. */
export function leadingOf(blocks: readonly (readonly PdfRow[])[]): number | null {
  const distances = blocks
    .flatMap((rows) =>
      rows.map(({ baseline, size }, index) => (baseline - (rows[index - 1]?.baseline ?? Number.NaN)) / size),
    )
    .filter((distance) => distance > NEAREST)
    .sort((one, other) => one - other)
  // With few rows, most distances may be between paragraphs: the smallest that occurs twice is between lines.
  if (distances.length < DISTANCES_FEW) {
    const twice = distances.find((distance, index) => (distances[index + 1] ?? Infinity) < distance * ALIKE)
    return twice ?? distances[0] ?? null
  }
  return distances[Math.floor(distances.length * USUAL)] ?? null
}

/** Whether a row continues the one above it: its first word would not have fitted there. */
function rowGoesOn(
  before: { row: PdfRow; text: string },
  { row, text }: { row: PdfRow; text: string },
  { left, right }: { left: number; right: number },
): boolean {
  if (isSplit(before.text)) return true
  const isLower = /^\p{Ll}/u.test(text)
  // Text entered into a form ends with its field, unless the sentence continues.
  if (!isLower && rowField(before.row) !== rowField(row)) return false
  const isEnded = /[.:;!?]$/.test(before.text)
  // Of a paragraph only the first line may be indented; of an item, all lines after the first are.
  const isIndented = row.left - before.row.left > row.size * INDENT && !before.row.fragments[0]?.marker
  if (isIndented && isEnded && before.row.left < left + AT_LEFT) return false
  const word = text.split(' ', 1)[0] ?? ''
  const wordWidth = ((row.right - row.left) * word.length) / Math.max(text.length, 1)
  const isFull = before.row.right + BLANK * row.size + wordWidth > right
  const isWide = before.row.right - left > (right - left) * ALMOST_FULL
  return isFull || (isLower && isWide && !isEnded)
}

/** The field or comment that contains the whole row; null if none does. */
function rowField({ fragments }: PdfRow): string | null {
  const field = fragments[0]?.field ?? null
  return fragments.every((fragment) => fragment.field === field) ? field : null
}

/** The level of an item, by its left edge among those of all items. */
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

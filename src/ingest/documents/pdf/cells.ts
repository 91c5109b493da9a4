import type { PdfRow } from './fragments.ts'

/** Words of a row that are separated by no more than a space. */
export interface PdfCell {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** A gap of this size, in units of the font size, separates columns, unless the line is justified. */
const COLUMN_GAP = 1.5
/** A gap of this size has a space between fragments. */
const BLANK_GAP = 0.12
/** A gap of this size has a space between letter-spaced words. */
const BLANK_GAP_OF_SPACED = 0.55

/** A gap of this size separates columns where a neighbouring row does: its cell was nearly full. */
export const GAP_AT_EDGE = 0.6

/** Letters smaller than this part of the row's size need gaps as wide. */
const LEAST_OF_ROW = 0.8

/** The cells of a row; `edges` are where columns begin in neighbouring rows, in whole points. */
export function pdfCells(row: PdfRow, edges: ReadonlySet<number> = new Set()): PdfCell[] {
  const isSpaced = hasSpacedLetters(row)
  const cells: { pieces: string[]; left: number; right: number }[] = []
  for (const { text, left, right, size } of row.fragments) {
    const cell = cells.at(-1)
    const least = edges.has(Math.round(left)) ? GAP_AT_EDGE : COLUMN_GAP
    const piece = isSpaced ? text.replace(SPACED, (word) => word.replaceAll(' ', '')) : text
    if (!cell || left - cell.right > Math.max(size, row.size * LEAST_OF_ROW) * least) {
      cells.push({ pieces: [piece], left, right })
      continue
    }
    const blank = isSpaced ? BLANK_GAP_OF_SPACED : BLANK_GAP
    const isBlank = cell.pieces.at(-1)?.endsWith(' ') || piece.startsWith(' ')
    if (left - cell.right > size * blank && !isBlank) cell.pieces.push(' ')
    cell.pieces.push(piece)
    cell.right = Math.max(cell.right, right)
  }
  return cells.map(({ pieces, left, right }) => ({ text: pieces.join('').trim(), left, right }))
}

/** All words of a row, separated by one space however wide the gaps. */
export function rowWords(row: PdfRow): PdfCell {
  const cells = pdfCells(row)
  return { text: cells.map(({ text }) => text).join(' '), left: row.left, right: row.right }
}

/** A row is letter-spaced if it has this many such letters, in runs of this many, and they are this part of all. */
const SPACED_LEAST = 5
const SPACED_RUN = 3
const SPACED_PART = 0.5
/** Letters separated by spaces. */
const SPACED = /(?<!\S)\S(?: \S)+(?!\S)/gu

/** Whether a row is letter-spaced, as in "L ö f t e". */
function hasSpacedLetters({ fragments }: PdfRow): boolean {
  let [letters, apart] = [0, 0]
  for (const { text } of fragments) {
    const words = text.trim().split(/ +/)
    const length = text.replaceAll(' ', '').length
    letters += length
    if (words.length >= SPACED_RUN && words.length === length) apart += length
  }
  return apart >= SPACED_LEAST && apart > letters * SPACED_PART
}

/** The usual width of a space between words that were drawn together, in units of the font size. */
const USUAL_BLANK = 0.3
/** How much the gaps of a justified line differ at most, relative to them and in units of the font size. */
const UNEVEN = [0.35, 0.15] as const
/** How far from the right edge of the text a line may end, in units of the font size. */
const AT_END = 0.15

/**
 * Whether a row is a justified line: its gaps are similar, no words are closer together, and it ends at the right
 * edge. `edges` are where columns begin in neighbouring rows: a line of two words has one gap, as a table row has.
 */
export function isJustified(row: PdfRow, rights: readonly number[], edges: ReadonlySet<number>): boolean {
  if (!rights.some((right) => Math.abs(row.right - right) < row.size * AT_END)) return false
  let [least, most, count, isAtEdge] = [Infinity, 0, 0, false]
  const take = (gap: number) => {
    least = Math.min(least, gap)
    most = Math.max(most, gap)
    count++
  }
  for (const [index, { text, left, size }] of row.fragments.entries()) {
    const before = row.fragments[index - 1]
    const gap = before ? left - before.right : 0
    if (gap > size * BLANK_GAP) take(gap)
    if (gap > size * COLUMN_GAP && edges.has(Math.round(left))) isAtEdge = true
    if (text.trim().includes(' ') && !hasOnlySingles(text)) take(size * USUAL_BLANK)
  }
  const isEven = most - least < Math.max(least * UNEVEN[0], row.size * UNEVEN[1])
  return count > 0 && isEven && !(isAtEdge && count === 1)
}

/** Whether words are single letters: the spaces between them may be gaps between letters. */
function hasOnlySingles(text: string): boolean {
  return /^\S(?: \S)*$/.test(text.trim())
}

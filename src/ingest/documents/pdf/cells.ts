import type { PdfRow } from './fragments.ts'

/** Words in a row with no more than a blank between them. */
export interface PdfCell {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** From this gap on, in sizes of the letters, words stand in another column, unless the line is justified. */
const COLUMN_GAP = 1.5
/** From this gap on, there is a blank between fragments. */
const BLANK_GAP = 0.12
/** From this gap on, there is a blank between words whose letters are set apart. */
const BLANK_GAP_OF_SPACED = 0.55

/** From this gap on, words stand in another column where those of a row beside it do: its cell was nearly full. */
export const GAP_AT_EDGE = 0.6

/** Letters smaller than this part of the row's need as wide gaps. */
const LEAST_OF_ROW = 0.8

/** The cells of a row; `edges` are where columns begin in the rows around it, in whole points. */
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

/** All words of a row, with a blank between them however wide the gaps. */
export function rowWords(row: PdfRow): PdfCell {
  const cells = pdfCells(row)
  return { text: cells.map(({ text }) => text).join(' '), left: row.left, right: row.right }
}

/** From so many such letters on, in runs of so many, which are this part of all, the letters of a row are set apart. */
const SPACED_LEAST = 5
const SPACED_RUN = 3
const SPACED_PART = 0.5
/** Letters with blanks between them. */
const SPACED = /(?<!\S)\S(?: \S)+(?!\S)/gu

/** Whether the letters of a row are set apart, as in "L ö f t e". */
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

/** A blank within words drawn together is about so wide, in sizes of the letters. */
const USUAL_BLANK = 0.3
/** How much the gaps of a justified line differ at most, as a part of them, and in sizes of the letters. */
const UNEVEN = [0.35, 0.15] as const
/** A line ends where the text does, give or take this, in sizes of the letters. */
const AT_END = 0.15

/**
 * Whether a row is a justified line: its gaps are alike, none of its words stand closer, and it ends where the text
 * does. `edges` are where columns begin in the rows around it: a line of two words has one gap, as a row of a table has.
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

/** Whether words are single letters: such blanks may be gaps between letters. */
function hasOnlySingles(text: string): boolean {
  return /^\S(?: \S)*$/.test(text.trim())
}

import { tidy } from '../words.ts'
import type { Glyph } from './glyph.ts'
import { type Matrix, type Point, placed, turned } from './matrix.ts'

/** A letter on the page as it is shown: from the left and from the top, in points. A font may draw several as one. */
export interface Letter {
  readonly text: string
  readonly font: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  /** The field or remark that it belongs to, by its id; null for the page itself. */
  readonly field: string | null
}

/** A line rises or falls by this part of its length at most. */
const SLANT = 0.2

/** Whether a letter stands upright on the page that `view` shows, slanted a little at most. */
export function isUpright(view: Matrix, { ahead }: Glyph): boolean {
  const [right, down] = turned(view, ahead)
  return right > 0 && Math.abs(down) <= right * SLANT
}

/** A letter where it stands on the page that `view` shows; null where it has no place or no size. */
export function letterOf(view: Matrix, { text, font, origin, ahead, width, up, look }: Glyph): Letter | null {
  const [left, baseline] = placed(view, origin)
  const right = left + width * Math.hypot(...turned(view, ahead))
  const size = Math.hypot(...turned(view, up))
  if (![left, right, baseline, size].every(Number.isFinite) || size === 0) return null
  const letter = { text: withPlainFigures(text), font, left, right, baseline, size, field: look.annotation }
  // Fonts have raised figures of their own too; they are read as others that are raised.
  const figure = SUPERSCRIPTS[letter.text]
  if (figure === undefined) return letter
  return {
    ...letter,
    text: figure,
    baseline: baseline - SUPERSCRIPT_HEIGHT * size,
    size: size * SUPERSCRIPT_SIZE,
  }
}

/** Raised figures that are signs of their own, how high they stand and how large they are. */
const SUPERSCRIPTS: { readonly [sign: string]: string } = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  '⁽': '(',
  '⁾': ')',
}
const SUPERSCRIPT_HEIGHT = 0.35
const SUPERSCRIPT_SIZE = 0.6

/** Old-style figures and small capitals have code points of Adobe's own in some fonts; the last two digits say which letter. */
function withPlainFigures(text: string): string {
  return text.replace(/[\uF720-\uF7FE]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf700))
}

/** From this gap on, in sizes of the letters, another word begins. */
const WORD_GAP = 0.2

/** The words of letters that lie anywhere, in the order in which they are drawn. */
export function glyphWords(glyphs: readonly Glyph[]): string {
  const pieces: string[] = []
  let end: Point | null = null
  for (const { text, origin, ahead, width, up } of glyphs) {
    const isApart = end && Math.hypot(origin[0] - end[0], origin[1] - end[1]) > Math.hypot(...up) * WORD_GAP
    pieces.push(isApart ? ` ${text}` : text)
    end = [origin[0] + ahead[0] * width, origin[1] + ahead[1] * width]
  }
  return tidy(pieces.join('')).trim()
}

import { tidy } from '../words.ts'
import type { Glyph } from './glyph.ts'
import { type Matrix, type Point, placed, turned } from './matrix.ts'

/** A letter on the page as shown: from the left and from the top, in points. A font may draw several as one. */
export interface Letter {
  readonly text: string
  readonly font: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  /** The id of the field or comment that it belongs to; null for the page itself. */
  readonly field: string | null
}

/** How much a line may rise or fall, as a part of its length. */
const SLANT = 0.2

/** Whether a letter is upright, or slightly slanted, on the page that `view` shows. */
export function isUpright(view: Matrix, { ahead }: Glyph): boolean {
  const [right, down] = turned(view, ahead)
  return right > 0 && Math.abs(down) <= right * SLANT
}

/** The place of a letter on the page that `view` shows; null if it has no place or no size. */
export function letterOf(view: Matrix, { text, font, origin, ahead, width, up, look }: Glyph): Letter | null {
  const [left, baseline] = placed(view, origin)
  const right = left + width * Math.hypot(...turned(view, ahead))
  const size = Math.hypot(...turned(view, up))
  if (![left, right, baseline, size].every(Number.isFinite) || size === 0) return null
  const letter = { text: withPlainFigures(text), font, left, right, baseline, size, field: look.annotation }
  // Fonts have superscript characters too; they are read like other raised numbers.
  const figure = SUPERSCRIPTS[letter.text]
  if (figure === undefined) return letter
  return {
    ...letter,
    text: figure,
    baseline: baseline - SUPERSCRIPT_HEIGHT * size,
    size: size * SUPERSCRIPT_SIZE,
  }
}

/** Unicode's superscript digits, and how high and large they are. */
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

/** Some fonts give old-style digits and small capitals code points of Adobe's own, whose last two digits tell the letter. */
function withPlainFigures(text: string): string {
  return text.replace(/[\uF720-\uF7FE]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf700))
}

/** A gap of this size, in units of the font size, begins another word. */
const WORD_GAP = 0.2

/** The words of letters that may be anywhere, in drawing order. */
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

import { escaped } from '../site/html.ts'
import { advanceWidths, letters } from './advance-widths.ts'
import { type Face, fontAttributes } from './fonts.ts'

/** The width of a letter that is not in the table: wide, so that no label is cut. */
const WIDEST = 1000

const widthsOf = (face: Face) =>
  new Map([...letters].map((letter, index) => [letter, advanceWidths[face][index] ?? WIDEST]))
const widths: { readonly [F in Face]: ReadonlyMap<string, number> } = {
  text: widthsOf('text'),
  strong: widthsOf('strong'),
  heading: widthsOf('heading'),
}

/** The width of a line of text. */
export function textWidth(text: string, size: number, face: Face = 'text'): number {
  let width = 0
  for (const letter of text) width += widths[face].get(letter) ?? WIDEST
  return (width * size) / 1000
}

/** Wraps a text to a width. A word that is wider has a line of its own. */
export function wrapped(text: string, width: number, size: number, face: Face = 'text'): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && textWidth(longer, size, face) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The font, size and colour of a text. */
interface TextSetting {
  readonly size: number
  readonly fill: string
  readonly face?: Face
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** A line of text in SVG, by its baseline. */
export function textAt(
  x: number,
  y: number,
  text: string,
  { size, fill, face = 'text', anchor }: TextSetting,
): string {
  const where = `x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"`
  return `<text ${where} ${fontAttributes[face]}${anchor ? ` text-anchor="${anchor}"` : ''}>${escaped(text)}</text>`
}

/** Lines of text with their total height. */
export function linesAt(
  x: number,
  y: number,
  lines: readonly string[],
  setting: TextSetting & { readonly lead: number },
): { readonly svg: string; readonly height: number } {
  return {
    svg: lines.map((line, index) => textAt(x, y + index * setting.lead, line, setting)).join(''),
    height: lines.length * setting.lead,
  }
}

/** A length, rounded to what can be seen. */
export function round(length: number): number {
  return Math.round(length * 10) / 10
}

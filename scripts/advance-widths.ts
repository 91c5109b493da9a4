// Writes how far each letter of the faces of charts goes, from the fonts themselves, so that labels are measured without drawing them.
// Run by npm run generate.

import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import { type Face, fontFiles } from '../src/charts/fonts.ts'

export const ADVANCE_WIDTHS = 'src/charts/advance-widths.ts'

/** Letters that texts of charts may have: Latin, and the punctuation of Swedish and English. */
const LETTERS = [
  ...Array.from({ length: 0x100 - 0x20 }, (_, index) => 0x20 + index).filter(
    (code) => code < 0x7f || code > 0x9f,
  ),
  ...'–—‘’“”…−≥≤×'.split('').map((letter) => letter.charCodeAt(0)),
].map((code) => String.fromCharCode(code))

/** The TypeScript of the widths, in thousandths of the size of the font. */
export function advanceWidthsFile(): string {
  const faces = Object.entries(fontFiles).map(([face, file]) => {
    const font = create(readFileSync(file)) as Font // a file of one face
    const widthOf = (letter: string) =>
      Math.round((1000 * font.glyphForCodePoint(letter.charCodeAt(0)).advanceWidth) / font.unitsPerEm)
    return `  ${face satisfies string as Face}: [${LETTERS.map(widthOf).join(',')}],`
  })
  return `// Generated from the fonts by npm run generate.

/** The letters whose widths are known. */
export const letters = ${JSON.stringify(LETTERS.join(''))}

/** How wide each of them is, in thousandths of the size of the font. */
export const advanceWidths = {
${faces.join('\n')}
} as const
`
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withAccents } from '../../../src/ingest/documents/pdf/accents.ts'
import type { Letter } from '../../../src/ingest/documents/pdf/letters.ts'
import { drawPdf, put, writePdf } from './support/pdf.ts'
import { read } from './support/read.ts'

const SENTENCE = 'Ökad närvaro på vägar i Åre, en idé för à la carte'
const SIGNS: { readonly [mark: string]: string } = {
  '\u0308': '¨',
  '\u030A': '°',
  '\u0301': '´',
  '\u0300': '`',
}

describe('the accents of a PDF', () => {
  test('are put on the letters that they are drawn above, before or after, in any font', async () => {
    const manner = fc.record({
      font: fc.constantFrom('Helvetica', 'Times-Roman', 'Courier-Bold'),
      size: fc.integer({ min: 7, max: 30 }),
      isBefore: fc.boolean(),
      off: fc.double({ min: -0.08, max: 0.08, noNaN: true }),
      raised: fc.constantFrom(0, 0.2),
    })
    await fc.assert(
      fc.asyncProperty(manner, async ({ font, size, isBefore, off, raised }) => {
        const bytes = await drawPdf(
          (page) => {
            page.font(font).fontSize(size)
            let left = 30
            for (const letter of SENTENCE) {
              const [base = '', mark = ''] = letter.normalize('NFD')
              const sign = SIGNS[mark]
              const above =
                left + (page.widthOfString(base) - page.widthOfString(sign ?? '')) / 2 + off * size
              const drawn = [
                () => put(page, base, left, 100),
                () => sign && put(page, sign, above, 100 - (/\p{Lu}/u.test(base) ? raised * size : 0)),
              ]
              for (const draw of isBefore ? drawn.toReversed() : drawn) draw()
              left += page.widthOfString(base)
            }
          },
          { size: [1000, 400] },
        )
        const source = await read(bytes)
        expect(source.text).toBe(`${SENTENCE}\n`)
        expect(source.issues).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  // Each letter is drawn at a place, in points, and is so wide; the size is 10.
  /** A letter that is drawn at a place, so wide, in points. */
  const at = (left: number, text: string, width: number): Letter => ({
    text,
    font: 'F',
    left,
    right: left + width,
    baseline: 100,
    size: 10,
    field: null,
  })

  test.each([
    ['fö', [at(10, 'f', 3), at(13, 'o', 6), at(19, '\u0308', 0)]],
    ['fö', [at(10, 'f', 3), at(19, '\u0308', 0), at(13, 'o', 6)]],
    ['fö', [at(10, 'f', 3), at(13, '\u0308', 0), at(13, 'o', 6)]],
    ['fï', [at(10, 'f', 3), at(13, 'ı', 2.2), at(15.2, '\u0308', 0)]],
    ['q\u0308', [at(10, 'q', 6), at(16, '\u0308', 0)]],
  ])('without width belong to the letter that they stand over: %s', (text, drawn) => {
    const { letters, lost } = withAccents(drawn)
    expect(letters.map(({ text }) => text).join('')).toBe(text)
    expect(lost).toBe(0)
  })

  test.each(['Högst 20 °C', '15° kallt, 90 ° varmt', 'bussen´s tid ~15 min', '10^6 `kod`', 'Åre ¨citat¨'])(
    'stay signs of their own in "%s"',
    async (text) => {
      const source = await read(await drawPdf((page) => put(page.font('Helvetica'), text, 72, 100)))
      expect(source).toMatchObject({ text: `${text}\n`, issues: [] })
    },
  )

  test('that stand in a word and above none of its letters are named', async () => {
    const source = await read(writePdf('BT /F 11 Tf 72 700 Td (genomf\xa8ora p\xb0a kv\xe4llar) Tj ET'))
    expect(source.issues).toEqual([{ kind: 'unknown_letters', text: 'accents without a letter: 2', page: 1 }])
  })
})

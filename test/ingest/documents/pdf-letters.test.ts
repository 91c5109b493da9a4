import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawPdf, put, words, writePdf } from './support/pdf.ts'
import { read } from './support/read.ts'

const SENTENCE = 'Polisen lovar minst 11 kontroller i kommunens allmänna rum 2022.'
const CONDENSED = 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'

/** A part of a line, and its offset in the line, in points. */
interface Bit {
  readonly text: string
  readonly at: number
}

/** A line in letters, in words or whole. */
function bitsOf(page: PDFKit.PDFDocument, line: string, by: RegExp): Bit[] {
  return [...line.matchAll(by)].map(({ 0: text, index }) => ({
    text,
    at: page.widthOfString(line.slice(0, index)),
  }))
}

/** How far over its first drawing a bit is drawn again, in sizes of the letters. */
const shift = fc.record({
  right: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
  down: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
})

const manner = fc.record({
  font: fc.constantFrom('Helvetica', 'Times-Bold', 'Courier', CONDENSED),
  size: fc.integer({ min: 7, max: 30 }),
  by: fc.constantFrom(/\S/gu, /\S+/gu, /\S.*/gu),
  shifts: fc.array(shift, { maxLength: 3 }),
  isBitByBit: fc.boolean(),
})

describe('the letters of a PDF', () => {
  test('are read once, however often and in whatever bits they are drawn', async () => {
    await fc.assert(
      fc.asyncProperty(manner, async ({ font, size, by, shifts, isBitByBit }) => {
        const bytes = await drawPdf(
          (page) => {
            page.font(font).fontSize(size)
            const bits = bitsOf(page, SENTENCE, by)
            const shown = [{ right: 0, down: 0 }, ...shifts]
            const all = isBitByBit
              ? bits.flatMap((bit) => shown.map((over) => ({ ...bit, over })))
              : shown.flatMap((over) => bits.map((bit) => ({ ...bit, over })))
            for (const { text, at, over } of all)
              put(page, text, 30 + at + over.right * size, 100 + over.down * size)
          },
          { size: [1200, 400] },
        )
        expect((await read(bytes)).text).toBe(`${SENTENCE}\n`)
      }),
      { numRuns: 30 },
    )
  })

  test('are read in any order of drawing', async () => {
    const order = fc.shuffledSubarray(
      SENTENCE.split(' ').map((_, index) => index),
      { minLength: 10 },
    )
    await fc.assert(
      fc.asyncProperty(order, async (indices) => {
        const bytes = await drawPdf((page) => {
          const bits = bitsOf(page, SENTENCE, /\S+/gu)
          for (const index of indices) put(page, bits[index]?.text ?? '', 30 + (bits[index]?.at ?? 0), 100)
        })
        expect((await read(bytes)).text).toBe(`${SENTENCE}\n`)
      }),
      { numRuns: 20 },
    )
  })

  test('have shadows that narrow letters stand beside', async () => {
    const text = 'Till alla i Lillhällom'
    const shadow = words(text, 72, 700, 20).replace('72', '74.6')
    expect((await read(writePdf(shadow + words(text, 72, 700, 20)))).text).toBe(`${text}\n`)
  })

  test.each([
    ['of another colour', '1 0 0 rg ', ''],
    ['stroked as an outline', '1 Tr 0.3 w ', '0 Tr '],
    ['filled and stroked', '2 Tr ', '2 Tr '],
    ['cut off', '72 690 100 30 re W n ', ''],
  ])('count once where they are drawn over letters %s', async (_, first, second) => {
    const text = 'Minst 11 kontroller'
    const bytes = writePdf(`q ${first}${words(text, 72.3, 699.8)}Q ${second}${words(text, 72, 700)}`)
    expect((await read(bytes)).text).toBe(`${text}\n`)
  })

  test('stay twice in words and figures that have them twice, set however close', async () => {
    const text = 'Alla 11 kommittéer 1000 i Illinois, WWW …… ___'
    const bytes = writePdf(`-0.5 Tc ${words(text.replaceAll('…', '.'), 72, 700)}`)
    expect((await read(bytes)).text).toBe(`${text.replaceAll('…', '.')}\n`)
  })

  test('keep a blank that is hardly seen, and have none for a blank without width', async () => {
    const bytes = writePdf(
      `BT /F 11 Tf 72 700 Td [(Minst) -20 ( ) 220 (15 trafik) ( ) 278 (kontroller)] TJ ET`,
    )
    expect((await read(bytes)).text).toBe('Minst 15 trafikkontroller\n')
  })
})

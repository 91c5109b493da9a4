import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookupsOf } from '../../../src/commands/reading.ts'
import { draftAgreement } from '../../../src/ingest/draft-agreement.ts'
import { drawPdf, put, spellPdf } from './support/pdf.ts'
import { read } from './support/read.ts'

/** How what is raised is drawn, in sizes of the letters around it. */
interface Manner {
  readonly font: string
  readonly size: number
  readonly smaller: number
  readonly raised: number
  readonly gap: number
}

const USUAL: Manner = { font: 'Helvetica', size: 11, smaller: 0.6, raised: 0.35, gap: 0 }

/** Lines in which text between "<" and ">" is raised. */
function drawRaised(lines: readonly string[], { font, size, smaller, raised, gap }: Manner = USUAL) {
  return drawPdf(
    (page) => {
      page.font(font)
      for (const [index, line] of lines.entries()) {
        let left = 60
        for (const [at, bit] of line.split(/[<>]/).entries()) {
          const isRaised = at % 2 === 1
          page.fontSize(isRaised ? size * smaller : size)
          // The top of the letters is what pdfkit is told; their baseline is to be raised.
          const { ascender } = (page as unknown as { _font: { ascender: number } })._font
          const baseline = 80 + index * size * 1.5 - (isRaised ? raised * size : 0)
          const top = baseline - (ascender / 1000) * (isRaised ? size * smaller : size)
          put(page, bit, left + (isRaised ? gap * size : 0), top)
          left += page.widthOfString(bit) + (isRaised ? gap * size : 0)
        }
      }
    },
    { size: [1000, 800] },
  )
}

describe('what is raised in a PDF', () => {
  test('is left out where it is the mark of a footnote, and named', async () => {
    const manner = fc.record({
      font: fc.constantFrom('Helvetica', 'Times-Roman', 'Courier'),
      size: fc.integer({ min: 8, max: 30 }),
      smaller: fc.double({ min: 0.45, max: 0.8, noNaN: true }),
      raised: fc.double({ min: 0.2, max: 0.6, noNaN: true }),
      gap: fc.constantFrom(0, 0.1),
    })
    const mark = fc.constantFrom('1', '12', '3)', '(4)', '[5]', '*', '**', '†', '1,2', '1, 3', 'a', 'b)')
    const words = fc.constantFrom(
      ['Minst 15', ' kontroller'],
      ['Minst 15', ''],
      ['Av 1 500', ' unga'],
      ['Den 6 december 2018', '.'],
      ['Löfte 2019', ''],
      ['Varje år', ' ska vi'],
      ['Vi i ”Habo”', ', och'],
      ['Brotten är 10 %', ' färre'],
    )
    await fc.assert(
      fc.asyncProperty(manner, mark, words, async (manner, mark, [before, after]) => {
        const source = await read(await drawRaised([`${before}<${mark}>${after}`], manner))
        expect(source.text).toBe(`${before}${after}\n`)
        // Drawn far apart, two marks are named one by one.
        const [first] = mark.replace('[', '').split(/, ?/)
        expect(source.issues[0]?.text).toContain(`footnote marks: ${before.split(' ').at(-1)} [${first}`)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['en yta av 100 m<2> och 5 km<2>', 'en yta av 100 m² och 5 km²'],
    ['högst 3 dm<3>', 'högst 3 dm³'],
    ['minst 10<2> poliser', 'minst 10² poliser'],
    ['kl. 18<00>–02<30>', 'kl. 18⁰⁰–02³⁰'],
    ['minst 1 <1>/2 år', 'minst 1 1/2 år'],
    ['minst 1<1>/2 år', 'minst 1 1/2 år'],
    ['den 3:<e> maj', 'den 3:e maj'],
    ['minst 1½ år', 'minst 1½ år'],
  ])('stays where it is none: %s', async (line, text) => {
    expect(await read(await drawRaised([line]))).toMatchObject({ text: `${text}\n`, issues: [] })
  })

  test.each([
    ['på 100 m<1>', 'på 100 m', 'm [1]'],
    ['minst 110<2> poliser', 'minst 110 poliser', '110 [2]'],
    ['kl. 18<05>', 'kl. 18', '18 [05]'],
    ['på 30<15>', 'på 30', '30 [15]'],
  ])('is a mark where it only seems to be something else: %s', async (line, text, mark) => {
    const source = await read(await drawRaised([line]))
    expect(source.text).toBe(`${text}\n`)
    expect(source.issues).toEqual([{ kind: 'left_out', text: `footnote marks: ${mark}`, page: 1 }])
  })

  test('is a mark where a note has it, though it could be a power', async () => {
    const source = await read(await drawRaised(['minst 10<2> poliser', '', '', '<2> Enligt planen.']))
    expect(source.text).toBe('minst 10 poliser\n\nEnligt planen.\n')
  })

  test('is a mark where the font has it as a sign of its own', async () => {
    const source = await read(
      spellPdf(['Minst 15¹ kontroller på 5 m² mark²⁾ varje år⁴', 'den 6 december 2018³.']),
    )
    expect(source.text).toBe('Minst 15 kontroller på 5 m² mark varje år den 6 december 2018.\n')
    expect(source.issues).toEqual([
      { kind: 'left_out', text: 'footnote marks: 15 [1], mark [2)], år [4], 2018 [3]', page: 1 },
    ])
  })

  test('is a mark where it is as large as the words', async () => {
    const source = await read(await drawRaised(['Minst 15<1> kontroller'], { ...USUAL, smaller: 1 }))
    expect(source.text).toBe('Minst 15 kontroller\n')
  })

  test('leaves the values of a draft as they are without it', async () => {
    const lines = [
      'Medborgarlöfte Habo kommun 2019<1>',
      '',
      'Polisen lovar att:',
      '- genomföra minst 15<2> trafikkontroller per år',
      '- finnas på plats minst 20<3)> kvällar per år',
      '',
      'Habo den 6 december 2018<*>',
    ]
    const source = await read(await drawRaised(lines))
    const { record } = draftAgreement({ text: source.text, title: null, url: null }, lookupsOf('data'))
    expect(record.title?.words).toBe('Medborgarlöfte Habo kommun 2019')
    expect(record.period).toMatchObject({ start: '2019', end: '2019' })
    expect(record.signing).toMatchObject({ on: '2018-12-06' })
    expect(record.promises.map(({ target }) => target?.value)).toEqual([15, 20])
  })
})

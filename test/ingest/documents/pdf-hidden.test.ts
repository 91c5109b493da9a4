import { describe, expect, test } from 'vitest'
import { streamOf, words, writePdf } from './support/pdf.ts'
import { read } from './support/read.ts'

const SEEN = words('Polisen lovar minst 15 kontroller', 72, 700)
const MORE = words('minst 99 kontroller', 72, 600)
const TEXT = 'Polisen lovar minst 15 kontroller\n'
const PICTURE = 'q 595 0 0 842 0 0 cm /I Do Q '
const IMAGE = {
  resources: '/XObject << /I 6 0 R >>',
  objects: [
    streamOf(
      '\0'.repeat(192),
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8',
    ),
  ],
}
const STATES = '/ExtGState << /None << /ca 0 /CA 0 >> /Half << /ca 0.5 >> /Mixed << /BM /Multiply >> >>'

describe('words of a PDF that nobody sees', () => {
  test.each([
    ['drawn in no colour', `3 Tr ${MORE}`, 'invisible words'],
    [
      'drawn in no colour beside a picture',
      `q 100 0 0 100 300 100 cm /I Do Q 3 Tr ${MORE}`,
      'invisible words',
    ],
    ['transparent', `/None gs ${MORE}`, 'invisible words'],
    ['white on the page', `1 g ${MORE}`, 'words in the colour of their background'],
    [
      'nearly white, in another way of telling colours',
      `0 0 0.02 0.02 k ${MORE}`,
      'words in the colour of their background',
    ],
    [
      'as blue as their box',
      `0 0 1 rg 50 580 300 60 re f ${MORE}`,
      'words in the colour of their background',
    ],
    [
      'in the colour of the box in a box',
      `1 0 0 rg 50 580 300 60 re f 0 g 60 590 250 40 re f 0 g ${MORE}`,
      'words in the colour of their background',
    ],
    ['white with white strokes', `1 g 1 G 2 Tr ${MORE}`, 'words in the colour of their background'],
    ['covered by a box', `${MORE}0 g 50 580 300 60 re f`, 'words covered by something'],
    [
      'covered by a box of four lines',
      `${MORE}1 g 50 580 m 350 580 l 350 640 l 50 640 l f`,
      'words covered by something',
    ],
    ['cut off', `q 72 650 300 100 re W n ${MORE} Q`, 'words that are cut off'],
    ['cut off by what they are drawn in', `/X Do`, 'words that are cut off'],
    ['of a layer that is off', `/OC /L BDC ${MORE} EMC`, 'words in a hidden layer'],
    [
      'of a layer that is off within one that is on',
      `/OC /M BDC /OC /L BDC ${MORE} EMC EMC`,
      'words in a hidden layer',
    ],
    ['beyond the edge of the page', MORE.replace('600', '900'), 'words outside the page'],
    ['turned', `BT /F 11 Tf 0 1 -1 0 30 300 Tm (minst 99 kontroller) Tj ET`, 'turned words'],
    ['struck out by a line', `${MORE}72 603 m 165 603 l S`, 'struck-out words'],
    ['struck out by a thin box', `${MORE}71 603 95 0.7 re f`, 'struck-out words'],
  ])('are left out and named where they are %s', async (_, content, what) => {
    const bytes = writePdf(SEEN + content, {
      resources: `${STATES} /XObject << /I 6 0 R /X 7 0 R >> /Properties << /L 8 0 R /M 9 0 R >>`,
      catalog: '/OCProperties << /OCGs [8 0 R 9 0 R] /D << /OFF [8 0 R] >> >>',
      objects: [
        ...IMAGE.objects,
        streamOf(
          MORE,
          '/Type /XObject /Subtype /Form /BBox [0 650 595 842] /Resources << /Font << /F 5 0 R >> >>',
        ),
        '<< /Type /OCG /Name (Av) >>',
        '<< /Type /OCG /Name (P\xe5) >>',
      ],
    })
    const source = await read(bytes)
    expect(source.text).toBe(TEXT)
    expect(source.issues).toEqual([{ kind: 'left_out', text: `${what}: minst 99 kontroller`, page: 1 }])
  })

  test.each([
    ['white on a box', `0 0 1 rg 50 680 400 60 re f 1 g ${SEEN}`],
    [
      'white on a box with round corners',
      `0 0 1 rg 60 680 m 450 680 l 460 690 l 460 740 l 60 740 l f 1 g ${SEEN}`,
    ],
    ['white on a thick line', `20 w 60 704 m 400 704 l S 1 g ${SEEN}`],
    ['under a picture of a few of them', `${SEEN}q 60 0 0 60 60 680 cm /I Do Q`],
    ['white on a picture', `${PICTURE}1 g ${SEEN}`],
    ['white on colours that run into each other', `/S sh 1 g ${SEEN}`],
    ['white with black strokes', `1 g 0 G 2 Tr ${SEEN}`],
    ['black on a thin black line', `0 g 72 703 400 2 re f ${SEEN}`],
    ['above a line', `${SEEN}72 698 m 240 698 l S`],
    ['on a line of a table', `${SEEN}20 703 m 500 703 l S`],
    ['half covered by what lets them be seen', `${SEEN}/Half gs 0 g 50 680 400 60 re f`],
    ['marked with a colour', `${SEEN}/Mixed gs 1 1 0 rg 50 680 400 60 re f`],
    ['framed', `${SEEN}50 680 400 60 re S`],
    ['beside what is cut off', `q 72 690 90 30 re W n ${SEEN} Q ${SEEN}`],
    ['with a halo', `1 g 1 G 3 w 2 Tr ${SEEN}0 g 0 Tr ${SEEN}`],
    ['with unseen words at the same place', `${SEEN}3 Tr ${SEEN}`],
    ['of a layer that is on', `/OC /L BDC ${SEEN} EMC`],
    ['drawn for letters that are cut out of a colour', `q 7 Tr ${SEEN} 0 0 1 rg 0 0 595 842 re f Q`],
  ])('are not those that are %s', async (_, content) => {
    const bytes = writePdf(content, {
      resources: `${STATES} ${IMAGE.resources} /Properties << /L 7 0 R >> /Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 842] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 0 0] /N 1 >> >> >>`,
      catalog: '/OCProperties << /OCGs [7 0 R] /D << >> >>',
      objects: [...IMAGE.objects, '<< /Type /OCG /Name (P\xe5) >>'],
    })
    expect(await read(bytes)).toMatchObject({ text: TEXT, issues: [] })
  })

  const recognised = {
    kind: 'recognised_text',
    text: 'invisible words over or under a picture, probably from text recognition (OCR); check them against the picture',
    page: 1,
  }

  test.each([
    ['over a picture', `${PICTURE}3 Tr ${SEEN}`],
    ['under a picture', `q 3 Tr ${SEEN} Q ${PICTURE}`],
    ['in full colour under a picture', `${SEEN}${PICTURE}`],
    ['over a page of drawn lines', `0 0 m 100 100 l S 3 Tr ${SEEN}`],
  ])('are read where text recognition laid them %s, and it is said', async (_, content) => {
    expect(await read(writePdf(content, IMAGE))).toMatchObject({ text: TEXT, issues: [recognised] })
  })

  test('are read beside others that are seen, where they lie over a picture', async () => {
    const source = await read(writePdf(`${SEEN}q 400 0 0 200 50 500 cm /I Do Q 3 Tr ${MORE}`, IMAGE))
    expect(source).toMatchObject({
      text: 'Polisen lovar minst 15 kontroller\n\nminst 99 kontroller\n',
      issues: [recognised],
    })
  })

  test('are those of a picture where it lies over most of them', async () => {
    // Ten letters that are each 6.6 points wide.
    const under = async (letters: number) => {
      const content = `BT /C 11 Tf 100 700 Td (Tioletters) Tj ET q ${letters * 6.6} 0 0 20 100 695 cm /I Do Q`
      const fonts = '/C << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>'
      return (await read(writePdf(content, { ...IMAGE, fonts }))).issues.length
    }
    expect([await under(4), await under(6)]).toEqual([0, 1])
  })

  test('are those that are white on a line that is hardly as thick as a letter', async () => {
    const on = async (width: number) =>
      (await read(writePdf(`${MORE}${width} w 72 703 m 300 703 l S 1 g ${SEEN}`))).issues.length
    expect([await on(2.8), await on(3.3)]).toEqual([1, 0])
  })
})

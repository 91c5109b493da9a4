import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { joinLines } from '../../../src/ingest/documents/pdf/hyphens.ts'
import { STREAM_BYTES_MAX, STREAMS_BYTES_MAX } from '../../../src/ingest/documents/pdf/streams.ts'
import { cpuSeconds } from '../../support/cpu-seconds.ts'
import { drawPdf, put, spellPdf, streamOf, words, writePdf } from './support/pdf.ts'
import { read } from './support/read.ts'

const PROSE =
  'Polisen och kommunen ska tillsammans arbeta förebyggande och trygghetsskapande i hela kommunen, med brotts- och drogförebyggande insatser under hela perioden.'

describe('a PDF', () => {
  test('gives a line for each paragraph and item, headings and signatures apart', async () => {
    const source = await read(
      await drawPdf((page) => {
        page.fontSize(18).text('Medborgarlöfte ofﬁciellt 2020–2021').fontSize(11).moveDown()
        page.text(PROSE, { align: 'justify' }).moveDown().text('Vi lovar att:').moveDown(0.5)
        const first = 'Genomföra minst femton trafikkontroller vid skolor och på utsatta platser under året.'
        for (const [marker, left, words] of [
          ['•', 80, first],
          ['o', 110, 'På kvällar'],
          ['•', 80, 'Ha fler poliser ute'],
          ['2.', 80, 'Möta unga'],
        ] as const) {
          const top = page.y
          put(page, marker, left, top)
          page.text(words, left + 18, top, { width: 360 })
        }
        put(page, 'Påhittad den 5 mars 2020', 72, 500)
        for (const [index, [one, other]] of [
          ['Anna Andersson', 'Bo Bengtsson'],
          ['Kommunstyrelsens ordförande', 'Lokalpolisområdeschef'],
          ['', 'Polisen Påhitt'],
        ].entries()) {
          put(page, one ?? '', 72, 540 + 15 * index)
          put(page, other ?? '', 300, 540 + 15 * index)
        }
      }),
    )
    expect(source.text).toBe(`Medborgarlöfte officiellt 2020–2021

${PROSE}

Vi lovar att:

- Genomföra minst femton trafikkontroller vid skolor och på utsatta platser under året.
  - På kvällar
- Ha fler poliser ute
2. Möta unga

Påhittad den 5 mars 2020

Anna Andersson                           Bo Bengtsson
Kommunstyrelsens ordförande              Lokalpolisområdeschef
                                         Polisen Påhitt
`)
    expect(source).toMatchObject({
      mediaType: 'application/pdf',
      pages: [0],
      title: 'Ett påhittat löfte',
      issues: [],
    })
  })

  test('is read column by column, and loses headers, footers and page numbers that repeat', async () => {
    const source = await read(
      await drawPdf((page) => {
        for (const number of [1, 2, 3]) {
          if (number > 1) page.addPage()
          page.page.margins.bottom = 0
          put(page, 'Påhitts kommun', 72, 30)
          put(page, `Sida ${number} av 3`, 450, 30)
          put(page, `Rubrik ${number}`, 72, 90)
          const left = `Vänster ${number}. ${PROSE}`
          page.text(left, 72, 200, { width: 210 }).text(`Höger ${number}. ${PROSE}`, 310, 200, { width: 210 })
          put(page, 'Storgatan 1, Påhitt', 72, 800)
        }
      }),
    )
    const page = (number: number) =>
      `Rubrik ${number}\n\nVänster ${number}. ${PROSE}\n\nHöger ${number}. ${PROSE}`
    expect(source.text).toBe(`${[1, 2, 3].map(page).join('\n\n')}\n`)
    expect(source.pages.map((offset) => source.text.slice(offset, offset + 8))).toEqual([
      'Rubrik 1',
      'Rubrik 2',
      'Rubrik 3',
    ])
    expect(source.issues.map(({ text }) => text)).toEqual([
      'header: Påhitts kommun Sida 1 av 3',
      'footer: Storgatan 1, Påhitt',
    ])
  })

  test('keeps the lines of a signature on a page of its own apart', async () => {
    const source = await read(
      await drawPdf((page) => {
        page.text(PROSE)
        page.addPage()
        for (const [index, line] of [
          'Anna Andersson',
          'Kommunstyrelsens ordförande',
          'Påhitts kommun',
        ].entries())
          put(page, line, 72, 100 + 14 * index)
      }),
    )
    expect(source.text).toBe(`${PROSE}\n\nAnna Andersson\nKommunstyrelsens ordförande\nPåhitts kommun\n`)
  })

  test('keeps the columns of a table apart where a cell is nearly full', async () => {
    const source = await read(
      await drawPdf((page) => {
        for (const [index, [one, other]] of [
          ['Insats', 'Ansvarig'],
          ['Minst femton trafikkontroller vid', 'Polisen'],
        ].entries()) {
          put(page, one ?? '', 72, 100 + 14 * index)
          put(page, other ?? '', 272, 100 + 14 * index)
        }
      }),
    )
    expect(source.text).toMatch(/^Insats {30,}Ansvarig\nMinst femton trafikkontroller vid {2,}Polisen\n$/)
  })

  test('has a sentence whole that goes on over the end of a page', async () => {
    const source = await read(
      await drawPdf((page) => {
        put(page, 'Kommunen ska göra fler trafik-', 72, 700)
        page.addPage()
        put(page, 'kontroller på vägarna.', 72, 90)
      }),
    )
    expect(source.text).toBe('Kommunen ska göra fler trafikkontroller på vägarna.\n')
    expect(source.pages).toEqual([0, 29])
  })

  test('has words whole that soft hyphens split, letters composed and ligatures as letters', async () => {
    const lines = ['Kommunen gör trafik\u00AD', 'kontroller, ofﬁciella mo\u0308ten', 'och a\u030Atta samtal']
    expect((await read(spellPdf(lines))).text).toBe(
      'Kommunen gör trafikkontroller, officiella möten och åtta samtal\n',
    )
  })

  test.each([
    ['trafik-', 'kontroller', 'trafikkontroller'],
    ['brotts-', 'och drogarbete', 'brotts- och drogarbete'],
    ['i Malung-', 'Sälen', 'i Malung-Sälen'],
    ['åren 2020-', '2021', 'åren 2020-2021'],
    ['en SMS-', 'livräddare', 'en SMS-livräddare'],
    ['med e-', 'post', 'med e-post'],
    ['polisen –', 'och alla', 'polisen – och alla'],
    ['trafik\u00AD', 'kontroller', 'trafikkontroller'],
  ])('with a line that ends in "%s" before "%s" reads "%s"', (line, next, joined) => {
    expect(joinLines(line, next)).toBe(joined)
  })

  test('that is turned on its side is read as it is shown; words across it are named', async () => {
    const source = await read(
      await drawPdf((page) => {
        put(page, 'Löftet gäller.', 72, 100)
        page.rotate(45, { origin: [300, 400] })
        put(page, 'UTKAST', 300, 400)
      }),
    )
    expect(source.text).toBe('Löftet gäller.\n')
    expect(source.issues).toEqual([{ kind: 'left_out', text: 'turned words: UTKAST', page: 1 }])
  })

  test('whose page lies on its side is read as if it were turned upright', async () => {
    const source = await read(
      await drawPdf((page) => {
        page.rotate(90, { origin: [300, 400] })
        put(page, 'Löftet gäller.', 300, 400)
        put(page, 'Det är en tabell.', 300, 420)
      }),
    )
    expect(source).toMatchObject({ text: 'Löftet gäller.\nDet är en tabell.\n', issues: [] })
  })

  test.each([0, 90, 180, 270].flatMap((page) => [0, 90, 180, 270].map((text) => [page, text] as const)))(
    'whose page is turned by %i degrees, and its words by %i, is read as if it were upright',
    async (page, text) => {
      const [cos, sin] = [
        Math.round(Math.cos((text * Math.PI) / 180)),
        Math.round(Math.sin((text * Math.PI) / 180)),
      ]
      const line = (words: string, down: number) =>
        `1 0 0 1 300 400 cm ${cos} ${sin} ${-sin} ${cos} 0 0 cm BT /F 11 Tf 0 ${-down} Td (${words}) Tj ET`
      const content = `q ${line('Polisen lovar 15 kontroller.', 0)} Q q ${line('Skolan lovar 2.', 30)} Q`
      const source = await read(
        writePdf(`${content} 0 0 1 rg 590 0 5 5 re f`, { page: `/Rotate ${page} /CropBox [10 20 580 820]` }),
      )
      expect(source).toMatchObject({ text: 'Polisen lovar 15 kontroller.\n\nSkolan lovar 2.\n', issues: [] })
    },
  )

  test('with a page that is a picture names it', async () => {
    const source = await read(
      await drawPdf((page) => {
        put(page, 'Löftet gäller.', 72, 200)
        page.addPage().rect(10, 10, 100, 100).fill('red')
      }),
    )
    expect(source.issues).toEqual([
      { kind: 'page_without_text', text: 'the page has no text; it may be a picture', page: 2 },
    ])
    expect(source.pages).toEqual([0, 15])
  })

  test('without text says that it is scanned', async () => {
    const bytes = await drawPdf((page) => page.rect(10, 10, 100, 100).fill('red'))
    await expect(read(bytes)).rejects.toThrow(/no text: it is probably a scanned document/)
  })

  test('with a password says so, and one that only forbids changes is read', async () => {
    const draw = (page: PDFKit.PDFDocument) => put(page, 'Löfte', 72, 200)
    await expect(drawPdf(draw, { userPassword: 'hemligt' }).then(read)).rejects.toThrow(
      'is protected by a password',
    )
    expect((await read(await drawPdf(draw, { ownerPassword: 'hemligt' }))).text).toBe('Löfte\n')
  })

  test('that is broken says so', async () => {
    await expect(read('%PDF-1.7\nrubbish')).rejects.toThrow('The PDF is damaged')
  })

  test('with too many pages is refused', async () => {
    const pages = (count: number) =>
      drawPdf((page) => {
        for (let number = 1; number < count; number++) page.addPage()
        put(page, 'Ord', 72, 72)
      })
    await expect(read(await pages(301))).rejects.toThrow('has 301 pages, but at most 300 can be read')
    expect((await read(await pages(300))).text).toBe('Ord\n')
  })

  test('with too many letters on a page is refused', async () => {
    const letters = (count: number) => spellPdf(Array(50).fill('x'.repeat(count / 50)), '', 0.1)
    await expect(read(letters(110_000))).rejects.toThrow('more than 100000 letters')
    expect((await read(letters(90_000))).text.match(/x/g)).toHaveLength(90_000)
  })

  test('whose fonts do not say which letters they draw is refused', async () => {
    await expect(read(spellPdf(['Ok \uE001\uE002\uE003']))).rejects.toThrow('do not say which letters')
  })

  test('whose font has numbers of pictures for letters is refused, though they look like letters', async () => {
    const bytes = Buffer.from(spellPdf(['Ord']))
      .toString('latin1')
      .replace('/ToUnicode 7 0 R', '')
    await expect(read(Buffer.from(bytes, 'latin1'))).rejects.toThrow('do not say which letters')
  })

  test('marks the letters of a font of pictures that does not say which they are, and counts them', async () => {
    const bytes = writePdf(
      `${words('Polisen lovar att genomföra trafikkontroller', 72, 700)}BT /P 11 Tf 72 650 Td (ABC) Tj ET`,
      {
        fonts: '/P 6 0 R',
        objects: [
          '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a1 7 0 R /B 7 0 R >> /Encoding << /Type /Encoding /Differences [65 /a1 /B /a1] >> /FirstChar 65 /LastChar 67 /Widths [600 600 600] /Resources << >> >>',
          streamOf('600 0 0 0 600 700 d1 0 0 500 700 re f'),
        ],
      },
    )
    const source = await read(bytes)
    expect(source.text).toBe('Polisen lovar att genomföra trafikkontroller\n\n\uFFFDB\uFFFD\n')
    expect(source.issues).toEqual([
      { kind: 'unknown_letters', text: '2 letters in a font that does not say which they are', page: 1 },
    ])
  })

  test('has old-style figures and small capitals as figures and letters', async () => {
    expect((await read(spellPdf(['P\uF76F\uF76C\uF769sen: minst \uF731\uF735 g\uF7E5ngen']))).text).toBe(
      'Polisen: minst 15 gången\n',
    )
  })

  test('with 50,000 words anywhere on a page is read in time', async () => {
    const words = Array.from({ length: 50_000 }, (_, index) => {
      const [left, top] = [(index * 7919) % 520, (index * 104_729) % 800]
      return `1 0 0 1 ${left} ${top} Tm <004f> Tj`
    })
    const content = `BT /F 10 Tf ${words.join(' ')} ET`
    const bytes = Buffer.from(spellPdf(['O'])).toString('latin1')
    const many = bytes.replace(/<< \/Length \d+ {2}>> stream\nBT[\s\S]*?\nendstream/, () => streamOf(content))
    const seconds = await cpuSeconds(async () => {
      expect((await read(Buffer.from(many, 'latin1'))).text.length).toBeGreaterThan(1000)
    })
    expect(seconds).toBeLessThan(10)
  })

  test('that unpacks to too much is refused before it is', async () => {
    const bomb = deflateSync(new Uint8Array(STREAM_BYTES_MAX + 1)).toString('latin1')
    const stream = streamOf(bomb, '/Filter /FlateDecode')
    await expect(read(spellPdf(['Löfte'], stream))).rejects.toThrow(
      'a part of more than 100 MB when unpacked',
    )
  })

  test('whose parts unpack to too much together is refused before they are', {
    timeout: 60_000,
  }, async () => {
    const bomb = deflateSync(new Uint8Array(STREAM_BYTES_MAX - 1)).toString('latin1')
    const one = streamOf(bomb, '/Filter /FlateDecode')
    const objects = Array(Math.floor(STREAMS_BYTES_MAX / STREAM_BYTES_MAX) + 1).fill(one)
    await expect(read(writePdf(words('Löfte', 72, 700), { objects }))).rejects.toThrow(
      'parts of more than 1024 MB when unpacked',
    )
  })
})

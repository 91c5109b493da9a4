import { describe, expect, test } from 'vitest'
import { lookupsOf } from '../../../src/commands/reading.ts'
import { draftAgreement } from '../../../src/ingest/draft-agreement.ts'
import { streamOf, words, writePdf } from './support/pdf.ts'
import { read } from './support/read.ts'

const PAGE =
  words('Medborgarl\xf6fte Habo kommun 2019', 72, 770) +
  words('Polisen lovar att genomf\xf6ra:', 72, 738) +
  words('Habo den 6 december 2018', 72, 674)

/** An annotation, and the drawing that it has, if any. */
interface Made {
  readonly entries: string
  readonly drawing?: string
}

const BOX = '/Rect [72 690 400 710]'
const TEXT = '(minst femton trafikkontroller per \xe5r)'

/** A page with these annotations; the drawing of each is as large as its box. */
function formPdf(annotations: readonly Made[], form = ''): Uint8Array {
  const objects: string[] = []
  const references = annotations.map(({ entries, drawing }) => {
    const look =
      drawing === undefined
        ? ''
        : `/AP << /N ${objects.push(streamOf(drawing, '/Type /XObject /Subtype /Form /BBox [0 0 328 20] /Resources << /Font << /F 5 0 R >> >>')) + 5} 0 R >>`
    return `${objects.push(`<< /Type /Annot ${entries} ${look} >>`) + 5} 0 R`
  })
  return writePdf(PAGE, {
    page: `/Annots [${references.join(' ')}]`,
    catalog: `/AcroForm << /Fields [${references.join(' ')}] /DA (/F 11 Tf 0 g) /DR << /Font << /F 5 0 R >> >> ${form} >>`,
    objects,
  })
}

const SHOWN = `/Tx BMC q BT /F 11 Tf 2 5 Td ${TEXT} Tj ET Q EMC`
const FIELD = `/Subtype /Widget /FT /Tx /T (antal) /V ${TEXT} ${BOX}`
const FILLED =
  'Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att genomföra:\n\nminst femton trafikkontroller per år\nHabo den 6 december 2018\n'
const EMPTY = FILLED.replace('minst femton trafikkontroller per år\n', '')

describe('a form in PDF', () => {
  test.each([
    ['a field', { entries: `${FIELD} /F 4`, drawing: SHOWN }],
    [
      'a remark written on the page',
      { entries: `/Subtype /FreeText /Contents ${TEXT} ${BOX} /F 4`, drawing: SHOWN },
    ],
    [
      'a choice',
      {
        entries: `/Subtype /Widget /FT /Ch /Ff 131072 /T (val) /Opt [[(a) ${TEXT}] [(b) (annat)]] /V (a) ${BOX} /F 4`,
        drawing: SHOWN,
      },
    ],
    [
      'a list of choices',
      {
        entries: `/Subtype /Widget /FT /Ch /T (val) /Opt [${TEXT} (annat)] /V ${TEXT} ${BOX} /F 4`,
        drawing: `${SHOWN} BT /F 11 Tf 2 -5 Td (annat) Tj ET`,
      },
    ],
    [
      'a field with a box for each letter',
      { entries: `${FIELD} /Ff 16777216 /MaxLen 36 /F 4`, drawing: `BT /F 11 Tf 8 Tc 2 5 Td ${TEXT} Tj ET` },
    ],
  ])('has what %s says where it stands', async (_, made) => {
    const source = await read(formPdf([made]))
    expect(source).toMatchObject({ text: FILLED, issues: [] })
    const { record } = draftAgreement({ text: source.text, title: null, url: null }, lookupsOf('data'))
    expect(record.signing).toMatchObject({ on: '2018-12-06' })
    const targets = [...record.promises, ...record.activities].flatMap(({ target }) => target ?? [])
    expect(targets).toMatchObject([{ value: 15 }])
  })

  test('has what a field says that the viewer is to draw', async () => {
    expect(await read(formPdf([{ entries: `${FIELD} /F 4` }], '/NeedAppearances true'))).toMatchObject({
      text: FILLED,
      issues: [],
    })
  })

  test.each([
    [
      'a field that nothing is drawn for',
      { entries: `${FIELD} /F 4` },
      'field antal: minst femton trafikkontroller per år',
    ],
    [
      'a field that says otherwise than is drawn',
      { entries: `${FIELD} /F 4`, drawing: '' },
      'field antal: minst femton trafikkontroller per år',
    ],
    [
      'a hidden field',
      { entries: `${FIELD} /F 2`, drawing: SHOWN },
      'hidden field antal: minst femton trafikkontroller per år',
    ],
    [
      'a field that is only printed',
      { entries: `${FIELD} /F 36`, drawing: SHOWN },
      'hidden field antal: minst femton trafikkontroller per år',
    ],
    [
      'a note',
      { entries: `/Subtype /Text /Contents (Stryk detta) /Rect [10 10 30 30]` },
      'remark: Stryk detta',
    ],
    [
      'a hidden remark',
      { entries: `/Subtype /FreeText /Contents (Stryk detta) ${BOX} /F 2`, drawing: '' },
      'hidden remark: Stryk detta',
    ],
    [
      'a highlight with a remark',
      {
        entries: `/Subtype /Highlight /Contents (Fel?) /QuadPoints [72 748 200 748 72 735 200 735] /Rect [72 735 200 748]`,
        drawing: '',
      },
      'remark: Fel?',
    ],
    [
      'a stamp',
      { entries: `/Subtype /Stamp ${BOX} /F 4`, drawing: 'BT /F 11 Tf 2 5 Td (UTKAST) Tj ET' },
      'stamp: UTKAST',
    ],
    [
      'a button',
      {
        entries: `/Subtype /Widget /FT /Btn /Ff 65536 /T (k) ${BOX} /F 4`,
        drawing: 'BT /F 11 Tf 2 5 Td (Skriv ut) Tj ET',
      },
      'button: Skriv ut',
    ],
    [
      'an attachment',
      {
        entries:
          '/Subtype /FileAttachment /Rect [10 10 30 30] /FS << /Type /Filespec /F (bilaga.pdf) /UF (bilaga.pdf) >> /Contents (Bilaga 1)',
      },
      'attachment: bilaga.pdf Bilaga 1',
    ],
  ])('leaves out %s, and names it', async (_, made, named) => {
    const source = await read(formPdf([made]))
    expect(source.text).toBe(EMPTY)
    expect(source.issues).toEqual([{ kind: 'left_out', text: named, page: 1 }])
  })

  test.each([
    [
      'an empty field',
      { entries: `/Subtype /Widget /FT /Tx /T (antal) ${BOX} /F 4`, drawing: '/Tx BMC EMC' },
    ],
    ['a signature that nobody has given', { entries: `/Subtype /Widget /FT /Sig /T (namn) ${BOX} /F 4` }],
    ['a link', { entries: `/Subtype /Link ${BOX} /A << /S /URI /URI (https://example.se) >>` }],
  ])('says nothing of %s', async (_, made) => {
    expect(await read(formPdf([made]))).toMatchObject({ text: EMPTY, issues: [] })
  })

  test('shows which boxes are checked', async () => {
    const box = (left: number, bottom: number, state: string, more = '') =>
      `/Subtype /Widget /FT /Btn ${more} /T (r${bottom}) /Rect [${left} ${bottom} ${left + 10} ${bottom + 10}] /V /${state} /AS /${state} /F 4 /AP << /N << /Ja 5 0 R /Off 5 0 R >> >>`
    const bytes = writePdf(
      words('Polisen', 90, 702) + words('Kommunen', 90, 682) + words('Skolan', 90, 662),
      {
        page: '/Annots [6 0 R 7 0 R 8 0 R]',
        catalog: '/AcroForm << /Fields [6 0 R 7 0 R 8 0 R] >>',
        objects: [
          ...[box(72, 700, 'Ja'), box(72, 680, 'Off'), box(72, 660, 'Ja', '/Ff 32768')].map(
            (entries) => `<< /Type /Annot ${entries.replaceAll('5 0 R', '9 0 R')} >>`,
          ),
          streamOf(
            'BT /F 8 Tf 2 2 Td (4) Tj ET',
            '/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /Font << /F 5 0 R >> >>',
          ),
        ],
      },
    )
    expect((await read(bytes)).text).toBe('☒ Polisen\n☐ Kommunen\n☒ Skolan\n')
  })

  test('leaves out what a remark strikes out, and names it', async () => {
    const struck = `/Subtype /StrikeOut /QuadPoints [72 748 250 748 72 735 250 735] /Rect [72 735 250 748] /Contents (Nej)`
    const source = await read(formPdf([{ entries: struck, drawing: '' }]))
    expect(source.text).toBe('Medborgarlöfte Habo kommun 2019\n\nHabo den 6 december 2018\n')
    expect(source.issues.map(({ text }) => text)).toEqual([
      'struck-out words: Polisen lovar att genomföra:',
      'remark: Nej',
    ])
  })

  test('names the files within the file', async () => {
    const bytes = writePdf(PAGE, {
      catalog: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>',
      objects: [
        '<< /Type /Filespec /F (bilaga.pdf) /UF (bilaga.pdf) /EF << /F 7 0 R >> >>',
        streamOf('%PDF', '/Type /EmbeddedFile'),
      ],
    })
    const source = await read(bytes)
    expect(source.issues).toEqual([{ kind: 'left_out', text: 'attachment: bilaga.pdf', page: null }])
  })
})

import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { PARTS_MAX } from '../../../src/ingest/documents/docx/archive.ts'
import type { SourceText } from '../../../src/ingest/documents/source-text.ts'
import { packDocx, paragraph, table, W, withParts, withStyles } from './support/docx.ts'
import { read } from './support/read.ts'

const RAISED = '<w:vertAlign w:val="superscript"/>'

/** A run of words, with these properties. */
function run(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** A field of a form, or one with something in its code. */
function field(code: string, form: string, within = ''): string {
  const mark = (kind: string, inside = '') =>
    `<w:r><w:fldChar w:fldCharType="${kind}">${inside}</w:fldChar></w:r>`
  const data = form === '' ? '' : `<w:ffData>${form}</w:ffData>`
  return `${mark('begin', data)}<w:r><w:instrText>${code}</w:instrText></w:r>${within}${mark('separate')}${mark('end')}`
}

function level(depth: number, format: string, text: string): string {
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
}

/** What is named as left out, besides the header that every made-up document has. */
function namedIn({ issues }: SourceText): string[] {
  return issues
    .filter(({ kind, text }) => kind === 'left_out' && text !== 'header: Påhitts kommun')
    .map(({ text }) => text)
}

describe('a DOCX', () => {
  test('gives paragraphs, lists, tables and columns set by tabs', async () => {
    const body = [
      paragraph('Medborgarlöfte för Påhitts kommun gäller under hela nästa år.'),
      paragraph('Vi lovar att:'),
      paragraph('Ha fler poliser ute.', [1, 0]),
      paragraph('På kvällar.', [1, 1]),
      paragraph('Göra sex kontroller.', [2, 0]),
      paragraph(''),
      paragraph('Anna Andersson\tBo Bengtsson'),
      paragraph('Ordförande\tChef'),
      paragraph(''),
      table([
        ['Insats', 'Ansvarig'],
        ['Möten', 'Skolan'],
      ]),
    ]
    const source = await read(packDocx(body.join('')))
    expect(source.text).toBe(
      `Medborgarlöfte för Påhitts kommun gäller under hela nästa år.

Vi lovar att:

- Ha fler poliser ute.
  - På kvällar.

1. Göra sex kontroller.

Anna Andersson  Bo Bengtsson
Ordförande      Chef

Insats  Ansvarig
Möten   Skolan
`,
    )
    expect(source).toMatchObject({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      title: 'Ett påhittat löfte',
      issues: [{ kind: 'left_out', text: 'header: Påhitts kommun', page: null }],
    })
  })

  test('keeps words whole over soft hyphens, and hyphens that never break', async () => {
    const body =
      '<w:p><w:r><w:t>trafik</w:t><w:softHyphen/><w:t>kontroller i Malung</w:t><w:noBreakHyphen/><w:t>Sälen</w:t></w:r></w:p>'
    expect((await read(packDocx(body))).text).toBe('trafikkontroller i Malung-Sälen\n')
  })

  test.each([
    [
      'a raised number',
      run('15') + run('1', '<w:vertAlign w:val="superscript"/>') + run(' möten'),
      '15 möten',
      '15 [1]',
    ],
    [
      'one in two pieces',
      run('15') + run('1', RAISED) + run(')', RAISED) + run(' möten'),
      '15 möten',
      '15 [1)]',
    ],
    [
      'letters set higher',
      run('15') + run('1', '<w:position w:val="6"/>') + run(' möten'),
      '15 möten',
      '15 [1]',
    ],
    ['a style', run('15') + run('1', '<w:rStyle w:val="Raised"/>') + run(' möten'), '15 möten', '15 [1]'],
    ['the first of a line', run('1', RAISED) + run(' Från maj.'), 'Från maj.', '[1]'],
  ])('leaves out a mark of a footnote that is %s', async (_, runs, text, mark) => {
    const styles =
      '<w:style w:type="character" w:styleId="Raised"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    const source = await read(packDocx(`<w:p>${runs}</w:p>`, withStyles(styles)))
    expect(source.text).toBe(`${text}\n`)
    expect(namedIn(source)).toEqual([`footnote marks: ${mark}`])
  })

  test('sets footnotes and endnotes below, under their numbers', async () => {
    const part = (kind: string, words: string) =>
      `<w:${kind}s ${W}><w:${kind} w:id="2">${paragraph(words)}</w:${kind}></w:${kind}s>`
    const runs = `${run('minst 15')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' möten.')}<w:r><w:endnoteReference w:id="2"/></w:r>`
    const source = await read(
      packDocx(
        `<w:p>${runs}</w:p>`,
        withParts({
          footnotes: part('footnote', 'Från maj.'),
          endnotes: part('endnote', 'Se beslutet.'),
        }),
      ),
    )
    expect(source.text).toBe('minst 15 möten.\n\n1. Från maj.\n2. Se beslutet.\n')
    expect(namedIn(source)).toEqual(['footnote marks: 15 [1], möten. [2]'])
  })

  test('keeps raised and lowered letters of measures', async () => {
    const runs =
      run('20 m') + run('2', RAISED) + run(' och CO') + run('2', '<w:vertAlign w:val="subscript"/>')
    const source = await read(packDocx(`<w:p>${runs}</w:p>`))
    expect([source.text, namedIn(source)]).toEqual(['20 m2 och CO2\n', []])
  })

  test.each([
    ['hidden', '<w:vanish/>', 'hidden: trettio'],
    ['hidden by a style', '<w:rStyle w:val="Gone"/>', 'hidden: trettio'],
    ['struck out', '<w:strike/>', 'struck out: trettio'],
    ['struck out twice', '<w:dstrike/>', 'struck out: trettio'],
  ])('names words that are %s', async (_, look, named) => {
    const styles =
      '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Gone"><w:basedOn w:val="Base"/></w:style>'
    const runs = run('minst') + run(' tret', look) + run('tio ', look) + run('femton möten')
    const source = await read(packDocx(`<w:p>${runs}</w:p>${paragraph('')}`, withStyles(styles)))
    expect(source.text.replace('minstfemton', 'minst femton')).toBe('minst femton möten\n')
    expect(namedIn(source)).toEqual([named])
  })

  test('reads what a style hides and its own letters show', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    const inStyle = (runs: string) => `<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>${runs}</w:p>`
    const source = await read(
      packDocx(inStyle(run('dolt')) + inStyle(run('synligt', '<w:vanish w:val="0"/>')), withStyles(styles)),
    )
    expect([source.text, namedIn(source)]).toEqual(['synligt\n', ['hidden: dolt']])
  })

  test('reads tracked changes as if they were accepted, and names what is deleted', async () => {
    const deleted = (words: string) => `<w:del><w:r><w:delText>${words}</w:delText></w:r></w:del>`
    const body = [
      `<w:p>${run('minst ')}${deleted('trettio')}<w:ins>${run('femton')}</w:ins>${run(' möten')}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Vi går ')}</w:p><w:p>${run('på torget')}</w:p>`,
      `<w:moveFrom>${paragraph('flyttat bort')}</w:moveFrom>`,
      `<w:p><w:moveTo>${run('flyttat hit')}</w:moveTo></w:p>`,
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('Gammal rad')}</w:tc></w:tr><w:tr><w:tc>${paragraph('Ny')}</w:tc><w:tc>${paragraph('rad')}</w:tc></w:tr></w:tbl>`,
    ]
    const source = await read(packDocx(body.join('')))
    expect(source.text).toBe('minst femton möten\nVi går på torget\nflyttat hit\n\nNy  rad\n')
    expect(namedIn(source)).toEqual(['deleted: trettio', 'deleted: flyttat bort', 'deleted: Gammal rad'])
  })

  test.each([
    ['a simple field', `<w:fldSimple w:instr="REF x">${run('femton')}</w:fldSimple>`, 'femton'],
    [
      'text of a set direction',
      `<w:dir w:val="ltr">${run('fem')}</w:dir><w:bdo w:val="ltr">${run('ton')}</w:bdo>`,
      'femton',
    ],
    [
      'tags and links',
      `<w:smartTag><w:hyperlink w:anchor="a">${run('femton')}</w:hyperlink></w:smartTag>`,
      'femton',
    ],
    ['a control', `<w:sdt><w:sdtContent>${run('femton')}</w:sdtContent></w:sdt>`, 'femton'],
    [
      'an equation',
      '<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>',
      '1/2',
    ],
    [
      'a power',
      '<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>',
      '10^2',
    ],
    [
      'a list of a form',
      field(
        'FORMDROPDOWN',
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="tio"/><w:listEntry w:val="femton"/></w:ddList>',
      ),
      'femton',
    ],
    ['a ticked box of a form', field('FORMCHECKBOX', '<w:checkBox><w:checked/></w:checkBox>'), '☒'],
    ['an open box of a form', field('FORMCHECKBOX', '<w:checkBox><w:default w:val="0"/></w:checkBox>'), '☐'],
    [
      'a box of a control',
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>`,
      '☒',
    ],
    ['ruby', `<w:r><w:ruby><w:rubyBase>${run('femton')}</w:rubyBase></w:ruby></w:r>`, 'femton'],
    [
      'symbols',
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
      '✓≥',
    ],
    ['letters of a symbol font', run('ü', '<w:rFonts w:ascii="Wingdings"/>'), '✓'],
    ['a line ended by w:cr', '<w:r><w:t>ett</w:t><w:cr/><w:t>två</w:t></w:r>', 'ett\ntvå'],
    ['a page break', '<w:r><w:t>ett</w:t><w:br w:type="page"/><w:t>två</w:t></w:r>', 'ett\ntvå'],
    ['an absolute tab', '<w:r><w:t>ett</w:t><w:ptab/><w:t>två</w:t></w:r>', 'ett     två'],
    [
      'the result of a field within a code',
      `${field('IF', '', field('REF', '', run('kod')))}${run('text')}`,
      'text',
    ],
  ])('reads %s', async (_, content, text) => {
    expect((await read(packDocx(`<w:p>${content}</w:p>`))).text).toBe(`${text}\n`)
  })

  test.each([
    [
      'a field without a result',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      'field: PAGE',
    ],
    [
      'a placeholder',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Skriv här')}</w:sdtContent></w:sdt>`,
      'placeholder: Skriv här',
    ],
    [
      'a symbol that nobody knows',
      '<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>',
      'symbol: Wingdings f001',
    ],
    [
      'the alternative text of a picture',
      '<w:r><w:drawing><wp:inline><wp:docPr descr="Logotyp"/></wp:inline></w:drawing></w:r>',
      'picture: Logotyp',
    ],
    [
      'a document of another program',
      '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      'embedded document: Excel.Sheet.12',
    ],
    ['a document that is not there', '</w:p><w:altChunk r:id="x"/><w:p>', 'embedded document: x'],
    ['a date that Word fills in', '<w:r><w:yearLong/></w:r>', 'field: yearLong'],
  ])('names %s', async (_, content, named) => {
    const source = await read(packDocx(`<w:p>${run('Löfte')}${content}</w:p>`))
    expect(source.text).toBe('Löfte\n')
    expect(namedIn(source)).toEqual([named])
  })

  test('says of a date that Word sets anew that it is not the one that was meant', async () => {
    const source = await read(
      packDocx(
        `<w:p>${run('Habo den ')}<w:fldSimple w:instr=" DATE \\@ d">${run('6 maj 2019')}</w:fldSimple></w:p>`,
      ),
    )
    expect(source.text).toBe('Habo den 6 maj 2019\n')
    expect(source.issues).toContainEqual({
      kind: 'changing_date',
      text: 'updated each time the document is opened: 6 maj 2019',
      page: null,
    })
  })

  test('reads text boxes, WordArt and SmartArt once, after the paragraph that they hang on', async () => {
    const box = (words: string) => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`
    const body = [
      `<w:p>${run('Ett.')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box('I en ruta.')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('I en ruta.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      `<w:p><w:r><w:pict><v:oval><v:textbox>${box('I en oval.')}</v:textbox></v:oval></w:pict></w:r></w:p>`,
      '<w:p><w:r><w:pict><v:shape><v:textpath string="Medborgarlöfte!"/></v:shape></w:pict></w:r></w:p>',
      '<w:p><w:r><w:drawing><dgm:relIds r:dm="diagramData"/></w:drawing></w:r></w:p>',
      '<w:p><w:r><w:drawing><c:chart r:id="chart"/></w:drawing></w:r></w:p>',
      paragraph('Sist.'),
    ]
    const point = (id: string, words: string) =>
      `<dgm:pt modelId="${id}"><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt>`
    const source = await read(
      packDocx(
        body.join(''),
        withParts({
          diagramData: `<dgm:dataModel><dgm:pt modelId="0" type="doc"/>${point('2', 'Sedan.')}${point('1', 'Först.')}<dgm:cxn srcId="0" destId="2" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/></dgm:dataModel>`,
          chart: '<c:chartSpace><a:t>Brott</a:t><c:v>2018</c:v></c:chartSpace>',
        }),
      ),
    )
    expect(source.text).toBe(
      'Ett.\n\nI en ruta.\n\nI en oval.\n\nMedborgarlöfte!\n\nFörst.\n\nSedan.\n\nSist.\n',
    )
    expect(namedIn(source)).toEqual(['chart: Brott 2018'])
  })

  test('reads documents within it that are HTML or text, and names others', async () => {
    const chunks = ['a.htm', 'b.txt', 'c.rtf'].map((_, index) => `<w:altChunk r:id="c${index}"/>`)
    const source = await read(
      packDocx(`${paragraph('Ett.')}${chunks.join('')}`, {
        'word/_rels/document.xml.rels': `<Relationships>${['a.htm', 'b.txt', 'c.rtf'].map((name, index) => `<Relationship Id="c${index}" Type="x/aFChunk" Target="/word/${name}"/>`).join('')}</Relationships>`,
        'word/a.htm': '<html><title>x</title><body><p>Två\n  ord<ul><li>Punkt</ul></body></html>',
        'word/b.txt': 'Tre.',
        'word/c.rtf': '{rtf',
      }),
    )
    expect(source.text).toBe('Ett.\n\nTvå ord\n\n- Punkt\n\nTre.\n')
    expect(namedIn(source)).toEqual(['embedded document: word/c.rtf'])
  })

  test('says the numbers that Word writes before headings and paragraphs', async () => {
    const numbering = `<w:numbering ${W}>
      <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 'Löfte %1:')}${level(1, 'lowerLetter', '%2)')}${level(2, 'upperRoman', '%1.%3')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}${level(1, 'bullet', '')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`
    const styles =
      '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const heading = (words: string) => `<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>${run(words)}</w:p>`
    const body = [
      heading('Trafik'),
      paragraph('Vi mäter.', [1, 1]),
      paragraph('Vi ser.', [1, 1]),
      paragraph('Vi går.', [1, 2]),
      heading('Trygghet'),
      paragraph('Vi ringer.', [1, 1]),
      paragraph('Först.', [2, 0]),
      paragraph('Däremellan.'),
      paragraph('Sedan.', [2, 0]),
      paragraph('Punkt.', [2, 1]),
      paragraph('Femte.', [3, 0]),
      paragraph('Utan nummer.', [0, 0]),
    ]
    const parts = withParts({ numbering, styles: `<w:styles ${W}>${styles}</w:styles>` })
    expect((await read(packDocx(body.join(''), parts))).text).toBe(`Löfte 1: Trafik

a) Vi mäter.
b) Vi ser.
  1.I Vi går.

Löfte 2: Trygghet

a) Vi ringer.

1. Först.

Däremellan.

2. Sedan.
  - Punkt.
5. Femte.

Utan nummer.
`)
  })

  test('says in each row what its merged cells say', async () => {
    const cell = (words: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`
    const rows = [
      cell('Område') + cell('Insats') + cell('Ansvarig'),
      cell('Trafik', '<w:vMerge w:val="restart"/>') + cell('Kontroller') + cell('Polisen'),
      `${cell('', '<w:vMerge/>')}<w:sdt><w:sdtContent>${cell('Mätningar')}</w:sdtContent></w:sdt>${cell('Kommunen')}`,
      cell('Gemensamt', '<w:gridSpan w:val="2"/>') + cell('Båda'),
    ]
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('Dold')}</w:tr>`
    const source = await read(
      packDocx(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}${hidden}</w:tbl>`),
    )
    expect(source.text).toBe(
      'Område  Insats      Ansvarig\nTrafik  Kontroller  Polisen\nTrafik  Mätningar   Kommunen\nGemensamt           Båda\n',
    )
    expect(namedIn(source)).toEqual(['hidden: Dold'])
  })

  test('is read whatever prefixes its namespaces have, and wherever its text lies', async () => {
    const source = await read(
      packDocx('', {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/word/text.xml"/></Relationships>',
        'word/text.xml': `<document xmlns="${W.slice(9, -1)}"><body><p><r><t>Löfte</t></r></p></body></document>`,
      }),
    )
    expect(source.text).toBe('Löfte\n')
  })

  test('names comments, headers and footers', async () => {
    const source = await read(
      packDocx(
        paragraph('Löfte'),
        withParts({
          comments: `<w:comments ${W}><w:comment>${paragraph('Stämmer det?')}</w:comment></w:comments>`,
          header: `<w:hdr ${W}><w:pict><v:textpath string="UTKAST"/></w:pict></w:hdr>`,
        }),
      ),
    )
    expect([source.text, namedIn(source)]).toEqual(['Löfte\n', ['header: UTKAST', 'comment: Stämmer det?']])
  })

  test('that breaks off is refused', async () => {
    const xml = `<w:document ${W}><w:body>${paragraph('Löfte')}`
    await expect(read(packDocx('', { 'word/document.xml': xml }))).rejects.toThrow('The DOCX is damaged')
  })

  test('says a note once that refers to itself, and a part once that is referred to again and again', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const note = `<w:footnote w:id="2"><w:p>${run('Se')}${reference}</w:p></w:footnote>`
    const chunks = '<w:altChunk r:id="chunk"/>'.repeat(2)
    const parts = withParts({ footnotes: `<w:footnotes ${W}>${note}</w:footnotes>` })
    const relations = parts['word/_rels/document.xml.rels']?.replace(
      '</Relationships>',
      '<Relationship Id="chunk" Type="x/aFChunk" Target="a.htm"/></Relationships>',
    )
    const source = await read(
      packDocx(`<w:p>${run('Löfte')}${reference}</w:p>${chunks}`, {
        ...parts,
        'word/_rels/document.xml.rels': relations ?? '',
        'word/a.htm': '<p>Text',
      }),
    )
    expect(source.text).toBe('Löfte\n\nText\n\n1. Se\n')
    expect(namedIn(source)).toContain('embedded document: word/a.htm')
  })

  test('that would unpack to too much is refused', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': [new Uint8Array(51 * 1024 * 1024), { level: 1 }],
    })
    expect(bomb.length).toBeLessThan(500_000)
    await expect(read(bomb)).rejects.toThrow('more than 50 MB when unpacked')
  })

  test('with too many parts is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: PARTS_MAX + 1 }, (_, index) => [`${index}`, new Uint8Array()]),
    )
    await expect(read(zipSync(parts, { level: 0 }))).rejects.toThrow(`more than ${PARTS_MAX} parts`)
  })

  test('that lies about its size is refused or cut, never unpacked', async () => {
    const bomb = packDocx('x', { 'word/document.xml': `<a>${' '.repeat(5_000_000)}` })
    const honest = Buffer.from(bomb)
    for (let at = honest.indexOf('PK\x01\x02'); at >= 0; at = honest.indexOf('PK\x01\x02', at + 1))
      honest.writeUInt32LE(10, at + 24)
    await expect(read(honest)).rejects.toMatchObject({ name: 'Unreadable' })
  })

  test.each([
    ['another archive', zipSync({ 'a.txt': strToU8('text') }), /archive is not a DOCX/],
    ['a broken archive', packDocx('x').subarray(0, 300), /damaged/],
    ['broken XML', packDocx('<w:p><w:r>'), /damaged|no text/],
    ['nothing', packDocx(''), /no text/],
  ])('that is %s is refused', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message)
  })

  test('nested deeply ends in a clear error', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`
    await expect(read(packDocx(deep))).rejects.toMatchObject({ name: 'Unreadable' })
  })
})

import PDFDocument from 'pdfkit'

const FONT = 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSerif.ttf'

/** A made-up PDF, drawn by another's library with a real font. */
export async function drawPdf(
  draw: (page: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', info: { Title: 'Ett påhittat löfte' }, ...options })
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.font(FONT).fontSize(11)
  draw(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** Words at a place of the page, from the left and from the top. */
export function put(page: PDFKit.PDFDocument, text: string, left: number, top: number): void {
  page.text(text, left, top, { lineBreak: false })
}

/** What a made-up PDF holds besides what its one page draws. */
interface Extras {
  /** Further fonts, as entries of their dictionary. */
  readonly fonts?: string
  /** Further resources of the page, and further entries of the page and of the catalogue. */
  readonly resources?: string
  readonly page?: string
  readonly catalog?: string
  /** Further objects; the first has number 6. */
  readonly objects?: readonly string[]
}

/** A PDF of one page that is drawn by these operators; its font /F is Helvetica. */
export function writePdf(
  content: string,
  { fonts = '', resources = '', page = '', catalog = '', objects = [] }: Extras = {},
): Uint8Array {
  return packPdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R ${fonts} >> ${resources} >> ${page} >>`,
    streamOf(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
  ])
}

/** A stream of a PDF, as an object of it; `dictionary` is what its dictionary says besides its length. */
export function streamOf(contents: string, dictionary = ''): string {
  return `<< /Length ${contents.length} ${dictionary} >> stream\n${contents}\nendstream`
}

/** The operators that show words of the font /F at a place of the page, from the left and from the bottom. */
export function words(text: string, left: number, bottom: number, size = 11): string {
  return `BT /F ${size} Tf ${left} ${bottom} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`
}

function packPdf(objects: readonly string[]): Uint8Array {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj`).join('\n')
  const trailer = `trailer << /Root 1 0 R /Size ${objects.length + 1} >>`
  return Buffer.from(`%PDF-1.7\n${body}\n${trailer}\n%%EOF`, 'latin1')
}

/** A PDF of one page with these lines from the top, whose codes mean what they are: soft hyphens and all. */
export function spellPdf(lines: readonly string[], extra = '', size = 10): Uint8Array {
  const letters = [...new Set(lines.join(''))]
  const hex = (text: string) =>
    [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')
  const map = letters.map((letter) => `<${hex(letter)}> <${hex(letter)}>`).join('\n')
  const unicode = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${letters.length} beginbfchar\n${map}\nendbfchar endcmap end`
  const content = lines
    .map((line, index) => `BT /F ${size} Tf 72 ${700 - 12 * index} Td <${hex(line)}> Tj ET`)
    .join('\n')
  return packPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    streamOf(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 8 0 R >>',
    streamOf(unicode),
    '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...(extra === '' ? [] : [extra]),
  ])
}

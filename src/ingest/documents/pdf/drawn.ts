import { getDocumentProxy } from 'unpdf'
import { Unreadable } from '../../unreadable.ts'
import type { SourceIssue } from '../source-text.ts'
import { beginning, tidy } from '../words.ts'
import { unknownFonts } from './fonts.ts'
import { type Fragment, rowsOf } from './fragments.ts'
import { glyphsOf, shapesOf } from './operators.ts'
import type { Page } from './page-edges.ts'
import { drawnBullets, rulesOf } from './shapes.ts'
import { withSoftHyphens } from './soft-hyphens.ts'
import { refuseLargeStreams } from './streams.ts'

/** How many pages a PDF may have. An agreement has a few; a municipality's plan for a year has some hundred. */
export const PDF_PAGES_MAX = 300

/** How many letters a page may have; a close-set page has 6,000. */
export const PAGE_LETTERS_MAX = 100_000

/** What a PDF draws. */
export interface DrawnPages {
  readonly pages: readonly Page[]
  readonly title: string | null
  readonly issues: readonly SourceIssue[]
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
/** A page as pdf.js opens it. */
export type DocumentPage = Awaited<ReturnType<Document['getPage']>>

/** The words of a PDF, and where on its pages they stand. Throws `Unreadable` for what can't be opened. */
export async function drawnPages(bytes: Uint8Array): Promise<DrawnPages> {
  refuseLargeStreams(bytes)
  let document: Document | null = null
  try {
    // A copy: pdf.js takes the bytes for itself. Pictures are never unpacked.
    document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      maxImageSize: 1,
      disableFontFace: false,
      fontExtraProperties: true,
      isEvalSupported: false,
      stopAtErrors: false,
    })
    if (document.numPages > PDF_PAGES_MAX)
      throw new Unreadable(
        `The PDF has ${document.numPages} pages, and ${PDF_PAGES_MAX} are read; save those that hold the agreement.`,
      )
    const pages: Page[] = []
    const issues: SourceIssue[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { page: drawn, turned, unknown } = await drawnPage(page)
      pages.push(drawn)
      if (turned !== '')
        issues.push({ kind: 'left_out', text: `turned words: ${beginning(turned)}`, page: number })
      if (unknown > 0)
        issues.push({
          kind: 'unknown_letters',
          text: `${unknown} letters in a font that does not say which they are`,
          page: number,
        })
      page.cleanup()
    }
    return { pages, title: await titleOf(document), issues }
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : explained(cause)
  } finally {
    await document?.loadingTask.destroy()
  }
}

async function drawnPage(page: DocumentPage): Promise<{ page: Page; turned: string; unknown: number }> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const drawn = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
  if (drawn.reduce((letters, { str }) => letters + str.length, 0) > PAGE_LETTERS_MAX)
    throw new Unreadable(
      `A page of the PDF has more than ${PAGE_LETTERS_MAX} letters; save its text into a .txt file.`,
    )
  const { height, transform } = upright(page, drawn)
  if (drawn.length === 0) return { page: { height, fragments: [], rules: [] }, turned: '', unknown: 0 }
  const operators = await page.getOperatorList()
  const words = withSoftHyphens(
    drawn.map(({ str }) => str),
    await glyphsOf(operators),
  )
  const [ta = 1, tb = 0, tc = 0, td = -1, te = 0, tf = 0] = transform.map(Number)
  const unknownIn = unknownFonts(page, new Set(drawn.map(({ fontName }) => fontName)))
  const fragments: Fragment[] = []
  let turned = ''
  let unknown = 0
  for (const [index, item] of drawn.entries()) {
    const [, , c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number)
    const size = Math.hypot(ta * c + tc * d, tb * c + td * d)
    const left = ta * e + tc * f + te
    const baseline = tb * e + td * f + tf
    let text = words[index] ?? item.str
    if (unknownIn.has(item.fontName)) {
      text = text.replace(/\S/gu, '\uFFFD')
      unknown += text.trim().length
    }
    if (![size, left, baseline, item.width].every(Number.isFinite) || size === 0) continue
    if (!isUpright(transform, item.transform)) turned += ` ${item.str}`
    else fragments.push({ text, left, right: left + item.width, baseline, size })
  }
  const shapes = await shapesOf(operators, [ta, tb, tc, td, te, tf])
  const bullets = drawnBullets(shapes, rowsOf(fragments))
  return {
    page: { height, fragments: [...fragments, ...bullets], rules: rulesOf(shapes) },
    turned: turned.trim(),
    unknown,
  }
}

/** The page turned so that most of its letters stand upright: a wide table often lies on its side. */
function upright(page: DocumentPage, items: readonly { str: string; transform: readonly unknown[] }[]) {
  const views = [0, 90, 180, 270].map((turn) => {
    const view = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 })
    const letters = items.reduce(
      (sum, { str, transform }) => sum + (isUpright(view.transform, transform) ? str.length : 0),
      0,
    )
    return { view, letters }
  })
  return views.reduce((best, one) => (one.letters > best.letters ? one : best)).view
}

/** Whether words run from left to right, slanted a little at most. */
function isUpright(view: readonly unknown[], text: readonly unknown[]): boolean {
  const [ta = 1, tb = 0, tc = 0, td = -1] = view.map(Number)
  const [a = 0, b = 0] = text.map(Number)
  const [right, down] = [ta * a + tc * b, tb * a + td * b]
  return right > 0 && Math.abs(down) <= right * 0.2
}

async function titleOf(document: Document): Promise<string | null> {
  const { info } = await document.getMetadata()
  const title = 'Title' in info && typeof info.Title === 'string' ? tidy(info.Title).trim() : ''
  return title === '' ? null : title
}

function explained(cause: unknown): Unreadable {
  if (cause instanceof Error && cause.name === 'PasswordException')
    return new Unreadable('The PDF has a password; get it without one, or save its text into a .txt file.', {
      cause,
    })
  // Whatever pdf.js stumbles over, the file is to blame: it has been given no other input.
  return new Unreadable('The PDF is broken; fetch it again, or print it into a new PDF.', { cause })
}

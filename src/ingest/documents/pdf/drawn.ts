import { Unreadable } from '../../unreadable.ts'
import { LeftOut } from '../left-out.ts'
import type { SourceIssue } from '../source-text.ts'
import { tidy } from '../words.ts'
import { drawnPage } from './drawn-page.ts'
import { openPdf, type Pdf } from './opened.ts'
import type { DrawnPage } from './page-edges.ts'
import { refuseLargeStreams } from './streams.ts'

/** How many pages a PDF may have. An agreement has a few; a municipality's annual plan has some hundred. */
const PDF_PAGES_MAX = 300

/** The contents of a PDF, as drawn. */
export interface DrawnPages {
  readonly pages: readonly DrawnPage[]
  readonly title: string | null
  readonly issues: readonly SourceIssue[]
}

/**
 * The words of a PDF, with their places on its pages.
 *
 * @throws {Unreadable} when the PDF cannot be opened, or has more than `PDF_PAGES_MAX` pages.
 */
export async function drawnPages(bytes: Uint8Array): Promise<DrawnPages> {
  refuseLargeStreams(bytes)
  let document: Pdf | null = null
  try {
    document = await openPdf(bytes)
    if (document.numPages > PDF_PAGES_MAX)
      throw new Unreadable(
        `The PDF has ${document.numPages} pages, but at most ${PDF_PAGES_MAX} can be read; save the pages with the agreement.`,
      )
    const layers = await document.getOptionalContentConfig()
    const isOn = (layer: unknown) => layers.isVisible(layer)
    const pages: DrawnPage[] = []
    const issues: SourceIssue[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const drawn = await drawnPage(page, isOn)
      pages.push(drawn.page)
      for (const { kind, text } of drawn.issues) issues.push({ kind, text, page: number })
      page.cleanup()
    }
    const attached = new LeftOut()
    for (const name of await attachmentsOf(document)) attached.add('attachment', name)
    return { pages, title: await pdfTitle(document), issues: [...issues, ...attached.issues()] }
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : explained(cause)
  } finally {
    await document?.loadingTask.destroy()
  }
}

async function pdfTitle(document: Pdf): Promise<string | null> {
  const { info } = await document.getMetadata()
  const title = 'Title' in info && typeof info.Title === 'string' ? tidy(info.Title).trim() : ''
  return title === '' ? null : title
}

/** The names of embedded files. */
async function attachmentsOf(document: Pdf): Promise<string[]> {
  const files: unknown = await document.getAttachments()
  const named = typeof files === 'object' && files !== null ? Object.values(files) : []
  return named.flatMap((file) =>
    'filename' in file && typeof file.filename === 'string' ? [file.filename] : [],
  )
}

function explained(cause: unknown): Unreadable {
  if (cause instanceof Error && cause.name === 'PasswordException')
    return new Unreadable(
      'The PDF is protected by a password; get it without a password, or save its text as a .txt file.',
      {
        cause,
      },
    )
  // Any error of pdf.js is due to the file, its only input.
  return new Unreadable('The PDF is damaged; download it again, or print it to a new PDF.', { cause })
}

import { Unreadable } from '../../unreadable.ts'
import type { DocumentReading } from '../reading.ts'
import type { SourceIssue } from '../source-text.ts'
import { tidy, withBullets } from '../words.ts'
import { pdfBlocks } from './columns.ts'
import { type DrawnPages, drawnPages } from './drawn.ts'
import { joinLines } from './hyphens.ts'
import { withMarkers } from './markers.ts'
import { withoutEdges } from './page-edges.ts'
import { ITEM, leadingOf, type PdfLine, pdfLines, rightOf, tableLinesOf } from './paragraphs.ts'
import { withoutRaised } from './raised.ts'

/**
 * Reads a PDF: its words in lines according to their places on the page, with each paragraph on one line.
 *
 * @throws {Unreadable} when the PDF has no text, as if scanned, or cannot be opened.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentReading> {
  const drawn = await drawnPages(bytes)
  if (drawn.pages.every(({ fragments }) => fragments.length === 0)) throw new Unreadable(scanned(drawn))
  const { pages, issues } = withoutEdges(drawn.pages)
  const plain = withoutRaised(pages.map(({ fragments }) => fragments))
  const blocks = plain.pages.map((fragments, index) => pdfBlocks(withMarkers(fragments), pages[index]?.rules))
  // A page with only signatures has no full line, so the other pages determine how long a full line is.
  const right = rightOf(blocks.flat().flatMap(({ rows }) => rows))
  const leading = leadingOf(blocks.flat().map(({ rows }) => rows)) ?? 1
  const lines = blocks.map((page, index) => {
    const rules = pages[index]?.rules ?? []
    return linesInOrder(
      page.map(({ rows, kind }) =>
        kind === 'table'
          ? tableLinesOf(rows, right, rules)
          : pdfLines(rows, kind === 'column' ? null : right, leading),
      ),
    )
  })
  const parts = textParts(lines)
  refuseUnknownLetters(parts.join(''))
  return {
    parts,
    title: drawn.title,
    issues: [...drawn.issues, ...issues, ...plain.issues, ...unknownIn(parts), ...empty(drawn)],
  }
}

/** The lines of a page's blocks. A list stays together, and a paragraph that continues in the next column is one line. */
function linesInOrder(blocks: readonly (readonly PdfLine[])[]): PdfLine[] {
  const lines: PdfLine[] = []
  for (const [first, ...more] of blocks) {
    const before = lines.at(-1)
    if (!first) continue
    if (before && goesOnOverleaf(before.text, first.text))
      lines.splice(-1, 1, { ...before, text: joinLines(before.text, first.text) })
    else lines.push({ ...first, apart: !(before && isItemLine(before) && isItemLine(first)) })
    for (const line of more) lines.push(line)
  }
  return lines
}

function isItemLine({ text }: PdfLine): boolean {
  return ITEM.test(text.trimStart())
}

/** Whether a sentence continues in the next column or on the next page. */
function goesOnOverleaf(last: string, next: string): boolean {
  return /^\p{Ll}/u.test(next) && !/^[a-z][.)] /.test(next) && !/[.:;!?]$/.test(last) && !/\S {2}/.test(last)
}

function scanned({ pages }: DrawnPages): string {
  const many = pages.length === 1 ? 'a page' : `${pages.length} pages`
  return `The PDF has ${many}, but no text: it is probably a scanned document. Ask the publisher for the text, run text recognition (OCR) and check the result, or type the text into a .txt file.`
}

/** A text with more unknown letters than one in this many cannot be checked by anybody. */
const UNKNOWN_LETTERS = 10

/** Letters that cannot be read: those of unknown fonts, and glyphs known only to their own font. */
const UNKNOWN = /[\uFFFD\uE000-\uF8FF]/g

function unknownIn(parts: readonly string[]): SourceIssue[] {
  return parts.flatMap((part, index) => {
    const count = part.match(UNKNOWN)?.length ?? 0
    const text = `${count} letters in a font that does not say which they are`
    return count === 0 ? [] : [{ kind: 'unknown_letters', text, page: index + 1 }]
  })
}

/** Throws if the fonts do not say which letters they draw: the text would be wrong. */
function refuseUnknownLetters(text: string): void {
  const unknown = text.match(UNKNOWN)?.length ?? 0
  if (unknown * UNKNOWN_LETTERS > text.length)
    throw new Unreadable(
      'The fonts of the PDF do not say which letters they contain; ask the publisher for the text, or type it into a .txt file.',
    )
}

function empty({ pages }: DrawnPages): SourceIssue[] {
  const text = 'the page has no text; it may be a picture'
  return pages.flatMap(({ fragments }, index) =>
    fragments.length === 0 ? [{ kind: 'page_without_text', text, page: index + 1 }] : [],
  )
}

/** The text of each page. A paragraph that continues on the next page is one line, with the page break inside it. */
function textParts(pages: readonly (readonly PdfLine[])[]): string[] {
  const parts: string[] = []
  for (const lines of pages) {
    const own = lines.map(({ text, apart }, index) => (index > 0 && apart ? `\n${text}` : text)).join('\n')
    const text = withBullets(tidy(own))
    const before = parts.findLastIndex((part) => part !== '')
    parts.push(text)
    if (before < 0 || text === '') continue
    parts[before] = endOfPage(parts[before] ?? '', text)
  }
  const last = parts.findLastIndex((part) => part !== '')
  return parts.map((part, index) => (index === last ? `${part}\n` : part))
}

/** A page's text as it precedes the next page's. */
function endOfPage(page: string, next: string): string {
  const last = page.slice(page.lastIndexOf('\n') + 1)
  if (!goesOnOverleaf(last, next)) return `${page}\n\n`
  const [word = ''] = next.split(' ', 1)
  return joinLines(page, word).slice(0, -word.length)
}

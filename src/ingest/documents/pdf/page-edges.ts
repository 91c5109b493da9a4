import type { SourceIssue } from '../source-text.ts'
import { beginning, tidy } from '../words.ts'
import { pdfCells } from './cells.ts'
import { type Fragment, type PdfRow, rowsOf } from './fragments.ts'
import type { DrawnRule } from './shapes.ts'

/** A page as it was drawn. */
export interface DrawnPage {
  readonly height: number
  readonly fragments: readonly Fragment[]
  readonly rules: readonly DrawnRule[]
}

/** Headers and footers are within this part of a page's height, at either end. */
const EDGE = 0.16

/** A line on this many pages, and on this part of all, is a header or footer. */
const REPEATED_LEAST = 2
const REPEATED = 0.4

/** A page number alone: "3", "- 3 -", "Sida 3 av 5", "3 (5)", "3/5". */
const PAGE_NUMBER =
  /^(?:(?:sida|sid|page|s)\.? ?)?[-–] ?\d{1,4} ?[-–]$|^(?:(?:sida|sid|page|s)\.? ?)?\d{1,4}(?: ?(?:av|of|\/) ?\d{1,4}| ?\( ?\d{1,4} ?\))?$/i

/** Removes the headers, footers and page numbers that repeat at the edges of pages; they are reported. */
export function withoutEdges(pages: readonly DrawnPage[]): { pages: DrawnPage[]; issues: SourceIssue[] } {
  const edges = pages.map(edgeRows)
  const counts = new Map<string, number>()
  for (const rows of edges)
    for (const key of new Set(rows.map(edgeKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const least = Math.max(REPEATED_LEAST, pages.length * REPEATED)

  const named = new Map<string, SourceIssue>()
  const kept = pages.map((page, index) => {
    const left = new Set<Fragment>()
    for (const row of edges[index] ?? []) {
      const text = rowText(row)
      const isNumber = PAGE_NUMBER.test(text) && (pages.length > 1 || /\D/.test(text))
      const repeats = (counts.get(edgeKey(row)) ?? 0) >= least
      if (!isNumber && !repeats) continue
      for (const fragment of row.fragments) left.add(fragment)
      const kind = row.baseline < page.height / 2 ? 'header' : 'footer'
      const issue = { kind: 'left_out', text: `${kind}: ${beginning(text)}`, page: null }
      const name = isNumber ? `${kind} number` : `${kind} ${edgeKey(row)}`
      if (!named.has(name)) named.set(name, issue)
    }
    return left.size === 0 ? page : { ...page, fragments: page.fragments.filter((one) => !left.has(one)) }
  })
  return { pages: kept, issues: [...named.values()] }
}

/** The most rows of a header or footer. */
const EDGE_ROWS = 5

function edgeRows({ height, fragments }: DrawnPage): PdfRow[] {
  const header = rowsOf(fragments.filter(({ baseline }) => baseline < height * EDGE))
  const footer = rowsOf(fragments.filter(({ baseline }) => baseline > height * (1 - EDGE)))
  return [...header.slice(0, EDGE_ROWS), ...footer.slice(-EDGE_ROWS)]
}

/** Heights that differ by this, in points, are different. */
const HEIGHTS = 4

/** The words of a row and its place. Page numbers vary; other numbers are words, as in "Löfte 1", "Löfte 2". */
function edgeKey(row: PdfRow): string {
  const cells = pdfCells(row).map(({ text }) => (PAGE_NUMBER.test(tidy(text)) ? '#' : text))
  return `${Math.round(row.baseline / HEIGHTS)} ${cells.join('  ')}`
}

function rowText(row: PdfRow): string {
  return tidy(
    pdfCells(row)
      .map(({ text }) => text)
      .join('  '),
  )
}

import { type Element, isTag, isText, type ParentNode } from 'domhandler'
import { Unreadable } from '../../unreadable.ts'
import type { Reading } from '../reading.ts'
import type { SourceIssue } from '../source-text.ts'
import { tidy, withBullets } from '../words.ts'
import { LineWriter } from './line-writer.ts'
import { isWordless, leftOut, type Regions, regionsOf } from './regions.ts'
import { alignColumns } from './table.ts'
import { findAll, firstWords, parseTree } from './tree.ts'

/** Elements that stand apart from what is around them by a blank line. */
const PARAGRAPHS = new Set(
  'article blockquote dl fieldset figure form h1 h2 h3 h4 h5 h6 hr main ol p pre section table ul'.split(' '),
)

/** Elements that begin and end a line. */
const LINES = new Set(
  'address aside body caption center dd details dir div dt figcaption footer header html legend li menu nav option summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
)

/** The longest page that is read; pages are rarely a tenth of this. */
export const HTML_CHARACTERS_MAX = 5_000_000

/** Tables within tables within tables only set out a page. */
const TABLES_MAX = 4

/**
 * Reads a page: a line for each paragraph, heading and item of a list, tables as columns. In what a word processor
 * wrote, blanks and tabs are kept: they set columns.
 */
export function readHtml(html: string, blanks: 'collapsed' | 'kept' = 'collapsed'): Reading {
  if (html.length > HTML_CHARACTERS_MAX)
    throw new Unreadable(
      `The page has ${html.length} characters, and ${HTML_CHARACTERS_MAX} are read; save the part that holds the agreement.`,
    )
  const page = parseTree(html)
  const regions = regionsOf(page)
  const issues: SourceIssue[] = [...regions.issues]
  const lines = new LineWriter()
  const render = new Renderer(lines, regions, issues, blanks, 0)
  for (const root of regions.roots) {
    render.children(root)
    lines.endParagraph()
  }
  const [title] = findAll(page, ({ name }) => name === 'title')
  const words = title ? tidy(firstWords(title, () => false).replace(/\s+/g, ' ')) : ''
  const text = withBullets(tidy(lines.end().join('\n')))
  return { parts: [text === '' ? '' : `${text}\n`], title: words === '' ? null : words, issues }
}

class Renderer {
  readonly #lines: LineWriter
  readonly #regions: Regions
  readonly #issues: SourceIssue[]
  readonly #blanks: 'collapsed' | 'kept'
  readonly #tables: number

  constructor(
    lines: LineWriter,
    regions: Regions,
    issues: SourceIssue[],
    blanks: 'collapsed' | 'kept',
    tables: number,
  ) {
    this.#lines = lines
    this.#regions = regions
    this.#issues = issues
    this.#blanks = blanks
    this.#tables = tables
  }

  children(parent: ParentNode, preformatted = this.#blanks === 'kept'): void {
    for (const child of parent.children) {
      if (isText(child)) {
        if (preformatted) this.#lines.preformatted(child.data)
        else this.#lines.words(child.data)
      } else if (isTag(child)) this.#element(child, preformatted || child.name === 'pre')
      else if ('children' in child) this.children(child, preformatted)
    }
  }

  #element(element: Element, preformatted: boolean): void {
    const { name } = element
    if (isWordless(element)) return
    const reason = this.#regions.reason(element)
    if (reason !== null) {
      const words = firstWords(element, isWordless)
      if (words !== '') this.#issues.push(leftOut(reason, words))
      return
    }
    if (name === 'br') {
      this.#lines.endLine()
      return
    }
    const isParagraph = PARAGRAPHS.has(name)
    if (isParagraph) this.#lines.endParagraph()
    else if (LINES.has(name)) this.#lines.endLine()

    if (name === 'table' && this.#tables < TABLES_MAX) this.#table(element)
    else if (name === 'ul' || name === 'ol') this.#list(element)
    else this.children(element, preformatted)

    if (isParagraph) this.#lines.endParagraph()
    else if (LINES.has(name)) this.#lines.endLine()
  }

  #list(list: Element): void {
    const first = Number.parseInt(list.attribs.start ?? '', 10)
    let number = Number.isSafeInteger(first) ? first : 1
    for (const child of list.children) {
      if (!isTag(child) || child.name !== 'li') {
        if (isTag(child)) this.#element(child, false)
        continue
      }
      if (this.#regions.reason(child) !== null) {
        this.#element(child, false)
        continue
      }
      const own = Number.parseInt(child.attribs.value ?? '', 10)
      if (Number.isSafeInteger(own)) number = own
      this.#lines.item(list.name === 'ol' ? `${number}.` : '-', () => this.children(child))
      number++
    }
  }

  #table(table: Element): void {
    const isPart = (one: Element) => isWordless(one) || /^(?:caption|t[dh]|table)$/.test(one.name)
    const outside = firstWords(table, isPart)
    if (outside !== '') this.#issues.push(leftOut('outside the cells', outside))
    for (const caption of findAll(table, (one) => isPart(one)))
      if (caption.name === 'caption') this.#element(caption, false)
    const cells = this.#rows(table).map((row) =>
      findAll(row, ({ name }) => name === 'td' || name === 'th').map((cell) => ({
        lines: this.#cellLines(cell),
        columns: spanOf(cell.attribs.colspan) || 1,
        rows: spanOf(cell.attribs.rowspan) || Number.MAX_SAFE_INTEGER,
      })),
    )
    const aligned = alignColumns(cells)
    for (const line of aligned ?? []) {
      this.#lines.preformatted(line)
      this.#lines.endLine()
    }
    if (aligned) return
    for (const { lines } of cells.flat()) {
      for (const line of lines) {
        if (line === '') this.#lines.endParagraph()
        else this.#lines.preformatted(line)
        this.#lines.endLine()
      }
      this.#lines.endParagraph()
    }
  }

  /** The rows of a table, not those of tables within it; what is hidden is named. */
  #rows(table: Element): Element[] {
    const isHidden = (one: Element) => this.#regions.reason(one) !== null
    return findAll(table, (one) => one.name === 'tr' || one.name === 'table' || isHidden(one)).filter(
      (one) => {
        if (isHidden(one)) this.#element(one, false)
        return one.name === 'tr' && !isHidden(one)
      },
    )
  }

  #cellLines(cell: Element): string[] {
    if (this.#regions.reason(cell) !== null) {
      this.#element(cell, false)
      return []
    }
    const lines = new LineWriter()
    new Renderer(lines, this.#regions, this.#issues, this.#blanks, this.#tables + 1).children(cell)
    return lines.end()
  }
}

/** Over how many rows or columns a cell reaches; nought rows are all below. */
function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? '', 10)
  return span >= 0 ? span : 1
}

import { type Element, isTag, isText, type ParentNode } from 'domhandler'
import { type Counting, countAs } from '../counting.ts'
import type { LeftOut } from '../left-out.ts'
import { tidy, withBullets } from '../words.ts'
import { LabelledItem } from './build.ts'
import { LineWriter } from './line-writer.ts'
import { isNoteMark, positionOf } from './raised.ts'
import { isWordless, type Reason, wordsToName } from './regions.ts'
import { alignColumns } from './table.ts'
import { findElements, firstWords, textContent } from './tree.ts'

/** Elements that are separated from others by a blank line. */
const PARAGRAPHS = new Set(
  'article blockquote dl fieldset figure form h1 h2 h3 h4 h5 h6 hr main ol p pre section table ul'.split(' '),
)

/** Elements that begin and end a line. */
const LINES = new Set(
  'address aside body caption center dd details dir div dt figcaption footer header html legend li menu nav option summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
)

/** Types of input whose preset values are text of the page. */
const FIELDS = new Set('date email month number tel text time url week'.split(' '))

/** A footnote mark, or several, has fewer characters than this. */
const MARK_MAX = 40

/** The deepest nesting of tables that hold data; deeper ones only lay out a page. */
const TABLES_MAX = 4

/**
 * The text of parts of a page: one line for each paragraph, heading and list item, tables as columns. `reason` says why
 * an element is left out, which is then reported. Text from a word processor keeps spaces and tabs: they set columns.
 */
export function renderedText(
  roots: readonly ParentNode[],
  reason: Reason,
  leftOut: LeftOut,
  blanks: 'collapsed' | 'kept',
): string {
  const lines = new LineWriter()
  const renderer = new Renderer(lines, reason, leftOut, blanks, 0)
  for (const root of roots) {
    renderer.children(root)
    lines.endParagraph()
  }
  const text = withBullets(tidy(lines.end().join('\n')))
  return text === '' ? '' : `${text}\n`
}

/** The numbering that the attribute `type` of a list selects. */
const COUNTINGS: { readonly [type: string]: Counting } = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** Writes the lines of a page, and reports what it leaves out. */
class Renderer {
  readonly #lines: LineWriter
  readonly #reason: Reason
  readonly #leftOut: LeftOut
  readonly #blanks: 'collapsed' | 'kept'
  readonly #tables: number

  constructor(
    lines: LineWriter,
    reason: Reason,
    leftOut: LeftOut,
    blanks: 'collapsed' | 'kept',
    tables: number,
  ) {
    this.#lines = lines
    this.#reason = reason
    this.#leftOut = leftOut
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
    const reason = this.#reason(element)
    if (reason !== null) {
      this.#leftOut.add(reason, wordsToName(element))
      // What is left out between two words still separates them.
      this.#lines.apart()
      return
    }
    if (name === 'img') this.#leftOut.add('picture', element.attribs.alt ?? '')
    if (name === 'input') this.#input(element)
    if (isWordless(element)) return
    if (name === 'br') {
      this.#lines.endLine()
      return
    }
    if (this.#isNoteMark(element)) return
    const isParagraph = PARAGRAPHS.has(name)
    if (isParagraph) this.#lines.endParagraph()
    else if (LINES.has(name)) this.#lines.endLine()

    if (name === 'table' && this.#tables < TABLES_MAX) this.#table(element)
    else if (name === 'mfrac') this.#fraction(element)
    else if (name === 'ul' || name === 'ol') this.#list(element)
    else this.children(element, preformatted)

    if (isParagraph) this.#lines.endParagraph()
    else if (LINES.has(name)) this.#lines.endLine()
  }

  /** Whether an element is a footnote mark, which is left out. Other raised or lowered numbers are kept apart. */
  #isNoteMark(element: Element): boolean {
    const position = positionOf(element)
    if (position === null) return false
    const words = textContent(element, MARK_MAX).trim()
    const before = this.#lines.tail
    const after = element.next && isText(element.next) ? element.next.data : ''
    if (position !== 'lowered' && isNoteMark(words, position, before, after)) {
      this.#leftOut.addMark(`${/\S*$/.exec(before)?.[0]} [${words.replace(/^\[|\]$/g, '')}]`.trim())
      this.#lines.apart()
      return true
    }
    if (/\d$/.test(before) && /^\d/.test(words)) this.#lines.apart()
    return false
  }

  #input({ attribs }: Element): void {
    const { type = 'text', value = '', checked } = attribs
    if (type === 'checkbox' || type === 'radio') this.#lines.words(checked === undefined ? '☐ ' : '☒ ')
    else if (FIELDS.has(type)) this.#leftOut.add('field', value)
  }

  #fraction(fraction: Element): void {
    for (const [index, part] of fraction.children.filter(isTag).entries()) {
      if (index > 0) this.#lines.words('/')
      this.#element(part, false)
    }
  }

  #list(list: Element): void {
    const items = list.children.filter(isTag)
    const isReversed = list.attribs.reversed !== undefined
    const counted = isReversed ? items.filter(({ name }) => name === 'li').length : 1
    let number = integerOf(list.attribs.start) ?? counted
    const counting = COUNTINGS[list.attribs.type ?? ''] ?? 'decimal'
    for (const item of items) {
      if (item.name !== 'li' || this.#reason(item) !== null) {
        this.#element(item, false)
        continue
      }
      number = integerOf(item.attribs.value) ?? number
      const label = list.name === 'ol' ? `${countAs(number, counting)}.` : '-'
      this.#lines.item(item instanceof LabelledItem ? item.label : label, () => this.children(item))
      number += isReversed ? -1 : 1
    }
  }

  #table(table: Element): void {
    const isPart = (one: Element) => isWordless(one) || /^(?:caption|t[dh]|table)$/.test(one.name)
    const outside = firstWords(table, isPart)
    this.#leftOut.add('outside the cells', outside)
    for (const caption of findElements(table, (one) => isPart(one)))
      if (caption.name === 'caption') this.#element(caption, false)
    const cells = this.#rows(table).map((row) =>
      findElements(row, ({ name }) => name === 'td' || name === 'th').map((cell) => ({
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

  /** The rows of a table, not those of nested tables; hidden rows are reported. */
  #rows(table: Element): Element[] {
    const isHidden = (one: Element) => this.#reason(one) !== null
    return findElements(table, (one) => one.name === 'tr' || one.name === 'table' || isHidden(one)).filter(
      (one) => {
        if (isHidden(one)) this.#element(one, false)
        return one.name === 'tr' && !isHidden(one)
      },
    )
  }

  #cellLines(cell: Element): string[] {
    if (this.#reason(cell) !== null) {
      this.#element(cell, false)
      return []
    }
    const lines = new LineWriter()
    new Renderer(lines, this.#reason, this.#leftOut, this.#blanks, this.#tables + 1).children(cell)
    return lines.end()
  }
}

/** The number of rows or columns that a cell spans; 0 means all below. */
function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? '', 10)
  return span >= 0 ? span : 1
}

function integerOf(attribute: string | undefined): number | null {
  const number = Number.parseInt(attribute ?? '', 10)
  return Number.isSafeInteger(number) ? number : null
}

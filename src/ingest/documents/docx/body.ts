import { type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler'
import { LabelledItem, makeElement, makeText } from '../html/build.ts'
import { findElements, parseTree } from '../html/tree.ts'
import { Blocks, hasWords, withLabel } from './blocks.ts'
import { type Docx, firstWithWords } from './context.ts'
import { readDrawing } from './drawings.ts'
import { DocxFields } from './fields.ts'
import { isJoinedToNext, isPlaceholder, readInline, styleOf } from './inline.ts'
import { makeTable } from './tables.ts'
import { allWords, childOf, xmlText } from './xml.ts'

/** Reads the body of a text, a cell, a note or a text box into HTML elements. */
export function readDocxBody(docx: Docx, parent: ParentNode): Element[] {
  const reader = new BodyReader(docx)
  reader.children(parent)
  return reader.blocks.nodes
}

class BodyReader {
  readonly blocks = new Blocks()
  readonly #docx: Docx
  readonly #fields = new DocxFields()
  /** Contents of paragraphs whose end mark is deleted: they continue in the next paragraph. */
  #carried: readonly ChildNode[] = []

  constructor(docx: Docx) {
    this.#docx = docx
  }

  children(parent: ParentNode): void {
    for (const child of parent.children) if (isTag(child)) this.#element(child)
  }

  #element(element: Element): void {
    const { leftOut, parts } = this.#docx
    switch (element.name) {
      case 'p':
        this.#paragraph(element)
        break
      case 'tbl':
        this.blocks.block(makeTable(element, (cell) => readDocxBody(this.#docx, cell), leftOut))
        break
      case 'altChunk':
        this.#chunk(parts.take(element.attribs.id))
        break
      case 'oMathPara':
      case 'oMath':
      case 'r':
        this.#paragraph(makeElement('p', [element]))
        break
      case 'del':
      case 'moveFrom':
        leftOut.add('deleted', allWords(element))
        break
      case 'sdt':
        if (!isPlaceholder(element)) this.children(element)
        else leftOut.add('placeholder', allWords(element))
        break
      case 'AlternateContent': {
        const chosen = firstWithWords(element)
        if (chosen) this.children(chosen)
        break
      }
      default:
        if (!element.name.endsWith('Pr')) this.children(element)
    }
  }

  #paragraph(paragraph: Element): void {
    const { styles, numbering } = this.#docx
    const properties = childOf(paragraph, 'pPr')
    const style = styleOf(properties)
    const { nodes: own, drawings } = readInline(this.#docx, this.#fields, paragraph, style)
    const nodes = [...this.#carried, ...own]
    this.#carried = isJoinedToNext(properties) ? nodes : []
    if (this.#carried.length === 0) {
      const place = hasWords(nodes) ? numbering.placeOf(properties, style) : null
      const label = place && numbering.next(place)
      if (styles.isHeading(style)) this.blocks.block(makeElement('h1', withLabel(label, nodes)))
      else if (place && label !== null) this.blocks.item(label, place.level, nodes)
      else this.blocks.paragraph(nodes)
    }
    for (const drawing of drawings)
      for (const block of readDrawing(this.#docx, drawing, (parent) => readDocxBody(this.#docx, parent)))
        this.blocks.block(block)
  }

  /** A document embedded in the document, which Word includes when it opens it. */
  #chunk({ target, bytes }: { readonly target: string; readonly bytes: Uint8Array | undefined }): void {
    if (bytes && /\.x?html?$/i.test(target)) {
      const page = parseTree(xmlText(bytes))
      makeBlanksPlain(page)
      this.blocks.block(makeElement('div', page.children))
    } else if (bytes && /\.txt$/i.test(target)) {
      for (const line of xmlText(bytes).split(/\r\n|[\r\n]/)) this.blocks.paragraph([makeText(line)])
    } else this.#docx.leftOut.add('embedded document', target)
  }
}

/** HTML collapses spaces; in a word processor's text they set columns, so they are kept. */
function makeBlanksPlain(parent: ParentNode): void {
  for (const child of parent.children) {
    if (isText(child)) child.data = child.data.replace(/[ \t\r\n\f]+/g, ' ')
    else if ('children' in child) makeBlanksPlain(child)
  }
}

/** The footnotes and endnotes that a text refers to, by number. */
export function readNotes(docx: Docx): Element | null {
  const byName = new Map<string, Element>()
  for (const kind of ['footnote', 'endnote'])
    for (const part of docx.parts.ofType(`${kind}s`))
      for (const note of findElements(part, ({ name }) => name === kind))
        byName.set(`${kind} ${note.attribs.id}`, note)
  const items: Element[] = []
  for (const [name, number] of docx.notes) {
    const note = byName.get(name)
    if (note) items.push(new LabelledItem(`${number}.`, readDocxBody(docx, note)))
  }
  return items.length === 0 ? null : makeElement('ol', items)
}

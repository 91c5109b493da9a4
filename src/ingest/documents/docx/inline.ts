import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler'
import { append, makeElement, makeText } from '../html/build.ts'
import { type Docx, firstWithWords } from './context.ts'
import { equationWords } from './equation.ts'
import type { DocxFields } from './fields.ts'
import type { DocxLook } from './styles.ts'
import { isSymbolFont, symbolOf } from './symbols.ts'
import { allWords, childOf, ownText, propertyOf, switchOf } from './xml.ts'

/** The text of a paragraph, and the drawings anchored in it. */
interface Inline {
  readonly nodes: readonly ChildNode[]
  readonly drawings: readonly Element[]
}

const PLAIN: DocxLook = { isHidden: false, isStruck: false, position: null, font: null }
const DRAWINGS = new Set(['drawing', 'pict', 'object', 'control'])
/** What Word fills in when it lays out a page. */
const FILLED_IN = /^(?:pgNum|(?:day|month|year)(?:Long|Short))$/

/** Reads the contents of a paragraph. Everything that is not read is reported. */
export function readInline(
  docx: Docx,
  fields: DocxFields,
  parent: ParentNode,
  style: string | undefined,
): Inline {
  const reader = new InlineReader(docx, fields, style)
  reader.children(parent)
  return reader.end()
}

class InlineReader {
  readonly #docx: Docx
  readonly #fields: DocxFields
  readonly #style: string | undefined
  readonly #nodes: ChildNode[] = []
  readonly #drawings: Element[] = []
  /** What is left out, in order: adjacent pieces are reported together. */
  readonly #omitted: { readonly kind: string; words: string }[] = []
  #isOmitting = false
  #isApart = false

  constructor(docx: Docx, fields: DocxFields, style: string | undefined) {
    this.#docx = docx
    this.#fields = fields
    this.#style = style
  }

  end(): Inline {
    for (const { kind, words } of this.#omitted) this.#docx.leftOut.add(kind, words)
    return { nodes: this.#nodes, drawings: this.#drawings }
  }

  children(parent: ParentNode, run: DocxLook = PLAIN): void {
    for (const child of parent.children) if (isTag(child)) this.#element(child, run)
  }

  #element(element: Element, look: DocxLook): void {
    const { name } = element
    if (DRAWINGS.has(name)) {
      if (look.isHidden) this.#omit('hidden', allWords(element))
      else this.#drawings.push(element)
    } else if (FILLED_IN.test(name)) this.#omit('field', name)
    else if (!name.endsWith('Pr')) this.#words(element, look)
  }

  #words(element: Element, look: DocxLook): void {
    switch (element.name) {
      case 'r':
        this.children(element, this.#docx.styles.lookOf(element, this.#style))
        break
      case 't':
        this.#text(ownText(element).replaceAll('\n', ' '), look)
        break
      case 'tab':
      case 'ptab':
        this.#text('\t', look)
        break
      case 'noBreakHyphen':
        this.#text('-', look)
        break
      case 'br':
      case 'cr':
        this.#nodes.push(makeElement('br'))
        break
      case 'sym':
        this.#symbols(element.attribs.font ?? null, [Number.parseInt(element.attribs.char ?? '', 16)], look)
        break
      case 'oMath':
        this.#show(equationWords(element), look)
        break
      case 'footnoteReference':
      case 'endnoteReference':
        this.#note(element, look)
        break
      case 'fldChar':
        this.#field(element, look)
        break
      case 'fldSimple':
        this.#fields.begin(childOf(element, 'ffData'))
        this.#fields.code(element.attribs.instr ?? '')
        this.#fields.separate()
        this.children(element, look)
        this.#endField(look)
        break
      case 'instrText':
        this.#fields.code(ownText(element))
        break
      case 'del':
      case 'moveFrom':
        this.#omit('deleted', allWords(element))
        break
      case 'rt':
        this.#omit('ruby', allWords(element))
        break
      case 'subDoc':
        this.#omit('embedded document', this.#docx.parts.take(element.attribs.id).target)
        break
      case 'sdt':
        if (!isPlaceholder(element)) this.children(element, look)
        else this.#omit('placeholder', allWords(element))
        break
      case 'AlternateContent': {
        const chosen = firstWithWords(element)
        if (chosen) this.children(chosen, look)
        break
      }
      default:
        this.children(element, look)
        break
    }
  }

  #text(words: string, look: DocxLook): void {
    if (isSymbolFont(look.font) && words.trim() !== '')
      this.#symbols(
        look.font,
        Array.from(words, (letter) => letter.codePointAt(0) ?? 0),
        look,
      )
    else this.#show(words, look)
  }

  #symbols(font: string | null, codes: readonly number[], look: DocxLook): void {
    for (const code of codes) {
      const symbol = symbolOf(font, code)
      if (symbol === null) this.#omit('symbol', `${font} ${code.toString(16)}`)
      else this.#show(symbol, look)
    }
  }

  #show(words: string, { isHidden, isStruck, position }: DocxLook): void {
    if (!this.#fields.isShown || words === '') return
    if (isHidden || isStruck) {
      this.#omit(isHidden ? 'hidden' : 'struck out', words)
      // The space beside a word may have been deleted with it.
      if (!isHidden) this.#isApart ||= words.trim() !== words
      return
    }
    this.#fields.words(words)
    const last = this.#nodes.at(-1)
    const isApart = this.#isApart
    const isBetween =
      isApart && last !== undefined && 'data' in last && /\S$/.test(last.data) && /^[\p{L}\p{N}]/u.test(words)
    this.#isApart = false
    if (words.trim() !== '') this.#isOmitting = false
    const text = makeText(isBetween ? ` ${words}` : last || !isApart ? words : words.trimStart())
    if (position === null) this.#nodes.push(text)
    else {
      const name = position === 'raised' ? 'sup' : 'sub'
      if (last && isTag(last) && last.name === name) append(last, [text])
      else this.#nodes.push(makeElement(name, [text]))
    }
  }

  #note({ name, attribs }: Element, look: DocxLook): void {
    if (look.isHidden || !this.#fields.isShown) return
    const number = this.#docx.notes.refer(name.replace('Reference', ''), attribs.id ?? '')
    // A custom mark of the author follows as text.
    if (/^(?:1|true|on)$/.test(attribs.customMarkFollows ?? '')) return
    this.#nodes.push(makeElement('sup', [makeText(`${number}`)]))
  }

  #field(element: Element, look: DocxLook): void {
    switch (element.attribs.fldCharType) {
      case 'begin':
        this.#fields.begin(childOf(element, 'ffData'))
        break
      case 'separate':
        this.#fields.separate()
        break
      case 'end':
        this.#endField(look)
        break
    }
  }

  #endField(look: DocxLook): void {
    const { shown, lost, changing } = this.#fields.end()
    if (shown !== null) this.#show(shown, look)
    if (lost !== null && this.#fields.isShown) this.#omit('field', lost)
    if (changing !== null) this.#docx.changing.push(changing)
  }

  #omit(kind: string, words: string): void {
    const last = this.#omitted.at(-1)
    if (this.#isOmitting && last?.kind === kind) last.words += words
    else this.#omitted.push({ kind, words })
    this.#isOmitting = true
  }
}

/** Whether the end of a paragraph is deleted, so that the next one continues it. */
export function isJoinedToNext(properties: Element | undefined): boolean {
  return childOf(childOf(properties, 'rPr'), 'del') !== undefined
}

/** Whether a field still shows its placeholder text because nobody has filled it in. */
export function isPlaceholder(field: Element): boolean {
  return switchOf(childOf(field, 'sdtPr'), 'showingPlcHdr') === true
}

/** The style of a paragraph. */
export function styleOf(properties: Element | undefined): string | undefined {
  return propertyOf(properties, 'pStyle')
}

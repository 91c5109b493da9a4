import type { Element } from 'domhandler'
import { childOf, childrenOf, propertyOf, switchOf } from './xml.ts'

/** A field: what Word computes, and what it showed when the document was saved. */
interface DocxField {
  code: string
  isCode: boolean
  words: string
  readonly form: Element | undefined
}

/** Fields that show nothing. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|BOOKMARK|HYPERLINK|TOC)\b/
/** Fields that show something else each time the document is opened. */
const CHANGING = /^\s*(?:DATE|TIME)\b/

/** What a field leaves when it ends. */
interface EndOfField {
  /** What it shows and does not hold: the chosen entry of a list, the box that is ticked or not. */
  readonly shown: string | null
  /** What it would compute, and nobody has. */
  readonly lost: string | null
  /** What it showed when the document was saved, and shows otherwise today. */
  readonly changing: string | null
}

/** Follows the fields of a text, which may be nested, and go on over paragraphs. */
export class DocxFields {
  readonly #open: DocxField[] = []

  /** Whether words that stand here are shown: those of a code are not. */
  get isShown(): boolean {
    return this.#open.every(({ isCode }) => !isCode)
  }

  begin(form: Element | undefined): void {
    this.#open.push({ code: '', isCode: true, words: '', form })
  }

  code(words: string): void {
    const field = this.#open.at(-1)
    if (field) field.code += words
  }

  separate(): void {
    const field = this.#open.at(-1)
    if (field) field.isCode = false
  }

  words(words: string): void {
    for (const field of this.#open) field.words += words
  }

  end(): EndOfField {
    const field = this.#open.pop()
    if (!field) return { shown: null, lost: null, changing: null }
    const { code, words, form, isCode } = field
    const shown = words.trim() === '' && form ? shownBy(form) : null
    return {
      shown,
      lost: shown === null && isCode && code.trim() !== '' && !SILENT.test(code) ? code.trim() : null,
      changing: CHANGING.test(code) && words.trim() !== '' ? words : null,
    }
  }
}

/** The entry that is chosen in a list, or whether a box is ticked, in a form of older versions. */
function shownBy(form: Element): string | null {
  const list = childOf(form, 'ddList')
  if (list) {
    const entries = childrenOf(list).filter(({ name }) => name === 'listEntry')
    return (
      entries[Number(propertyOf(list, 'result') ?? propertyOf(list, 'default') ?? 0)]?.attribs.val ?? null
    )
  }
  const box = childOf(form, 'checkBox')
  if (!box) return propertyOf(childOf(form, 'textInput'), 'default') ?? null
  return (switchOf(box, 'checked') ?? switchOf(box, 'default')) ? '☒' : '☐'
}

import type { Element } from 'domhandler'
import { childOf, childrenOf, propertyOf, switchOf } from './xml.ts'

/** A field: what Word computes, and the result when the document was saved. */
interface DocxField {
  code: string
  isCode: boolean
  words: string
  readonly form: Element | undefined
}

/** Fields without a visible result. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|BOOKMARK|HYPERLINK|TOC)\b/
/** Fields whose result changes each time the document is opened. */
const CHANGING = /^\s*(?:DATE|TIME)\b/

/** What remains of a field when it ends. */
interface EndOfField {
  /** A result that the field displays but does not contain: the selected entry of a list, the state of a checkbox. */
  readonly shown: string | null
  /** A result that has never been computed. */
  readonly lost: string | null
  /** A result that was shown when the document was saved and would differ today. */
  readonly changing: string | null
}

/** Tracks the fields of a text, which may be nested and may span paragraphs. */
export class DocxFields {
  readonly #open: DocxField[] = []

  /** Whether text at this point is shown: the instruction of a field is not. */
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

/** The selected entry of a list, or the state of a checkbox, in a form of an older version. */
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

import type { Element } from 'domhandler'
import type { LeftOut } from '../left-out.ts'
import type { Numbering } from './numbering.ts'
import type { DocxParts } from './parts.ts'
import type { Styles } from './styles.ts'
import { childrenOf } from './xml.ts'

/** State kept while the text of a DOCX is read. */
export interface Docx {
  readonly parts: DocxParts
  readonly styles: Styles
  readonly numbering: Numbering
  readonly leftOut: LeftOut
  readonly notes: Notes
  /** Results of fields that change each time the document is opened. */
  readonly changing: string[]
}

/** The footnotes and endnotes that a text refers to, in order. */
export class Notes {
  /** Each by its kind and id. */
  readonly #numbers = new Map<string, number>()

  /** The number of a note. */
  refer(kind: string, id: string): number {
    const name = `${kind} ${id}`
    const number = this.#numbers.get(name) ?? this.#numbers.size + 1
    this.#numbers.set(name, number)
    return number
  }

  /** The notes with their numbers, including those that other notes refer to. */
  [Symbol.iterator](): MapIterator<[name: string, number: number]> {
    return this.#numbers.entries()
  }
}

/** Elements that contain text, or lead to it. */
const WITH_WORDS = new Set(['t', 'textpath', 'relIds', 'chart', 'oMath'])

/** Of alternatives given for programs of different ages, the first that has text. */
export function firstWithWords(alternatives: Element): Element | undefined {
  const ways = childrenOf(alternatives)
  return ways.find(holdsWords) ?? ways[0]
}

function holdsWords(element: Element): boolean {
  return WITH_WORDS.has(element.name) || childrenOf(element).some(holdsWords)
}

import type { Element } from 'domhandler'
import { findAll } from '../html/tree.ts'
import type { LeftOut } from '../left-out.ts'
import type { Numbering } from './numbering.ts'
import type { Parts } from './parts.ts'
import type { Styles } from './styles.ts'
import { childrenOf } from './xml.ts'

/** What is known of a DOCX while its text is read. */
export interface Docx {
  readonly parts: Parts
  readonly styles: Styles
  readonly numbering: Numbering
  readonly leftOut: LeftOut
  /** The footnotes and endnotes that the text refers to, in order. */
  readonly notes: { readonly kind: string; readonly id: string }[]
  /** What fields showed that show something else each time the document is opened. */
  readonly changing: string[]
}

/** What holds words, or leads to some. */
const WITH_WORDS = new Set(['t', 'textpath', 'relIds', 'chart', 'oMath'])

/** Of what is given in several ways for programs of different ages, the first that has words. */
export function chosenOf(alternatives: Element): Element | undefined {
  const ways = childrenOf(alternatives)
  return ways.find((way) => findAll(way, ({ name }) => WITH_WORDS.has(name)).length > 0) ?? ways[0]
}

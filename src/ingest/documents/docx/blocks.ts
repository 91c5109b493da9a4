import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { append, LabelledItem, makeElement, makeText } from '../html/build.ts'

/** A line without an end of a sentence, as names, roles and places are. */
const SHORT_LINE = 60

interface OpenList {
  readonly level: number
  readonly list: Element
}

/** Puts paragraphs together to lists, and to blocks of short lines. */
export class Blocks {
  readonly nodes: Element[] = []
  readonly #lists: OpenList[] = []
  /** The last paragraph, while short lines follow each other. */
  #short: Element | null = null

  /**
   * Adds a paragraph. Short ones that follow each other are lines of one: in a word processor the lines of a signature are
   * paragraphs, and an empty one sets the next block apart.
   */
  paragraph(nodes: readonly ChildNode[]): void {
    this.#lists.length = 0
    const isShort = isShortLine(nodes)
    if (isShort && this.#short) {
      append(this.#short, [makeElement('br'), ...nodes])
      return
    }
    const paragraph = makeElement('p', nodes)
    this.nodes.push(paragraph)
    this.#short = isShort ? paragraph : null
  }

  /** Adds a heading, or anything else that stands by itself. */
  block(element: Element): void {
    this.#lists.length = 0
    this.#short = null
    this.nodes.push(element)
  }

  /** Adds an item of a list, within the last one that stands less deep. */
  item(label: string, level: number, nodes: readonly ChildNode[]): void {
    this.#short = null
    const kind = label === '-' ? 'ul' : 'ol'
    while ((this.#lists.at(-1)?.level ?? -1) > level) this.#lists.pop()
    const same = this.#lists.at(-1)
    if (same?.level === level && same.list.name !== kind) this.#lists.pop()
    if (this.#lists.at(-1)?.level !== level) this.#open(level, kind)
    const list = this.#lists.at(-1)?.list
    if (list) append(list, [new LabelledItem(label, nodes)])
  }

  #open(level: number, kind: string): void {
    const list = makeElement(kind)
    const within = this.#lists.at(-1)?.list.children.at(-1)
    if (within && isTag(within)) append(within, [list])
    else this.nodes.push(list)
    this.#lists.push({ level, list })
  }
}

/** Whether nodes hold anything that is seen. */
export function hasWords(nodes: readonly ChildNode[]): boolean {
  return wordsIn(nodes).trim() !== ''
}

function isShortLine(nodes: readonly ChildNode[]): boolean {
  const words = wordsIn(nodes).trim()
  return words !== '' && words.length <= SHORT_LINE && !/[.:;!?]$/.test(words)
}

function wordsIn(nodes: readonly ChildNode[]): string {
  return nodes.map((node) => (isText(node) ? node.data : isTag(node) ? wordsIn(node.children) : '')).join('')
}

/** Nodes with what Word writes before them. */
export function withLabel(label: string | null, nodes: readonly ChildNode[]): readonly ChildNode[] {
  return label === null ? nodes : [makeText(`${label} `), ...nodes]
}

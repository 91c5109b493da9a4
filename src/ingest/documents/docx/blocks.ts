import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { append, LabelledItem, makeElement, makeText } from '../html/build.ts'

/** A line that does not end a sentence, such as a name, a role or a place. */
const SHORT_LINE = 60

interface OpenList {
  readonly level: number
  readonly list: Element
}

/** Collects paragraphs into lists and into blocks of short lines. */
export class Blocks {
  readonly nodes: Element[] = []
  readonly #lists: OpenList[] = []
  /** The last paragraph, as long as short lines follow each other. */
  #short: Element | null = null

  /**
   * Adds a paragraph. Consecutive short paragraphs become lines of one block: in a word processor each line of a
   * signature is a paragraph, and an empty paragraph separates the next block.
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

  /** Adds a heading, or anything else that is a block of its own. */
  block(element: Element): void {
    this.#lists.length = 0
    this.#short = null
    this.nodes.push(element)
  }

  /** Adds a list item, nested in the last item of a lower level. */
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

/** Whether nodes contain anything visible. */
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

/** Nodes preceded by what Word writes before them. */
export function withLabel(label: string | null, nodes: readonly ChildNode[]): readonly ChildNode[] {
  return label === null ? nodes : [makeText(`${label} `), ...nodes]
}

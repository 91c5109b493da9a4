import type { Line } from './lines.ts'
import type { TableItem } from './tables.ts'

/** Determines the level of an item, and where a new list begins. */
export class Nesting {
  #levels: { readonly indent: number; readonly isNumbered: boolean }[] = []
  #list = -1
  #isOpen = false
  #hasPromises = false

  place({ indent, marker }: Line): { depth: number; list: number } {
    if (!this.#isOpen) {
      this.#list++
      this.#isOpen = true
      this.#levels = []
    }
    const isNumbered = marker?.kind === 'number'
    while (this.#top && indent < this.#top.indent) this.#levels.pop()
    // Signs below a number are its parts, if they are not indented as well.
    const above = this.#levels.at(-2)
    if (isNumbered && above?.isNumbered && above.indent === indent && !this.#top?.isNumbered)
      this.#levels.pop()
    const isPart = this.#top?.indent === indent && this.#top.isNumbered && !isNumbered
    if (!this.#top || indent > this.#top.indent || isPart) this.#levels.push({ indent, isNumbered })
    return { depth: this.#levels.length - 1, list: this.#list }
  }

  /** Begins the list of a table's rows. */
  beginTable(): void {
    this.#list++
    this.#isOpen = false
    this.#hasPromises = false
  }

  placeCell(column: TableItem['column']): { depth: number; list: number } {
    this.#hasPromises ||= column === 'promise'
    return { depth: column === 'activity' && this.#hasPromises ? 1 : 0, list: this.#list }
  }

  get #top() {
    return this.#levels.at(-1)
  }

  end(): void {
    this.#isOpen = false
  }
}

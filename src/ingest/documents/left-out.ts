import type { SourceIssue } from './source-text.ts'
import { beginning } from './words.ts'

/** How many parts of one kind are reported one by one. */
export const NAMED_MAX = 20

/** Reports what is left out of a text: each part by its kind and its first words. */
export class LeftOut {
  readonly #named = new Map<string, { readonly words: string[]; more: number }>()
  readonly #marks: string[] = []

  /** Reports a part, unless it has no words. */
  add(kind: string, words: string): void {
    if (words.trim() === '') return
    const known = this.#named.get(kind) ?? { words: [], more: 0 }
    this.#named.set(kind, known)
    if (known.words.length < NAMED_MAX) known.words.push(beginning(words))
    else known.more++
  }

  /** Reports a footnote mark. */
  addMark(mark: string): void {
    if (this.#marks.length < NAMED_MAX) this.#marks.push(mark)
  }

  issues(): SourceIssue[] {
    const named = [...this.#named].flatMap(([kind, { words, more }]) => [
      ...words.map((each) => `${kind}: ${each}`),
      ...(more > 0 ? [`${kind}: ${more} more`] : []),
    ])
    if (this.#marks.length > 0) named.push(`footnote marks: ${this.#marks.join(', ')}`)
    return named.map((text) => ({ kind: 'left_out', text, page: null }))
  }
}

import { firstAtLeast } from '../../ingest/text/first-at-least.ts'
import { Source } from '../../ingest/text/source.ts'
import type { Quote } from '../../records/field.ts'
import { placeFinder } from './anchors.ts'

/** A part of an item, and the words of the whole item before and now: the part is searched for within them. */
interface Within {
  readonly before: Quote
  readonly now: Quote
}

/** Finds the words of quotes from one text in another. */
export class WordFinder {
  readonly #before: string
  readonly #after: Source
  readonly #placeOf: (offset: number) => number
  readonly #unitsBefore: (points: number) => number
  readonly #unitsAfter: (points: number) => number
  /** The new text with one space for any white space, and the offset in the original text for each of its letters. */
  readonly #plain: string
  readonly #offsets: readonly number[]

  constructor(before: string, after: string) {
    this.#before = before
    this.#after = new Source(after)
    this.#placeOf = placeFinder(before, after)
    this.#unitsBefore = unitFinder(before)
    this.#unitsAfter = unitFinder(after)
    const { plain, offsets } = withPlainBlanks(after)
    this.#plain = plain
    this.#offsets = offsets
  }

  /**
   * The same words in the new text, at the nearest place that `isFree` allows; null if they do not occur. White space
   * may differ; a part of a word is found only if it was part of a word before.
   */
  find(quote: Quote, within: Within | null = null, isFree = (_: Quote) => true): Quote | null {
    const words = quote.words.normalize('NFC').replace(/\s+/g, ' ').trim()
    if (words === '') return null
    const from = firstAtLeast(this.#offsets, this.#expected(quote, within))
    const [cutsStart, cutsEnd] = this.#cuts(quote)
    const at = (index: number): Quote | null => {
      const end = index + words.length
      if (!cutsStart && isWithinWord(this.#plain, index)) return null
      if (!cutsEnd && isWithinWord(this.#plain, end)) return null
      const span = { start: this.#offsets[index] ?? 0, end: (this.#offsets[end - 1] ?? 0) + 1 }
      const found = this.#after.quote(span)
      return isFree(found) ? found : null
    }
    let next = this.#plain.indexOf(words, from)
    let last = from === 0 ? -1 : this.#plain.lastIndexOf(words, from - 1)
    while (next >= 0 || last >= 0) {
      const takesNext = next >= 0 && (last < 0 || next - from <= from - last)
      const found = at(takesNext ? next : last)
      if (found) return found
      if (takesNext) next = this.#plain.indexOf(words, next + 1)
      else last = last === 0 ? -1 : this.#plain.lastIndexOf(words, last - 1)
    }
    return null
  }

  /** Where the words should be in the new text, in units. */
  #expected({ at: [start, end] }: Quote, within: Within | null): number {
    if (within && within.before.at[0] <= start && end <= within.before.at[1])
      return this.#unitsAfter(within.now.at[0] + start - within.before.at[0])
    return this.#placeOf(this.#unitsBefore(start))
  }

  /** Whether the quote began and ended inside a word. */
  #cuts({ words, at }: Quote): [boolean, boolean] {
    const [start, end] = at.map(this.#unitsBefore) as [number, number]
    // Words that were gone before have offsets in a text that no longer exists.
    if (this.#before.slice(start, end) !== words) return [false, false]
    return [isWithinWord(this.#before, start), isWithinWord(this.#before, end)]
  }
}

function withPlainBlanks(text: string): { plain: string; offsets: number[] } {
  const offsets: number[] = []
  const parts: string[] = []
  for (const { 0: part, index } of text.matchAll(/\s+|\S+/g)) {
    if (part.trim() === '') {
      parts.push(' ')
      offsets.push(index)
    } else {
      parts.push(part)
      for (let at = 0; at < part.length; at++) offsets.push(index + at)
    }
  }
  return { plain: parts.join(''), offsets }
}

/** Counts the units of the first code points of a text. */
function unitFinder(text: string): (points: number) => number {
  const pairs = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }, at) => index - at)
  return (points) => Math.min(points + firstAtLeast(pairs, points), text.length)
}

function isWithinWord(text: string, index: number): boolean {
  return isWordLetter(text[index - 1]) && isWordLetter(text[index])
}

function isWordLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter)
}

import type { Quote } from '../../records/field.ts'
import { firstAtLeast } from './first-at-least.ts'

/** A part of a text, as offsets in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A document's text, with the indexes that the rules need. */
export class Source {
  readonly text: string
  /** The text in lower case with plain spaces for all white space, with the same length in units as `text`. */
  readonly folded: string
  /** Offsets after each character of two units, in order. */
  readonly #pairEnds: readonly number[]

  /** The offsets at which words begin, in order: computed once, as every lookup uses them. */
  readonly #wordStarts: readonly number[]

  constructor(text: string) {
    this.text = text
    this.folded = foldUnits(text)
    const pairEnds: number[] = []
    for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairEnds.push(index + 2)
    this.#pairEnds = pairEnds
    const wordStarts: number[] = []
    for (const { index } of this.folded.matchAll(/[\p{L}\p{N}]+/gu)) wordStarts.push(index)
    this.#wordStarts = wordStarts
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end)
  }

  foldedSlice({ start, end }: Span): string {
    return this.folded.slice(start, end)
  }

  /** Where the words of a part begin. A word that begins before the part counts from its start. */
  wordStartsIn({ start, end }: Span): number[] {
    const from = firstAtLeast(this.#wordStarts, start)
    const to = firstAtLeast(this.#wordStarts, end)
    const starts = this.#wordStarts.slice(from, to)
    const isWithinWord = starts[0] !== start && from > 0 && /[\p{L}\p{N}]/u.test(this.folded[start] ?? '')
    return isWithinWord ? [start, ...starts] : starts
  }

  quote(span: Span): Quote {
    return { words: this.slice(span), at: [this.#points(span.start), this.#points(span.end)] }
  }

  /** The number of code points before an offset in units. */
  #points(offset: number): number {
    return offset - firstAtLeast(this.#pairEnds, offset + 1)
  }
}

function foldUnits(text: string): string {
  const lower = text.toLowerCase()
  // A few letters, such as İ, become longer in lower case, which would shift offsets.
  const folded =
    lower.length === text.length
      ? lower
      : Array.from(text, (letter) =>
          letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
        ).join('')
  // Between two years, a minus sign is used like a dash.
  return folded.replace(/\s/g, ' ').replaceAll('−', '–')
}

/** The part of a span without white space around it. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && isSpace(text[from])) from++
  while (to > from && isSpace(text[to - 1])) to--
  return { start: from, end: to }
}

export function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && letter.trim() === ''
}

/** Whether two spans share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Whether the first span contains the whole second one. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

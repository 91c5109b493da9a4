import type { Source, Span } from './source.ts'

/** A wording of a lookup, found in a text. */
export interface FoundTerm<T> extends Span {
  readonly value: T
}

/** Finds the wordings of a lookup in a text, the longest at each place. */
export type FindTerms<T> = (source: Source, span: Span) => FoundTerm<T>[]

/**
 * Creates a finder of wordings. A wording stands for whole words; `*` at its beginning or end says that the
 * word may continue there: `*kontroll*` is found in `trafikkontroller`.
 */
export function termFinder<T>(terms: Iterable<readonly [wording: string, value: T]>): FindTerms<T> {
  const byKey = new Map<string, Term<T>[]>()
  const inside: Term<T>[] = []
  for (const [wording, value] of terms) {
    const words = wording.toLowerCase().replaceAll('*', '')
    const term = { words, value, isOpenBefore: wording.startsWith('*'), isOpenAfter: wording.endsWith('*') }
    if (term.isOpenBefore) inside.push(term)
    else pushTo(byKey, termKey(words), term)
  }
  const keyLengths = new Set([...byKey.keys()].map(({ length }) => length))
  return (source, span) => {
    const part = source.foldedSlice(span)
    const found: (FoundTerm<T> & { readonly letters: number })[] = []
    const keep = (start: number, term: Term<T>) => {
      const end = endOfMatch(part, start, term)
      if (end < 0) return
      const { value, words } = term
      const [from, to] = [wordStart(part, start), wordEnd(part, end)]
      found.push({ start: span.start + from, end: span.start + to, value, letters: words.length })
    }
    for (const start of source.wordStartsIn(span)) {
      const index = start - span.start
      for (const length of keyLengths) {
        for (const term of byKey.get(part.slice(index, index + length)) ?? []) keep(index, term)
      }
    }
    for (const term of inside) {
      for (let at = part.indexOf(term.words); at >= 0; at = part.indexOf(term.words, at + 1)) keep(at, term)
    }
    return withoutParts(found)
  }
}

interface Term<T> {
  readonly words: string
  readonly value: T
  readonly isOpenBefore: boolean
  readonly isOpenAfter: boolean
}

const WORD_GOES_ON = /^[\p{L}\p{N}]/u

/** Wordings are indexed by their first letters, so that a text is scanned once for all of them. */
const KEY = 3

function termKey(words: string): string {
  return words.slice(0, KEY)
}

function pushTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** The end of a wording that begins at an offset, or -1. A space in it matches any number of spaces. */
function endOfMatch<T>(part: string, start: number, { words, isOpenAfter }: Term<T>): number {
  let at = start
  for (const letter of words) {
    if (part[at] !== letter) return -1
    at++
    if (letter === ' ') while (part[at] === ' ') at++
  }
  return !isOpenAfter && WORD_GOES_ON.test(part.slice(at, at + 1)) ? -1 : at
}

// For a wording inside a longer word, the whole word is the match.

function wordStart(part: string, at: number): number {
  let start = at
  while (start > 0 && WORD_GOES_ON.test(part[start - 1] ?? '')) start--
  return start
}

function wordEnd(part: string, at: number): number {
  let end = at
  while (end < part.length && WORD_GOES_ON.test(part[end] ?? '')) end++
  return end
}

/** All matches, in order, without those inside a longer match. For one word, the longest wording counts. */
function withoutParts<T>(found: (FoundTerm<T> & { readonly letters: number })[]): FoundTerm<T>[] {
  let end = -1
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end || b.letters - a.letters)
    .filter((each) => {
      if (each.end <= end) return false
      end = each.end
      return true
    })
}

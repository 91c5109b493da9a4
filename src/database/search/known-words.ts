import { LIKENESS_SHARES, type Likeness } from './likeness.ts'
import { slipsBetween } from './misspelt.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { fold } from './words.ts'

/** A word of the searchable records. */
interface KnownWord {
  readonly word: string
  /** Whether it is in the name of a place or a person. */
  readonly isName: boolean
}

/** A word that matches a typed one. */
export interface Answer extends KnownWord {
  readonly likeness: Likeness
}

/**
 * The maximum number of words that match one typed word, the best first, then the shortest: a beginning as short
 * as "st" has thousands.
 */
export const MOST_ANSWERS = 200

/** The memory limit of the known words, which is many times what our texts need. */
const MAX_BYTES = 32 * 2 ** 20
/** The approximate memory of a word besides its letters: strings, and entries in lists and maps. */
const BYTES_PER_WORD = 300
const BYTES_PER_LETTER = 6

/** The minimum length for matching the beginning of a word. */
const LEAST_BEGINNING = 2
/** The minimum length for matching its end (hunden: narkotikahunden), and for matching anywhere in it. */
const LEAST_END = 4
const LEAST_WITHIN = 5

/** A word without diacritics, and its stem. */
interface WordForms {
  readonly word: string
  readonly folded: string
  readonly stem: string
}

interface KeptWord extends KnownWord, WordForms {}

/** All words of the searchable records, in memory, to be compared with typed words. */
export class KnownWords {
  /** Sorted by their folded forms. */
  readonly #kept: readonly KeptWord[]
  /** All folded forms, one per line, and where each begins: for finding parts. */
  readonly #lines: string
  readonly #starts: Uint32Array
  readonly #byStem: ReadonlyMap<string, readonly KeptWord[]>
  readonly #byInitial: ReadonlyMap<string | undefined, readonly KeptWord[]>

  /** Adds words while there is room. */
  constructor(words: Iterable<KnownWord>, maxBytes = MAX_BYTES) {
    const kept: KeptWord[] = []
    let bytes = 0
    for (const { word, isName } of words) {
      bytes += BYTES_PER_WORD + BYTES_PER_LETTER * word.length
      if (bytes > maxBytes) break
      kept.push({ isName, ...wordForms(word) })
    }
    this.#kept = kept.sort((one, other) => byUnits(one.folded, other.folded) || byUnits(one.word, other.word))
    this.#lines = kept.map(({ folded }) => `${folded}\n`).join('')
    let next = 0
    this.#starts = Uint32Array.from(kept, ({ folded }) => {
      const start = next
      next += folded.length + 1
      return start
    })
    this.#byStem = Map.groupBy(kept, ({ stem }) => stem)
    this.#byInitial = Map.groupBy(kept, ({ folded }) => folded[0])
  }

  /** The words that match a typed word, the best first: itself or words that contain it, else those that it misspells. */
  answersTo(typed: string, { fuzzy }: { readonly fuzzy: boolean }): Answer[] {
    const asked = wordForms(typed)
    const isStop = isStopWord(typed)
    const candidates = isStop ? this.#beginning(asked.folded) : this.#near(asked)
    const known = candidates.flatMap((each): Answer[] => {
      const likeness = likenessOf(asked, each, isStop)
      return likeness === null ? [] : [{ word: each.word, isName: each.isName, likeness }]
    })
    // A typed word that exists, or is part of one, is not a misspelling.
    if (known.length > 0) return likest(known)
    if (!fuzzy || isStop || /\p{N}/u.test(typed) || this.#isCompound(asked.folded)) return []
    return likest(
      this.#nearest(asked.folded).map(({ word, isName }) => ({ word, isName, likeness: 'misspelt' })),
    )
  }

  /** All words that may match a typed one. */
  #near({ folded, stem }: WordForms): KeptWord[] {
    // A word that contains the typed one also contains its stem.
    const holding = stem.length >= LEAST_END ? this.#holding(stem) : this.#beginning(folded)
    return [...new Set([...(this.#byStem.get(stem) ?? []), ...holding])]
  }

  /** The words with a beginning. */
  #beginning(folded: string): KeptWord[] {
    let [from, to] = [0, this.#kept.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.#kept[middle]?.folded ?? '') < folded) from = middle + 1
      else to = middle
    }
    let end = from
    while (this.#kept[end]?.folded.startsWith(folded)) end++
    return this.#kept.slice(from, end)
  }

  /** The words that contain a part. */
  #holding(part: string): KeptWord[] {
    const found: KeptWord[] = []
    for (let at = this.#lines.indexOf(part); at >= 0; ) {
      const line = this.#lineAt(at)
      const kept = this.#kept[line]
      if (kept) found.push(kept)
      at = this.#lines.indexOf(part, this.#starts[line + 1] ?? this.#lines.length)
    }
    return found
  }

  /** The number of the line at an offset. */
  #lineAt(place: number): number {
    let [from, to] = [0, this.#starts.length]
    while (to - from > 1) {
      const middle = (from + to) >>> 1
      if ((this.#starts[middle] ?? 0) <= place) from = middle
      else to = middle
    }
    return from
  }

  /** Whether a word is a compound of two known ones, such as "folkskola": then it is not a misspelling. */
  #isCompound(folded: string): boolean {
    for (let at = LEAST_IN_COMPOUND; at <= folded.length - LEAST_IN_COMPOUND; at++) {
      const [first, rest] = [folded.slice(0, at), folded.slice(at)]
      if (
        this.#isKnown(rest) &&
        (this.#isKnown(first) || (/.s$/.test(first) && this.#isKnown(first.slice(0, -1))))
      )
        return true
    }
    return false
  }

  #isKnown(folded: string): boolean {
    return this.#byStem.has(stemOf(folded))
  }

  /** Of the words that a typed one may misspell, those with the fewest differences. */
  #nearest(folded: string): KeptWord[] {
    let fewest = Infinity
    let found: KeptWord[] = []
    for (const each of this.#byInitial.get(folded[0]) ?? []) {
      const slips = slipsBetween(folded, each.folded, each.isName)
      if (slips > fewest || slips === Infinity) continue
      if (slips < fewest) found = []
      fewest = slips
      found.push(each)
    }
    return found
  }
}

const LEAST_IN_COMPOUND = 3

function wordForms(word: string): WordForms {
  const folded = fold(word)
  return { word, folded, stem: stemOf(folded) }
}

/** How a word matches a typed one, if it does. If the typed word has diacritics, other diacritics do not match. */
function likenessOf(typed: WordForms, other: WordForms, isStop: boolean): Likeness | null {
  if (other.word === typed.word) return 'same'
  const isMarked = typed.word !== typed.folded
  if (other.folded === typed.folded) return isMarked ? 'marked' : 'unmarked'
  if (isStop) return null
  const stem = isMarked ? typed.word.slice(0, typed.stem.length) : typed.stem
  const [word, own] = isMarked ? [other.word, typed.word] : [other.folded, typed.folded]
  if (other.stem === typed.stem) return word.startsWith(stem) ? 'stem' : 'marked'
  if (own.length >= LEAST_BEGINNING && word.startsWith(own)) return 'beginning'
  if (stem.length < LEAST_END || !word.includes(stem)) return null
  return stem.length >= LEAST_WITHIN || other.stem.endsWith(typed.stem) ? 'part' : null
}

function likest(answers: Answer[]): Answer[] {
  return answers
    .toSorted(
      (one, other) =>
        LIKENESS_SHARES[other.likeness] - LIKENESS_SHARES[one.likeness] ||
        one.word.length - other.word.length ||
        byUnits(one.word, other.word),
    )
    .slice(0, MOST_ANSWERS)
}

function byUnits(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

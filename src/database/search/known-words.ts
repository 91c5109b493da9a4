import { LIKENESS_SHARES, type Likeness } from './likeness.ts'
import { slipsBetween } from './misspelt.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { fold } from './words.ts'

/** A word that stands in a record that can be found. */
export interface KnownWord {
  readonly word: string
  /** Whether it stands in the name of a place or a person. */
  readonly isName: boolean
}

/** A word that answers to a typed one. */
export interface Answer extends KnownWord {
  readonly likeness: Likeness
}

/**
 * The most words that answer to one typed word, the shortest of the likest first: the beginning of a word as short
 * as "st" has thousands.
 */
export const MOST_ANSWERS = 200

/** The memory that the known words may take: many more than our texts have find room. */
const MAX_BYTES = 32 * 2 ** 20
/** About what a word takes, besides its letters: strings, places in lists and maps. */
const BYTES_PER_WORD = 300
const BYTES_PER_LETTER = 6

/** From so many letters on, what begins with a word is asked for too. */
const LEAST_BEGINNING = 2
/** From so many on, what ends with it, as narkotikahund by hunden; from so many on, what has it anywhere. */
const LEAST_END = 4
const LEAST_WITHIN = 5

/** A word without the marks on its letters, and the stem of that. */
interface WordForms {
  readonly word: string
  readonly folded: string
  readonly stem: string
}

interface KeptWord extends KnownWord, WordForms {}

/** All words that stand in records that can be found, in memory: what a typed word is compared with. */
export class KnownWords {
  /** In the order of their folded forms. */
  readonly #kept: readonly KeptWord[]
  /** All folded forms, a line each, and where in it each begins: to look for parts. */
  readonly #lines: string
  readonly #starts: Uint32Array
  readonly #byStem: ReadonlyMap<string, readonly KeptWord[]>
  readonly #byInitial: ReadonlyMap<string | undefined, readonly KeptWord[]>

  /** Takes words as far as there is room. */
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

  /** The words that a typed word stands for, the likest first: itself or what it is part of, else what it misspells. */
  answersTo(typed: string, { fuzzy }: { readonly fuzzy: boolean }): Answer[] {
    const asked = wordForms(typed)
    const isStop = isStopWord(typed)
    const candidates = isStop ? this.#beginning(asked.folded) : this.#near(asked)
    const known = candidates.flatMap((each): Answer[] => {
      const likeness = likenessOf(asked, each, isStop)
      return likeness === null ? [] : [{ word: each.word, isName: each.isName, likeness }]
    })
    // Who types a word that there is, or a part of one, has not misspelt another.
    if (known.length > 0) return likest(known)
    if (!fuzzy || isStop || /\p{N}/u.test(typed) || this.#isCompound(asked.folded)) return []
    return likest(
      this.#nearest(asked.folded).map(({ word, isName }) => ({ word, isName, likeness: 'misspelt' })),
    )
  }

  /** All words that may be like a typed one. */
  #near({ folded, stem }: WordForms): KeptWord[] {
    // Whatever holds the word holds its stem.
    const holding = stem.length >= LEAST_END ? this.#holding(stem) : this.#beginning(folded)
    return [...new Set([...(this.#byStem.get(stem) ?? []), ...holding])]
  }

  /** The words that begin so. */
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

  /** The words that hold a part. */
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

  /** The number of the line that a place is in. */
  #lineAt(place: number): number {
    let [from, to] = [0, this.#starts.length]
    while (to - from > 1) {
      const middle = (from + to) >>> 1
      if ((this.#starts[middle] ?? 0) <= place) from = middle
      else to = middle
    }
    return from
  }

  /** Whether a word is made of two that there are, such as "folkskola": then it is one of the language. */
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

  /** Of the words that a typed one may be a misspelling of, those that are the fewest slips away. */
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

/** How a word is like a typed one, if it is. Who types marks on letters does not mean words with others. */
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

import type { Answer, KnownWords } from './known-words.ts'
import { isStopWord } from './stop-words.ts'
import { wordsOf } from './words.ts'

/** The most words that a search may have, and the most characters. */
export const MAX_WORDS = 12
export const MAX_CHARACTERS = 200

/** One word that was typed, and the words in the data that answer to it. */
export interface SearchTerm {
  /** Its place among the words that were typed. */
  readonly position: number
  /** A word such as "och", which says nothing: it need not be found. */
  readonly isStop: boolean
  /** Whether nothing answers to it but what it may be a misspelling of. */
  readonly isFuzzy: boolean
  readonly answers: readonly Answer[]
}

/** The words of a query, each once, in lower case. */
export function queryWords(query: string): string[] {
  return [...new Set(wordsOf(query).map(({ word }) => word))]
}

/** The words that a record should have: what says nothing is left out, unless a name is made of it. */
export function searchTerms(
  words: readonly string[],
  known: KnownWords,
  taken: { readonly fuzzy: boolean },
): SearchTerm[] {
  return words.flatMap((word, position) => {
    const answers = known.answersTo(word, taken)
    const isStop = isStopWord(word)
    if (isStop && answers.length === 0) return []
    return [{ position, isStop, isFuzzy: answers[0]?.likeness === 'misspelt', answers }]
  })
}

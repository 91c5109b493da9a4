import type { Answer, KnownWords } from './known-words.ts'
import { isStopWord } from './stop-words.ts'
import { wordsOf } from './words.ts'

/** The maximum number of words and of characters in a search. */
export const MAX_WORDS = 12
export const MAX_CHARACTERS = 200

/** One typed word, and the words in the data that match it. */
export interface SearchTerm {
  /** Its index among the typed words. */
  readonly position: number
  /** Whether it is a stop word such as "och", which need not match. */
  readonly isStop: boolean
  /** Whether it only matches as a misspelling. */
  readonly isFuzzy: boolean
  readonly answers: readonly Answer[]
}

/** The words of a query, each once, in lower case. */
export function queryWords(query: string): string[] {
  return [...new Set(wordsOf(query).map(({ word }) => word))]
}

/** The words that a record should contain: without stop words, unless a name consists of them. */
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

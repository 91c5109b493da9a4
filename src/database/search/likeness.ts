/** How a word can match a typed one, the best first, with the weight of each. */
export const LIKENESS_SHARES = {
  same: 1,
  /** Typed without its diacritics. */
  unmarked: 0.95,
  stem: 0.85,
  /** Typed with other diacritics: "håbo" and "Habo". */
  marked: 0.75,
  beginning: 0.7,
  part: 0.6,
  misspelt: 0.5,
} as const

export type Likeness = keyof typeof LIKENESS_SHARES

/** Whether it is the typed word in any spelling or inflection, and not a longer or another word. */
export function isOfWord(likeness: Likeness): boolean {
  return OF_WORD.includes(likeness)
}

const OF_WORD: readonly Likeness[] = ['same', 'unmarked', 'stem', 'marked']

/** How a word that stands somewhere answers to a word that was typed, the best first, and what it counts for. */
export const LIKENESS_SHARES = {
  same: 1,
  /** Typed without the marks on its letters. */
  unmarked: 0.95,
  stem: 0.85,
  /** Typed with other marks than it has: "håbo" and "Habo". */
  marked: 0.75,
  beginning: 0.7,
  part: 0.6,
  misspelt: 0.5,
} as const

export type Likeness = keyof typeof LIKENESS_SHARES

/** Whether it is the typed word itself, in whatever spelling or form, and not a longer word or another. */
export function isOfWord(likeness: Likeness): boolean {
  return OF_WORD.includes(likeness)
}

const OF_WORD: readonly Likeness[] = ['same', 'unmarked', 'stem', 'marked']

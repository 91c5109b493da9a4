/** A part of a text, and whether its words also occur in the other text. */
export interface Stretch {
  readonly text: string
  readonly isShared: boolean
}

/** How many words of a text are compared: the time grows with their square. */
export const MOST_COMPARED = 500

/**
 * Two texts in which the words of their longest common subsequence are marked. Capitals and punctuation are
 * ignored.
 */
export function sharedWords(one: string, other: string): readonly [readonly Stretch[], readonly Stretch[]] {
  const [a, b] = [comparedWords(one), comparedWords(other)]
  const longest = longestShared(a.slice(0, MOST_COMPARED), b.slice(0, MOST_COMPARED))
  const [inA, inB] = [new Set<number>(), new Set<number>()]
  const length = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.key === b[j]?.key && length(i, j) > 0) {
      inA.add(i++)
      inB.add(j++)
    } else if (length(i + 1, j) >= length(i, j + 1)) i++
    else j++
  }
  return [stretches(a, inA), stretches(b, inB)]
}

interface ComparedWord {
  /** Including what follows it. */
  readonly text: string
  readonly key: string
}

function comparedWords(text: string): ComparedWord[] {
  return (text.match(/\S+\s*/g) ?? []).map((each) => ({
    text: each,
    key: each.toLocaleLowerCase('sv').replace(/[^\p{L}\p{N}]/gu, ''),
  }))
}

/** The largest number of words that the texts share from each word of the one and each of the other on. */
function longestShared(a: readonly ComparedWord[], b: readonly ComparedWord[]): number[][] {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    const [row = [], below = []] = [longest[i], longest[i + 1]]
    for (let j = b.length - 1; j >= 0; j--)
      row[j] =
        a[i]?.key === b[j]?.key && a[i]?.key !== ''
          ? (below[j + 1] ?? 0) + 1
          : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return longest
}

function stretches(words: readonly ComparedWord[], shared: ReadonlySet<number>): Stretch[] {
  const all: Stretch[] = []
  for (const [index, { text }] of words.entries()) {
    const isShared = shared.has(index)
    const last = all.at(-1)
    if (last?.isShared === isShared) all[all.length - 1] = { text: last.text + text, isShared }
    else all.push({ text, isShared })
  }
  return all
}

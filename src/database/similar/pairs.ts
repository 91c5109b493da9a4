import { fold, wordsOf } from '../search/words.ts'

/**
 * The minimum similarity of similar texts. In the transcribed agreements, every pair with one half or more
 * has a common source text; those below (0.37 and less) share subjects and phrases, but not their wording.
 */
export const LEAST_SIMILARITY = 0.5

/**
 * A text is compared with at most so many earlier texts that share a trigram, the last ones. A wording that more
 * texts share is a form that everybody fills in, and to compare all pairs would take too long.
 */
const MOST_COMPARED = 100

/** The trigrams of a text with folded words: each three letters of each word, including spaces before and after it. */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const { word } of wordsOf(text)) {
    const letters = Array.from(`  ${fold(word)} `)
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}

/** A similar text: its index, and the similarity. */
export interface Similar {
  readonly index: number
  readonly similarity: number
}

/** Two texts are compared if they share so many of their rarest trigrams: about those of one word. */
const LEAST_SHARED = 8

/**
 * For each set of trigrams, the others that are similar to it. Two similar sets must share some of
 * their rarest trigrams, or the rest could not reach the limit. So only sets that share enough of these
 * are compared, by an index of them, and the work does not grow with the square of the number of texts.
 */
export function similarPairs(sets: readonly ReadonlySet<string>[]): Similar[][] {
  const ranked = rankedByRarity(sets)
  const found: Similar[][] = sets.map(() => [])
  const byTrigram = new Map<number, number[]>()
  const timesMet = new Uint32Array(sets.length)
  for (const [index, trigrams] of ranked.entries()) {
    const leastCommon = Math.ceil(LEAST_SIMILARITY * trigrams.length)
    const rarest = trigrams.slice(0, trigrams.length - leastCommon + Math.min(LEAST_SHARED, leastCommon))
    const met: number[] = []
    for (const trigram of rarest) {
      const before = byTrigram.get(trigram) ?? []
      for (const other of before.slice(-MOST_COMPARED)) {
        if (timesMet[other] === 0) met.push(other)
        timesMet[other] = (timesMet[other] ?? 0) + 1
      }
      before.push(index)
      byTrigram.set(trigram, before)
    }
    for (const other of met) {
      const beside = ranked[other] ?? []
      const times = timesMet[other] ?? 0
      timesMet[other] = 0
      const fewest = Math.min(trigrams.length, beside.length)
      if (times < Math.min(LEAST_SHARED, Math.ceil(LEAST_SIMILARITY * fewest))) continue
      const similarity = similarityOf(trigrams, beside)
      if (similarity < LEAST_SIMILARITY) continue
      found[index]?.push({ index: other, similarity })
      found[other]?.push({ index, similarity })
    }
  }
  return found
}

/** Sets of trigrams as sorted numbers, the rarest first, for fast comparison. */
function rankedByRarity(sets: readonly ReadonlySet<string>[]): number[][] {
  const frequency = new Map<string, number>()
  for (const set of sets) for (const each of set) frequency.set(each, (frequency.get(each) ?? 0) + 1)
  const byRarity = [...frequency].sort(
    ([one, rare], [other, often]) => rare - often || (one < other ? -1 : 1),
  )
  const rank = new Map(byRarity.map(([trigram], place) => [trigram, place]))
  return sets.map((set) => [...set].map((each) => rank.get(each) ?? 0).sort((one, other) => one - other))
}

/** The similarity of two sorted lists, from 0 to 1, as `similarity` of PostgreSQL's pg_trgm gives it. */
function similarityOf(one: readonly number[], other: readonly number[]): number {
  let shared = 0
  for (let at = 0, beside = 0; at < one.length && beside < other.length; ) {
    const difference = (one[at] ?? 0) - (other[beside] ?? 0)
    if (difference === 0) shared++
    if (difference <= 0) at++
    if (difference >= 0) beside++
  }
  return shared / (one.length + other.length - shared)
}

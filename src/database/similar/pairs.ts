import { fold, wordsOf } from '../search/words.ts'

/**
 * From where on two texts count as similar. Of the transcribed agreements every pair from one half on was written
 * from a common wording; below it (0.37 and less) texts share subjects and phrases, but not their wording.
 */
export const LEAST_SIMILARITY = 0.5

/**
 * With so many texts before it that hold the same trigram a text is compared, the last ones. A wording that more
 * have in common is a form that all fill in, and to compare each with each would take for ever.
 */
const MOST_COMPARED = 100

/** The trigrams of a text, its words folded: each three letters of each word, spaces before and after it included. */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const { word } of wordsOf(text)) {
    const letters = Array.from(`  ${fold(word)} `)
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}

/** A text that is similar to another: its place among the texts, and how similar it is. */
export interface Similar {
  readonly index: number
  readonly similarity: number
}

/** So many of their rarest trigrams two texts must share to be compared: about what one word gives. */
const LEAST_SHARED = 8

/**
 * For each of some sets of trigrams the others that are similar to it. Of the trigrams that such a pair shares
 * some are among the rarest of both, or the rest could not make up for it: only sets that meet often enough in an
 * index of those are compared, and the work does not grow with the square of the texts.
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

/** Sets of trigrams as numbers in order, the lower the rarer: so they are quick to compare. */
function rankedByRarity(sets: readonly ReadonlySet<string>[]): number[][] {
  const frequency = new Map<string, number>()
  for (const set of sets) for (const each of set) frequency.set(each, (frequency.get(each) ?? 0) + 1)
  const byRarity = [...frequency].sort(
    ([one, rare], [other, often]) => rare - often || (one < other ? -1 : 1),
  )
  const rank = new Map(byRarity.map(([trigram], place) => [trigram, place]))
  return sets.map((set) => [...set].map((each) => rank.get(each) ?? 0).sort((one, other) => one - other))
}

/** How much of two ordered lists is in both, from 0 to 1: the `similarity` of PostgreSQL's pg_trgm. */
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

import { LIKENESS_SHARES } from './likeness.ts'
import { type EntrySpan, type OccurrencesOf, shareAt } from './occurrences.ts'
import { phraseShares } from './phrases.ts'
import { rarityOf } from './rarity.ts'
import type { SearchTerm } from './terms.ts'

/** The points of a hit that has all words as they were typed, as the whole of a name. */
export const MOST_POINTS = 10_000
/** Up to so many has a hit that is found by misspelling alone: it comes after all others. */
const MOST_FUZZY_POINTS = MOST_POINTS / 2

/** How much of what the words weigh must be found: one of two words will do, unless it says little beside the other. */
const LEAST_FOUND = 1 / 3
/** A third reckoned in binary may be a little more. */
const ROUNDING = 1e-9

/** What is left of the weight of a word such as "vara", which says nothing unless a name is meant. */
const STOP_SHARE = 0.3

/** Whether a hit with so many points is found by misspelling alone. */
export function isFuzzyAt(points: number): boolean {
  return points <= MOST_FUZZY_POINTS
}

/**
 * The points of every record, by its number; 0 where it is no hit. Half of them are for the words: for each by how rare it
 * is, how like the typed one, and where it stands. Half are for the phrase that they make. All count by how much is found.
 */
export function rank(
  terms: readonly SearchTerm[],
  occurrencesOf: OccurrencesOf,
  spans: readonly EntrySpan[],
): Uint16Array {
  const size = Math.max(0, ...spans.map(({ to }) => to))
  const points = new Uint16Array(size)
  const weights = weightsOf(terms, occurrencesOf, spans)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return points
  const found = new Float64Array(size)
  const foundSurely = new Float64Array(size)
  const worth = new Float64Array(size)
  const termsFound = new Uint8Array(size)
  for (const [at, term] of terms.entries()) {
    const weight = weights[at] ?? 0
    const shares = bestShares(term, occurrencesOf, size)
    // A plain loop: it is gone through for every word, and an iterator makes an object of each record.
    for (let record = 0; record < size; record++) {
      const share = shares[record] ?? 0
      if (share === 0) continue
      found[record] = (found[record] ?? 0) + weight
      if (!term.isFuzzy) foundSurely[record] = (foundSurely[record] ?? 0) + weight
      worth[record] = (worth[record] ?? 0) + weight * share
      termsFound[record] = (termsFound[record] ?? 0) + 1
    }
  }
  const hasAll = (record: number) => termsFound[record] === terms.length
  const phrases = phraseShares(terms, occurrencesOf, hasAll)
  const least = total * LEAST_FOUND - ROUNDING
  for (let record = 0; record < size; record++) {
    const all = found[record] ?? 0
    if (all < least) continue
    const words = (worth[record] ?? 0) / total
    const score = ((all / total) * (words + (phrases.get(record) ?? 0))) / 2
    const isFuzzy = (foundSurely[record] ?? 0) < least
    points[record] = (isFuzzy ? 0 : MOST_FUZZY_POINTS) + Math.max(1, Math.round(score * MOST_FUZZY_POINTS))
  }
  return points
}

/** What each word weighs: by how rare it is; one that is nowhere as the others do on average. */
function weightsOf(
  terms: readonly SearchTerm[],
  occurrencesOf: OccurrencesOf,
  spans: readonly EntrySpan[],
): number[] {
  const weights = terms.map((term) => rarityOf(term, occurrencesOf, spans) * (term.isStop ? STOP_SHARE : 1))
  const known = weights.filter((weight) => weight > 0)
  const usual = known.reduce((sum, weight) => sum + weight, 0) / Math.max(1, known.length)
  return weights.map((weight) => weight || usual)
}

/** What the best of all that answer to a word counts for in each record, by its number. */
function bestShares({ answers }: SearchTerm, occurrencesOf: OccurrencesOf, size: number): Float32Array {
  const best = new Float32Array(size)
  for (const { word, likeness } of answers) {
    const occurrences = occurrencesOf(word)
    for (let at = 0; at < occurrences.length; at += 2) {
      const record = occurrences[at] ?? 0
      const share = LIKENESS_SHARES[likeness] * shareAt(occurrences[at + 1] ?? 0)
      if (share > (best[record] ?? 0)) best[record] = share
    }
  }
  return best
}

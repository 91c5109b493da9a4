import { LIKENESS_SHARES } from './likeness.ts'
import { type EntrySpan, type OccurrencesOf, shareAt } from './occurrences.ts'
import { phraseShares } from './phrases.ts'
import { rarityOf } from './rarity.ts'
import type { SearchTerm } from './terms.ts'

/** The points of a hit whose name is exactly what was typed. */
export const MOST_POINTS = 10_000
/** The maximum points of a hit that only matches as a misspelling: it comes after all others. */
const MOST_FUZZY_POINTS = MOST_POINTS / 2

/** The minimum share of the words' weight that must match: one of two words, unless it is much more common than the other. */
const LEAST_FOUND = 1 / 3
/** A third may be slightly more in binary. */
const ROUNDING = 1e-9

/** The factor for the weight of a stop word such as "vara", which only matters in a name. */
const STOP_SHARE = 0.3

/** Whether a hit with these points only matches as a misspelling. */
export function isFuzzyAt(points: number): boolean {
  return points <= MOST_FUZZY_POINTS
}

/**
 * The points of every record, by its number; 0 if it is not a hit. Half of them are for the words: by how rare each is, how
 * well it matches, and where. Half are for the phrase. Both are multiplied by the share of the words that match.
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
    // A plain loop, since it runs for every word, and an iterator would make an object for each record.
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

/** The weight of each word: by how rare it is. A word without matches has the average weight. */
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

/** The best match of a word in each record, by its number. */
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

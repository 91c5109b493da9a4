import type { Candidate } from '../../layouts/candidate.ts'
import type { Page } from '../../layouts/page.ts'
import { READ_KINDS, type Testimony, WEIGHT } from '../testimony.ts'
import { featuresOf, type PlaceOfList } from './features.ts'
import { probabilities, type Weights } from './regression.ts'

/** The kind that the second reader predicts for a list, from all of its items, and the probability of each kind. */
function likelyKinds(
  page: Page,
  weights: Weights,
  items: readonly Candidate[],
  place: PlaceOfList,
): { kind: (typeof READ_KINDS)[number]; share: number }[] {
  const sums = READ_KINDS.map(() => 0)
  for (const item of items) {
    const shares = probabilities(weights, featuresOf(page, item, place), READ_KINDS.length)
    for (const [at, share] of shares.entries()) sums[at] = (sums[at] ?? 0) + share / items.length
  }
  return READ_KINDS.map((kind, at) => ({ kind, share: sums[at] ?? 0 })).sort((a, b) => b.share - a.share)
}

/** The probability from which the second reader's prediction is used. */
const LEAST_SHARE_HEARD = 0.8

/** The second reader's verdict on a list. It never decides: if it disagrees, the result is a doubt. */
export function secondReaderWitness(
  page: Page,
  items: readonly Candidate[],
  place: PlaceOfList,
): Testimony[] {
  const { secondReader } = page.lookups
  const [best] = likelyKinds(page, secondReader, items, place)
  if (!best || best.share < LEAST_SHARE_HEARD) return []
  const saw = `${Math.round(best.share * 100)} %`
  return [{ witness: 'second-reader', says: best.kind, weight: WEIGHT.secondReader, saw }]
}

import type { Candidate } from '../../layouts/candidate.ts'
import type { Page } from '../../layouts/page.ts'
import { READ_KINDS, type Testimony, WEIGHT } from '../testimony.ts'
import { featuresOf, type PlaceOfList } from './features.ts'
import { probabilities, type Weights } from './regression.ts'

/** What the second reader takes a list for, by all of its items, and how likely it holds each kind. */
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

/** The second reader is heard where it takes one kind for so likely. */
const LEAST_SHARE_HEARD = 0.8

/** What the second reader takes a list for. It never decides: where it says something else, that is a doubt. */
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

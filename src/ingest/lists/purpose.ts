import type { Candidate } from '../layouts/candidate.ts'
import type { Source } from '../text/source.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** A purpose in the lead-in, "För att minska buskörningen ska …": the items are how it is reached. */
export function purposeWitness(source: Source, goal: Candidate | null): Testimony[] {
  if (goal?.rule !== 'promise-purpose') return []
  return [{ witness: 'purpose', says: 'activities', weight: WEIGHT.goalAbove, saw: source.slice(goal.span) }]
}

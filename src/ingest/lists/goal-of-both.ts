import type { Candidate } from '../layouts/candidate.ts'
import type { Source } from '../text/source.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** What both parties undertake, above lists in which each says what it does, is the goal of these lists. */
export function goalOfBothTestimony(source: Source, goal: Candidate | null): Testimony {
  const saw = goal ? source.slice(goal.span) : ''
  return { witness: 'goal-of-both', says: 'activities', weight: WEIGHT.goalOfBoth, saw }
}

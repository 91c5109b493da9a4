import type { Candidate } from '../layouts/candidate.ts'
import { toneOf } from '../layouts/lead-ins.ts'
import type { Page } from '../layouts/page.ts'
import type { Span } from '../text/source.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

const ABOVE_ACTIVITIES = new Set(['promise-numbered-heading', 'promise-heading'])

/** A numbered promise or a slogan right above: the activities below are how it is kept. */
export function goalAboveWitness(page: Page, goal: Candidate | null, leadIn: Span | null): Testimony[] {
  if (goal === null || !ABOVE_ACTIVITIES.has(goal.rule)) return []
  // "Trygg trafikmiljö" above "Polisen och kommunen lovar att:" names the topic of the promises.
  const promises = leadIn !== null && toneOf(page, leadIn) === 'promise'
  if (promises && goal.rule === 'promise-heading') return []
  return [
    {
      witness: 'goal-above',
      says: 'activities',
      weight: WEIGHT.goalAbove,
      saw: page.source.slice(goal.span),
    },
  ]
}

import { type Candidate, isSameWording } from './candidates.ts'
import type { Page } from './page.ts'

/** The promises and activities of a page, and what was left out of them because it says one of them again. */
export interface Commitments {
  readonly promises: readonly Candidate[]
  readonly activities: readonly Candidate[]
  readonly repeated: readonly Candidate[]
}

/**
 * Tells promises from activities by the whole page. Where a goal stands above what is to be done, the goal is the
 * promise. Where a page only lists what is to be done, each item is a promise.
 */
export function decide(page: Page, candidates: readonly Candidate[]): Commitments {
  const { kept, repeated } = withoutRepeated(page, candidates)
  const sure = kept.filter(({ tone }) => tone !== 'weak')
  const used = sure.length > 0 ? withWeakUnderGoals(kept) : kept
  const goals = used.filter(({ tone }) => tone === 'promise')
  // A goal with nothing below it that can be done may stand beside a list of equals.
  if (goals.length === 0) return { promises: used, activities: [], repeated }

  const [first] = goals
  const promises: Candidate[] = []
  const activities: Candidate[] = []
  for (const candidate of used) {
    const isBefore = candidate.span.start < (first as Candidate).span.start
    const isPromise = candidate.tone === 'promise' || (candidate.tone !== 'activity' && isBefore)
    if (isPromise && !isEmptyNumbered(candidate, used)) promises.push(candidate)
    else if (!isPromise) activities.push(candidate)
  }
  return { promises, activities, repeated }
}

/** Sentences that the place makes nothing of count only where they stand under a goal. */
function withWeakUnderGoals(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ tone, goal }) => tone !== 'weak' || goal !== null)
}

/** A numbered heading gives its number to the sentence below it that says the promise in full. */
function isEmptyNumbered(candidate: Candidate, all: readonly Candidate[]): boolean {
  if (candidate.rule !== 'promise-numbered-heading') return false
  const below = all.filter(({ section }) => section === candidate.section)
  return below.some(
    ({ rule, tone }) => rule === 'promise-in-full' || (rule === 'promise-sentence' && tone === 'promise'),
  )
}

function withoutRepeated(
  page: Page,
  candidates: readonly Candidate[],
): { kept: Candidate[]; repeated: Candidate[] } {
  const kept: Candidate[] = []
  const repeated: Candidate[] = []
  for (const candidate of candidates) {
    const isAgain = kept.some(({ span }) => isSameWording(page, span, candidate.span))
    ;(isAgain ? repeated : kept).push(candidate)
  }
  return { kept, repeated }
}

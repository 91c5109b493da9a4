import type { Candidate } from './candidates.ts'
import { isInList } from './goals-of-both.ts'
import type { Page } from './page.ts'

/** A list under a heading of promises, above one that is said to be of activities, is of the goals. */
export function withListOfGoals(_page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const firstActivity = candidates.findIndex(({ tone }) => tone === 'activity')
  if (firstActivity < 0 || candidates.some(({ tone }) => tone === 'promise')) return candidates
  return candidates.map((candidate, index) => {
    const isGoal =
      index < firstActivity &&
      candidate.rule === 'commitment-in-list' &&
      candidate.section.kind === 'promises'
    return isGoal ? { ...candidate, tone: 'promise', rule: 'promise-in-list' } : candidate
  })
}

/** What is promised below a heading of activities is how promises above it are kept. */
export function withActivitiesBelow(_page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates.find(({ tone, section }) => tone === 'promise' && section.kind !== 'activities')
  if (!first) return candidates
  return candidates.map((each): Candidate => {
    const isBelow = each.rule === 'promise-in-list' && each.section.kind === 'activities'
    return isBelow && first.span.start < each.span.start ? { ...each, tone: 'activity' } : each
  })
}

/** What is to come of it all, listed below what is to be done: "Det här ska vi åstadkomma:". */
export function withoutAims({ source }: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates.find(isInList)
  return candidates.filter((each) => {
    const words = each.leadIn && isInList(each) ? source.foldedSlice(each.leadIn) : ''
    const isAim = /åstadkomm/.test(words) && !/genom/.test(words)
    return !isAim || each.leadIn === first?.leadIn
  })
}

/** A heading that sounds like a goal, below lists that stand under none, names a topic as the headings above it do. */
export function withoutLoneHeading(_page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const [lone, ...others] = candidates.filter(({ tone }) => tone === 'promise')
  if (lone?.rule !== 'promise-heading' || others.length > 0) return candidates
  const isAbove = (each: Candidate) => isInList(each) && each.span.start < lone.span.start
  if (!candidates.some(isAbove)) return candidates
  return candidates
    .filter((each) => each !== lone)
    .map((each): Candidate => (each.goal === lone ? { ...each, tone: 'open', goal: null } : each))
}

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
    const above = isInList(each) ? each.leadIn : (each.section.heading?.span ?? null)
    const words = above ? source.foldedSlice(above) : ''
    const isAim = /åstadkomm/.test(words) && !/genom/.test(words)
    return !isAim || each.leadIn === first?.leadIn
  })
}

/** Whether what somebody will do stands below the headings of other topics as well, in sentences of its own. */
function isBesideTopics(lone: Candidate, candidates: readonly Candidate[]): boolean {
  const sentences = candidates.filter((each) => each !== lone && each.rule === 'commitment-sentence')
  const isOther = ({ section: { heading, kind } }: Candidate) =>
    heading !== null && heading !== lone.section.heading && kind === null
  return (
    !candidates.some(isInList) &&
    sentences.some(isOther) &&
    sentences.some(({ section }) => section === lone.section)
  )
}

/** A heading that sounds like a goal, below lists that stand under none, names a topic as the headings above it do. */
export function withoutLoneHeading(_page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const [lone, ...others] = candidates.filter(({ tone }) => tone === 'promise')
  if (lone?.rule !== 'promise-heading' || others.length > 0) return candidates
  const isAbove = (each: Candidate) => isInList(each) && each.span.start < lone.span.start
  const isTopic = isBesideTopics(lone, candidates)
  if (!candidates.some(isAbove) && !isTopic) return candidates
  return candidates
    .filter((each) => each !== lone)
    .map(
      (each): Candidate =>
        each.goal === lone ? { ...each, tone: isTopic ? 'weak' : 'open', goal: null } : each,
    )
}

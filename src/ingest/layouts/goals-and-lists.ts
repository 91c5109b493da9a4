import { aboveActivitiesTestimony, belowPromisesTestimony } from '../lists/order.ts'
import { type Candidate, heard, isInList, isPromisedByLeadIn } from './candidate.ts'
import type { Page } from './page.ts'
import { wordBeginnings } from './wordings.ts'

/** A list under a heading of promises, above one that is said to be of activities, lists the goals. */
export function withListOfGoals(page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const firstActivity = candidates.findIndex(({ tone }) => tone === 'activity')
  const goals = candidates.filter((each, index) => index < firstActivity && isListOfPromises(each))
  if (goals.length === 0) return candidates
  const said = candidates.filter((each) => each.tone === 'promise' && !goals.includes(each))
  if (!saySame(page, said, goals)) return candidates
  // The sentence before names who promises what the list says.
  const leadIn = said[0]?.leadIn ?? null
  return candidates.flatMap((candidate): Candidate[] => {
    if (said.includes(candidate)) return []
    if (!goals.includes(candidate)) return [candidate]
    return [
      heard(
        { ...candidate, leadIn: leadIn ?? candidate.leadIn, goal: null },
        aboveActivitiesTestimony(page.source, candidate.section),
      ),
    ]
  })
}

/** Whether an item is right below a heading of promises, or below words that leave the decision to the heading. */
function isListOfPromises(each: Candidate): boolean {
  const { tone, leadIn, section } = each
  if (section.kind !== 'promises' || !isInList(each)) return false
  return tone === 'open' || (isPromisedByLeadIn(each) && leadIn === section.heading?.span)
}

/** Whether the promises above a list, if any, are of one sentence and say most of what its items say. */
function saySame({ source }: Page, said: readonly Candidate[], goals: readonly Candidate[]): boolean {
  const [first] = said
  const start = goals[0]?.span.start ?? 0
  const isOfOne = ({ rule, leadIn, span }: Candidate) =>
    rule === 'promise-sentence' && leadIn === first?.leadIn && span.end < start
  if (!said.every(isOfOne)) return false
  const listed = new Set(goals.flatMap(({ span }) => wordBeginnings(source, span)))
  const words = said.flatMap(({ span }) => wordBeginnings(source, span))
  return words.filter((word) => listed.has(word)).length >= words.length / 2
}

/** A promise below a heading of activities is how the promises above it are kept. */
export function withActivitiesBelow(
  { source }: Page,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const first = candidates.find(({ tone, section }) => tone === 'promise' && section.kind !== 'activities')
  if (!first) return candidates
  return candidates.map((each): Candidate => {
    const isBelow = isPromisedByLeadIn(each) && each.section.kind === 'activities'
    return isBelow && first.span.start < each.span.start
      ? heard(each, belowPromisesTestimony(source, first.span))
      : each
  })
}

/** The expected results, listed below the activities: "Det här ska vi åstadkomma:". */
export function withoutAims({ source }: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates.find(isInList)
  return candidates.filter((each) => {
    const above = isInList(each) ? each.leadIn : (each.section.heading?.span ?? null)
    const words = above ? source.foldedSlice(above) : ''
    const isAim = /åstadkomm/.test(words) && !/genom/.test(words)
    return !isAim || each.leadIn === first?.leadIn
  })
}

/** Whether sentences below the headings of other topics also say what somebody will do. */
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

/** A heading that sounds like a goal, below lists that are under no goal, names a topic like the headings above it. */
export function withoutLoneHeading(_page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const [lone, ...others] = candidates.filter(({ tone }) => tone === 'promise')
  if (lone?.rule !== 'promise-heading' || others.length > 0) return candidates
  const isAbove = (each: Candidate) => isInList(each) && each.span.start < lone.span.start
  const isTopic = isBesideTopics(lone, candidates)
  if (!candidates.some(isAbove) && !isTopic) return candidates
  return candidates
    .filter((each) => each !== lone)
    .map((each): Candidate => (each.goal === lone ? withoutGoal(each, isTopic ? 'weak' : 'open') : each))
}

/** A candidate that is under no goal after all. */
function withoutGoal(each: Candidate, tone: 'weak' | 'open'): Candidate {
  if (!isInList(each)) return { ...each, tone, goal: null }
  const testimony = each.testimony?.filter(({ witness }) => witness !== 'goal-above')
  return heard({ ...each, testimony, goal: null })
}

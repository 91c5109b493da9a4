import { statedActors } from '../values/actors.ts'
import type { Candidate } from './candidates.ts'
import { aimsInSentence } from './goals.ts'
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
  const used = withoutWeak(page, withGoalsOfBoth(page, withListOfGoals(kept)))
  const [first] = used.filter(({ tone }) => tone === 'promise')
  if (!first) return { promises: used, activities: [], repeated }
  const promises: Candidate[] = []
  const activities: Candidate[] = []
  for (const candidate of used) {
    const isBefore = candidate.span.start < first.span.start
    const isPromise = candidate.tone === 'promise' || (candidate.tone !== 'activity' && isBefore)
    if (!isPromise) activities.push(candidate)
    else if (!isSaidInFull(candidate, used)) promises.push(candidate)
  }
  return { promises, activities, repeated }
}

/** A list under a heading of promises, above one that is said to be of activities, is of the goals. */
function withListOfGoals(candidates: readonly Candidate[]): readonly Candidate[] {
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

function isInList({ rule }: Candidate): boolean {
  return rule.endsWith('-in-list') || rule === 'activity-nested'
}

/**
 * What both parties undertake under a heading of promises is a goal, if lists follow in which each says what it
 * does: "Vi ska minska buskörningen." above "Polisen lovar att:".
 */
function withGoalsOfBoth(page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const isOther = (each: Candidate) => each.tone === 'promise' && !isOfOneParty(page, each)
  const lastList = candidates.findLast(isInList)
  if (!lastList || candidates.some(isOther)) return candidates
  const isGoal = ({ tone, section, span }: Candidate) =>
    tone === 'weak' &&
    section.kind === 'promises' &&
    span.start < lastList.span.start &&
    statedActors(page, span).length > 1
  const goals = candidates.filter(isGoal)
  if (goals.length === 0) return candidates
  let above: Candidate | null = null
  return candidates.flatMap((candidate) => {
    if (!goals.includes(candidate)) {
      const tone = candidate.tone === 'promise' ? 'activity' : candidate.tone
      return [{ ...candidate, tone, goal: candidate.goal ?? above }]
    }
    const aims = aimsInSentence(page.source, candidate.span)
    const spans = aims.length > 1 ? aims : [candidate.span]
    const made = spans.map(
      (span): Candidate => ({ ...candidate, span, tone: 'promise', rule: 'promise-of-both' }),
    )
    const isAlone = goals.every((other) => other === candidate || other.section !== candidate.section)
    above = isAlone && made.length === 1 ? (made[0] ?? null) : null
    return made
  })
}

/** Whether an item stands in a list of what one of the parties promises: "Polisen lovar att:". */
function isOfOneParty(page: Page, { rule, leadIn, actors }: Candidate): boolean {
  if (rule !== 'promise-in-list') return false
  return actors.length === 1 || (leadIn !== null && statedActors(page, leadIn).length === 1)
}

/** Sentences of which the place makes nothing count where there is nothing else, or where they go on with what is. */
function withoutWeak(page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const sure = candidates.filter(({ tone }) => tone !== 'weak')
  if (sure.length === 0) return candidates
  if (sure.some(isInList)) return sure
  // Prose in which each party promises its own: what they do besides is a promise as well.
  const goals = sure.filter(({ tone }) => tone === 'promise')
  const isEachItsOwn = goals.length > 1
  return candidates.flatMap((candidate) => {
    if (candidate.tone !== 'weak') return [candidate]
    const isCommitment =
      statedActors(page, candidate.span).length > 0 &&
      sure.some(({ section }) => section === candidate.section)
    if (!isCommitment) return []
    return [{ ...candidate, tone: isEachItsOwn ? ('promise' as const) : ('activity' as const) }]
  })
}

/** A numbered heading gives its number to the sentence below it that says the promise in full. */
function isSaidInFull({ rule, section }: Candidate, all: readonly Candidate[]): boolean {
  if (rule !== 'promise-numbered-heading' && rule !== 'promise-heading') return false
  return all.some(
    (other) =>
      other.section === section && (other.rule === 'promise-in-full' || other.rule === 'promise-sentence'),
  )
}

function withoutRepeated(
  page: Page,
  candidates: readonly Candidate[],
): { kept: Candidate[]; repeated: Candidate[] } {
  const said = new Set<string>()
  const kept: Candidate[] = []
  const repeated: Candidate[] = []
  for (const candidate of candidates) {
    const words =
      page.source
        .foldedSlice(candidate.span)
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? ''
    ;(said.has(words) ? repeated : kept).push(candidate)
    said.add(words)
  }
  return { kept, repeated }
}

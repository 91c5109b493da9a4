import { goalOfBothTestimony } from '../lists/goal-of-both.ts'
import { withWords } from '../text/word-expressions.ts'
import { statedActors } from '../values/actors.ts'
import { type Candidate, heard, isInList, isPromisedByLeadIn } from './candidate.ts'
import { aimsInSentence } from './goals.ts'
import type { Page } from './page.ts'
import { isAnyAgreement } from './promising.ts'
import { isSameWording, longerWords } from './wordings.ts'

/**
 * What both parties undertake is a goal if lists follow in which each says what it does: "Vi ska minska
 * buskörningen." above "Polisen lovar att:".
 */
export function withGoalsOfBoth(page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const isOther = (each: Candidate) => each.tone === 'promise' && !isOfOneParty(page, each)
  if (candidates.some(isOther)) return candidates
  const lastList = candidates.findLast(isInList)
  if (!lastList) return withGoalInProse(page, candidates)
  const isGoal = (each: Candidate) =>
    each.tone === 'weak' &&
    each.span.start < lastList.span.start &&
    (SETS_GOAL.has(each.rule) || isGoalOfBoth(page, each))
  const goals = withoutSaidBefore(page, candidates.filter(isGoal))
  if (goals.length === 0) return candidates
  let above: Candidate | null = null
  return candidates.flatMap((candidate) => {
    if (!goals.includes(candidate)) {
      const below = { ...candidate, goal: candidate.goal ?? above }
      return [
        candidate.tone === 'promise' ? heard(below, goalOfBothTestimony(page.source, below.goal)) : below,
      ]
    }
    const aims = aimsInSentence(page, candidate.span)
    const spans = aims.length > 1 ? aims : [candidate.span]
    const made = spans.map(
      (span): Candidate => ({ ...candidate, span, tone: 'promise', rule: 'promise-of-both' }),
    )
    const isAlone = goals.every((other) => other === candidate || other.section !== candidate.section)
    above = isAlone && made.length === 1 ? (made[0] ?? null) : null
    return made
  })
}

const WORKS_FOR = /(?<!\p{L})(?:arbeta|verka|jobba) +för(?!\p{L})/u
/** "Tillsammans ska vi …", above what each party does. */
const TOGETHER = /^(?:tillsammans|gemensamt) +(?:ska|skall|kommer)(?!\p{L})/u

/** Prose that begins with what both work for, and continues with activities: the first part is the goal. */
function withGoalInProse(page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const [first, ...rest] = candidates
  const isGoal =
    first !== undefined &&
    candidates.every(({ tone }) => tone === 'weak') &&
    first.rule !== 'commitment-clause' &&
    rest.length > 1 &&
    isOfBoth(page, first) &&
    (WORKS_FOR.test(page.source.foldedSlice(first.span)) ||
      (TOGETHER.test(page.source.foldedSlice(first.span)) && !rest.some((each) => isOfBoth(page, each))))
  if (!isGoal) return candidates
  const goal: Candidate = { ...first, tone: 'promise', rule: 'promise-of-both' }
  return [goal, ...rest.map((each): Candidate => ({ ...each, tone: 'activity', goal }))]
}

/** Rules for sentences that name a goal and its owner, and nothing else. */
const SETS_GOAL = new Set(['focus-of-promise', 'wish-of-both'])

function isGoalOfBoth(page: Page, each: Candidate): boolean {
  return (
    isOfBoth(page, each) &&
    !isAnyAgreement(page, each.span) &&
    (each.section.kind === 'promises' || setsAim(page, each))
  )
}

function isOfBoth(page: Page, { span }: Candidate): boolean {
  return statedActors(page, span).length > 1
}

const AIMS = withWords`(?<!\p{L})(?:ska|skall|kommer)(?!\p{L}).{0,120}?(?:${'change_verbs'}|(?<!\p{L})(?:(?:in)?rikta|fokusera|prioritera|(?:arbeta|verka|jobba) +(?:för|mot))(?!\p{L}))`

function setsAim({ source, lookups }: Page, { span }: Candidate): boolean {
  return lookups.expression(AIMS).test(source.foldedSlice(span))
}

/** Of repeated goals the last: it is above the activities that serve it. */
function withoutSaidBefore({ source }: Page, goals: readonly Candidate[]): readonly Candidate[] {
  const words = goals.map(({ span }) => longerWords(source, span))
  return goals.filter(
    (_, index) =>
      !words.slice(index + 1).some((later) => isSameWording(words[index] as ReadonlySet<string>, later)),
  )
}

/** Whether an item is in a list of what one of the parties promises: "Polisen lovar att:". */
function isOfOneParty(page: Page, each: Candidate): boolean {
  if (!isPromisedByLeadIn(each)) return false
  const { actors, leadIn } = each
  return actors.length === 1 || (leadIn !== null && statedActors(page, leadIn).length === 1)
}

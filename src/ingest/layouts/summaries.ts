import { goalOfBothTestimony } from '../lists/goal-of-both.ts'
import type { Span } from '../text/source.ts'
import { statedActors } from '../values/actors.ts'
import { type Candidate, heard, isInList, isPromisedByLeadIn } from './candidate.ts'
import type { Page } from './page.ts'
import { isAnyAgreement, namesPlace } from './promising.ts'
import { isSameWording, longerWords, wordBeginnings } from './wordings.ts'

/**
 * A statement about the promise counts if no sentence promises outright; and a sentence that promises in nearly the
 * words of one below it, or in general words above others, is a summary.
 */
export function withoutSaidTwice(page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const { source } = page
  const goals = candidates.filter(({ rule }) => rule === 'promise-sentence')
  const words = new Map(goals.map((goal) => [goal, longerWords(source, goal.span)]))
  const isSummary = (candidate: Candidate) => {
    const own = words.get(candidate)
    return (
      own !== undefined &&
      goals.slice(goals.indexOf(candidate) + 1).some((later) => isSameWording(own, words.get(later) ?? own))
    )
  }
  const firstList = candidates.find(isInList)
  const isBelowList = ({ span }: Candidate) => firstList !== undefined && firstList.span.start < span.start
  const hasSpecific = candidates.some(({ tone, span }) => tone === 'promise' && !isAnyAgreement(page, span))
  const lists = candidates.filter(isInList)
  // A general promise far above lists with headings of their own is not their goal.
  const isFar = ({ section }: Candidate) =>
    lists.length > 0 &&
    lists.every(
      (each) => each.section !== section && each.tone !== 'activity' && each.section.actors.length === 0,
    )
  const isGeneral = (candidate: Candidate) =>
    (hasSpecific || isFar(candidate)) &&
    goals.includes(candidate) &&
    isAnyAgreement(page, candidate.span) &&
    !namesPlace(page, candidate.span) &&
    !candidates.some(({ tone, goal }) => tone === 'activity' && goal === candidate)
  return candidates.filter(
    (candidate) =>
      !(candidate.rule === 'promise-said' && (goals.length > 0 || isBelowList(candidate))) &&
      !isSummary(candidate) &&
      !isGeneral(candidate),
  )
}

/** The least part of a sentence's words that lists repeat if the sentence summarises them. */
const SAID_IN_LISTS = 0.5

/**
 * A sentence in which both parties promise is the goal of the lists below it in which each makes its own promises; or it
 * summarises them.
 */
export function withListsUnderGoals(page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const isGoal = ({ rule, leadIn }: Candidate) =>
    rule === 'promise-sentence' && leadIn !== null && statedActors(page, leadIn).length > 1
  const goals = candidates.filter(isGoal)
  const isBelowGoal = ({ span }: Candidate) => goals.some((goal) => goal.span.end < span.start)
  const led = candidates.filter((each) => isPromisedByLeadIn(each) && isBelowGoal(each))
  const lists = led.filter(
    ({ leadIn }) =>
      leadIn !== null && /(?<!\p{L})(?:lovar|åtar|förbinder)/u.test(page.source.foldedSlice(leadIn)),
  )
  const isOther = (each: Candidate) =>
    each.tone === 'promise' && each.rule !== 'promise-heading' && !goals.includes(each) && !led.includes(each)
  if (goals.length === 0 || led.length === 0 || candidates.some(isOther)) return candidates
  const beginnings = (span: Span) => wordBeginnings(page.source, span)
  const inLists = new Set(led.flatMap(({ span }) => beginnings(span)))
  // The parts of one sentence are a summary together.
  const isSummary = ({ leadIn }: Candidate) => {
    const words = goals.filter((goal) => goal.leadIn === leadIn).flatMap(({ span }) => beginnings(span))
    const shareOf = (said: ReadonlySet<string>) =>
      words.filter((word) => said.has(word)).length / Math.max(1, words.length)
    // A single item that says nearly the same is how the goal is reached.
    const isInOne = led.some(({ span }) => shareOf(new Set(beginnings(span))) > SAID_IN_LISTS)
    return shareOf(inLists) > SAID_IN_LISTS && !isInOne
  }
  const kept = candidates.filter((each) => !goals.includes(each) || !isSummary(each))
  if (!kept.some(isGoal) || lists.length < led.length) return kept
  let above: Candidate | null = null
  return kept.map((each): Candidate => {
    if (goals.includes(each)) above = each
    if (!lists.includes(each)) return each
    return heard({ ...each, goal: above }, goalOfBothTestimony(page.source, above))
  })
}

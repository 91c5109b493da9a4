import { goalOfBothTestimony } from '../lists/goal-of-both.ts'
import type { Span } from '../text/source.ts'
import { statedActors } from '../values/actors.ts'
import { type Candidate, heard, isInList, isPromisedByLeadIn } from './candidate.ts'
import type { Page } from './page.ts'
import { isAnyAgreement } from './promising.ts'
import { isSameWording, longerWords, wordBeginnings } from './wordings.ts'

/**
 * What a page says that its promise is counts where no sentence promises outright; and a sentence that promises
 * in nearly the words of one below it, or in general words above others, is a summary.
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
  // What is promised in general far above lists that have headings of their own is no goal of theirs.
  const isFar = ({ section }: Candidate) =>
    lists.length > 0 &&
    lists.every(
      (each) => each.section !== section && each.tone !== 'activity' && each.section.actors.length === 0,
    )
  const isGeneral = (candidate: Candidate) =>
    (hasSpecific || isFar(candidate)) &&
    goals.includes(candidate) &&
    isAnyAgreement(page, candidate.span) &&
    !candidates.some(({ tone, goal }) => tone === 'activity' && goal === candidate)
  return candidates.filter(
    (candidate) =>
      !(candidate.rule === 'promise-said' && (goals.length > 0 || isBelowList(candidate))) &&
      !isSummary(candidate) &&
      !isGeneral(candidate),
  )
}

/** The least part of the words of a sentence that lists say again, where the sentence sums them up. */
const SAID_IN_LISTS = 0.5

/**
 * A sentence in which both parties promise is the goal of the lists below it in which each promises its own; or it
 * sums them up.
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
  // The parts of one sentence sum up together.
  const isSummary = ({ leadIn }: Candidate) => {
    const words = goals.filter((goal) => goal.leadIn === leadIn).flatMap(({ span }) => beginnings(span))
    const shareOf = (said: ReadonlySet<string>) =>
      words.filter((word) => said.has(word)).length / Math.max(1, words.length)
    // One item that says nearly the same is how the goal is reached.
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

import type { CataloguedCommitment } from '../catalogue.ts'
import { type DecidedList, decideLists, firstPromise } from '../lists/decide-lists.ts'
import { besideGoalsTestimony } from '../lists/order.ts'
import type { ListKind } from '../lists/testimony.ts'
import { overlap } from '../text/source.ts'
import { proposedCommitments, proposedGoals } from '../third-reader/apply.ts'
import { statedActors } from '../values/actors.ts'
import { type Candidate, heard, isInList, isPromisedByLeadIn } from './candidate.ts'
import { withActivitiesBelow, withListOfGoals, withoutAims, withoutLoneHeading } from './goals-and-lists.ts'
import { withGoalsOfBoth } from './goals-of-both.ts'
import type { Page } from './page.ts'
import { withListsUnderGoals, withoutSaidTwice } from './summaries.ts'

/** The promises and activities of a page, the lists that were decided, and what was left out as it is said again. */
export interface DecidedCommitments {
  readonly promises: readonly Candidate[]
  readonly activities: readonly Candidate[]
  readonly repeated: readonly Candidate[]
  readonly lists: readonly DecidedList[]
}

type DecidingStep = (page: Page, candidates: readonly Candidate[]) => readonly Candidate[]

// Each looks at the whole page, and makes of what its places say what they say together.
const STEPS: readonly DecidingStep[] = [
  withoutAims,
  withoutLoneHeading,
  withListOfGoals,
  withActivitiesBelow,
  withoutSaidTwice,
  withListsUnderGoals,
  withGoalsOfBoth,
  withoutWeak,
]

/**
 * Tells promises from activities by the whole page. Where a goal stands above what is to be done, the goal is the
 * promise. Where a page only lists what is to be done, each item is a promise.
 */
export function decideCommitments(
  page: Page,
  candidates: readonly Candidate[],
  catalogued: readonly CataloguedCommitment[],
): DecidedCommitments {
  const { kept, repeated } = withoutRepeated(
    page,
    candidates.filter(({ tone }) => tone !== 'neither'),
  )
  const used = STEPS.reduce<readonly Candidate[]>((before, step) => step(page, before), kept)
  // A sentence that sums up what others promise is said again by them.
  const summaries = kept.filter(
    ({ tone, span }) => tone === 'promise' && !used.some((other) => overlap(other.span, span)),
  )
  repeated.push(...summaries)
  const lists = decideLists(
    page,
    [...used, ...candidates.filter(({ tone }) => tone === 'neither')],
    catalogued,
  )
  const decided = new Map(lists.flatMap((list) => list.items.map((item) => [item, list] as const)))
  const first = firstPromise(used)
  const goals = proposedGoals(page, lists, used)
  const known = [...used, ...kept, ...lists.flatMap(({ items }) => items)].map(({ span }) => span)
  const promises: Candidate[] = [...goals.values()].filter((goal) => !used.includes(goal))
  const activities: Candidate[] = []
  for (const each of proposedCommitments(page, known, candidates[0])) {
    ;(each.tone === 'promise' ? promises : activities).push(each)
  }
  for (const each of used) {
    const list = decided.get(each)
    const kind = list?.kind ?? kindByPlace(each, first)
    if (kind === 'neither') continue
    const rule = kind === 'activities' ? 'activity-in-list' : 'promise-in-list'
    const goal = list ? (goals.get(list) ?? each.goal) : each.goal
    const candidate = list ? { ...each, rule, goal, confidence: list.confidence } : each
    if (kind === 'activities') activities.push(candidate)
    else if (!isSaidInFull(candidate, used)) promises.push(candidate)
  }
  return { promises: inOrder(promises), activities: inOrder(activities), repeated, lists }
}

function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => a.span.start - b.span.start)
}

/** What a sentence or heading is that belongs to no list: below the first promise, it is for that. */
function kindByPlace({ tone, span }: Candidate, first: Candidate | null): ListKind {
  if (tone === 'promise' || first === null) return 'promises'
  return tone === 'activity' || span.start > first.span.start ? 'activities' : 'promises'
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
      (sure.some(({ section }) => section === candidate.section) || (isEachItsOwn && isOfTopic(candidate)))
    if (!isCommitment) return []
    if (isInList(candidate)) return [heard(candidate, besideGoalsTestimony(isEachItsOwn))]
    return [{ ...candidate, tone: isEachItsOwn ? ('promise' as const) : ('activity' as const) }]
  })
}

/** Whether a candidate stands below a heading that names what it is about, beside others that do. */
function isOfTopic({ section: { heading, kind } }: Candidate): boolean {
  return heading !== null && kind === null
}

const SAYS_IN_FULL = new Set(['promise-in-full', 'promise-sentence', 'promise-said', 'promise-labelled'])

/** A numbered heading gives its number to the sentence below it that says the promise in full. */
function isSaidInFull({ rule, section }: Candidate, all: readonly Candidate[]): boolean {
  if (rule !== 'promise-numbered-heading' && rule !== 'promise-heading') return false
  return all.some(
    (other) =>
      other.section === section &&
      (SAYS_IN_FULL.has(other.rule) || (rule === 'promise-heading' && isPromisedByLeadIn(other))),
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

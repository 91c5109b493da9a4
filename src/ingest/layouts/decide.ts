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

/** The promises and activities of a page, the decided lists, and what was left out because it is repeated. */
export interface DecidedCommitments {
  readonly promises: readonly Candidate[]
  readonly activities: readonly Candidate[]
  readonly repeated: readonly Candidate[]
  readonly lists: readonly DecidedList[]
}

type DecidingStep = (page: Page, candidates: readonly Candidate[]) => readonly Candidate[]

// Each step looks at the whole page, and combines what single places say.
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
 * Tells promises from activities by the whole page. If a goal is above the activities, the goal is the promise. If a
 * page only lists activities, each item is a promise.
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
  // A sentence that summarises what others promise only repeats them.
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

/** The kind of a sentence or heading outside lists: below the first promise, it serves that promise. */
function kindByPlace({ tone, span }: Candidate, first: Candidate | null): ListKind {
  if (tone === 'promise' || first === null) return 'promises'
  return tone === 'activity' || span.start > first.span.start ? 'activities' : 'promises'
}

/** Sentences whose place does not decide count if there is nothing else, or if they continue something that counts. */
function withoutWeak(page: Page, candidates: readonly Candidate[]): readonly Candidate[] {
  const sure = candidates.filter(({ tone }) => tone !== 'weak')
  if (sure.length === 0) return candidates
  if (sure.some(isInList)) return sure
  // In prose in which each party makes its own promises, what they do besides is also a promise.
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

/** Whether a candidate is below a heading that names its topic, like others. */
function isOfTopic({ section: { heading, kind } }: Candidate): boolean {
  return heading !== null && kind === null
}

const SAYS_IN_FULL = new Set(['promise-in-full', 'promise-sentence', 'promise-said', 'promise-labelled'])

/** A numbered heading gives its number to the sentence below it that states the whole promise. */
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

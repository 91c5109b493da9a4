import type { Candidate } from '../layouts/candidate.ts'
import { namesGoal } from '../layouts/goals.ts'
import type { Page } from '../layouts/page.ts'
import type { Span } from '../text/source.ts'
import { statedActors } from '../values/actors.ts'
import { targetsIn } from '../values/targets.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** The part of the items that must be alike. */
const MOST = 2 / 3

/** "Polisen genomförde 14 kontroller", "vi har bytt lampor": past activities, right after the actor. */
const OF_THE_PAST =
  /^ +(?:har +(?:\p{L}+ +)?\p{L}{2,}(?:t|ts)|\p{L}{2,}(?:ade|rde|tte|nde|lde|ste|kte|pte))(?!\p{L})/u

/** "Två vandringar ordnades": a past activity. */
const WAS_DONE = /(?<!\p{L})\p{L}{2,}(?:ades|rdes|ndes|ldes|stes|ktes|ptes|ttes)(?!\p{L})/u

/** Whether words describe something that somebody has done. */
export function tellsOfThePast(page: Page, span: Span): boolean {
  const subject = statedActors(page, span).findLast(
    ({ rule }) => rule === 'actor-subject' || rule === 'actor-we',
  )
  if (subject !== undefined) return OF_THE_PAST.test(page.source.folded.slice(subject.end, span.end))
  const words = page.source.foldedSlice(span)
  return WAS_DONE.test(words) && !/(?<!\p{L})(?:ska|skall|kommer)(?!\p{L})/u.test(words)
}

/** The numbers and verbs of the items: "minska …" is a goal, "minst tio kontroller" below a goal is an activity. */
export function itemsWitness(page: Page, items: readonly Candidate[]): Testimony[] {
  const share = (isOne: (item: Candidate) => boolean) => items.filter(isOne).length / items.length
  const hasNumber = ({ span }: Candidate) => targetsIn(page, span).length > 0
  const hasGoal = ({ goal }: Candidate) => goal !== null
  const isGoal = (item: Candidate) => namesGoal(page, item.span) && !hasNumber(item)
  const isPast = (item: Candidate) => tellsOfThePast(page, item.span)
  const [first] = items
  const saw = first ? page.source.slice(first.span) : ''
  const base = { witness: 'items', weight: WEIGHT.items, saw }
  if (share(isPast) >= MOST) return [{ ...base, says: 'neither', weight: WEIGHT.itemsOfThePast }]
  if (share(isGoal) >= MOST) return [{ ...base, says: 'promises' }]
  return share(hasNumber) >= MOST && share(hasGoal) >= MOST ? [{ ...base, says: 'activities' }] : []
}

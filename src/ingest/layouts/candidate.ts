import type { Confidence } from '../confidence.ts'
import { agreedKind, type ListKind, type Testimony } from '../lists/testimony.ts'
import type { Span } from '../text/source.ts'
import { Unreadable } from '../unreadable.ts'
import type { ActorName } from '../values/actors.ts'
import type { Section } from './sections.ts'

/** Words that may be a promise or an activity, and what the place where they stand says of that. */
export interface Candidate {
  readonly span: Span
  /** `open`: the place leaves it to the rest of the document. `weak`: only if there is nothing else. */
  readonly tone: 'promise' | 'activity' | 'open' | 'weak' | 'neither'
  readonly rule: string
  readonly section: Section
  /** The sentence before the list, or the heading that leads into it. */
  readonly leadIn: Span | null
  /** Actors of a heading, or of the item above. */
  readonly actors: readonly ActorName[]
  /** The goal that it stands under, if there is one. */
  readonly goal: Candidate | null
  /** In a table, the cells that say who does it. */
  readonly who?: readonly Span[] | undefined
  /** The list of which it is an item: all of its items are of one kind. */
  readonly list?: CommitmentList | undefined
  /** What was heard of its list. Its tone is what they say together. */
  readonly testimony?: readonly Testimony[] | undefined
  /** How sure its kind is, once its list has been decided. */
  readonly confidence?: Confidence | undefined
}

/** Items that are decided about together: those that have the same list, one object. */
export interface CommitmentList {
  /** Of which item they are parts, if they are. */
  readonly of: Span | null
}

const TONES = {
  promises: 'promise',
  activities: 'activity',
  areas: 'weak',
  neither: 'neither',
} as const satisfies { [kind in ListKind]: Candidate['tone'] }

const LIST_RULES = {
  promise: 'promise-in-list',
  activity: 'activity-in-list',
  open: 'commitment-in-list',
  weak: 'focus-area-in-list',
  neither: 'no-commitment-in-list',
} as const satisfies { [tone in Candidate['tone']]: string }

/** An item of a list with one testimony more. */
export function heard(candidate: Candidate, ...more: readonly Testimony[]): Candidate {
  const testimony = [...(candidate.testimony ?? []), ...more]
  const kind = agreedKind(testimony)
  const tone = kind === null ? 'open' : TONES[kind]
  return { ...candidate, testimony, tone, rule: LIST_RULES[tone] }
}

/** Whether a candidate is an item of a list. */
export function isInList({ list }: Candidate): boolean {
  return list !== undefined
}

/** Whether the words that lead into a list made promises of its items. */
export function isPromisedByLeadIn({ tone, testimony = [] }: Candidate): boolean {
  return (
    tone === 'promise' && testimony.some(({ witness, says }) => witness === 'lead-in' && says === 'promises')
  )
}

/** No agreement has so many; what has is a collection of them, or something else. */
export const MOST_CANDIDATES = 500

/**
 * Checks that there are no more candidates than an agreement can have.
 *
 * @throws {Unreadable} when there are more than `MOST_CANDIDATES`.
 */
export function assertFew(found: readonly Candidate[]): void {
  if (found.length <= MOST_CANDIDATES) return
  throw new Unreadable(
    `The text has more than ${MOST_CANDIDATES} promises and activities; give each agreement as a separate document.`,
  )
}

import type { Confidence } from '../confidence.ts'
import { agreedKind, type ListKind, type Testimony } from '../lists/testimony.ts'
import type { Span } from '../text/source.ts'
import { Unreadable } from '../unreadable.ts'
import type { ActorName } from '../values/actors.ts'
import type { Section } from './sections.ts'

/** Words that may be a promise or an activity, and what their place says about that. */
export interface Candidate {
  readonly span: Span
  /** `open`: the rest of the document decides. `weak`: only if there is nothing else. */
  readonly tone: 'promise' | 'activity' | 'open' | 'weak' | 'neither'
  readonly rule: string
  readonly section: Section
  /** The sentence before the list, or the heading that leads into it. */
  readonly leadIn: Span | null
  /** Actors of a heading, or of the parent item. */
  readonly actors: readonly ActorName[]
  /** The goal that it is under, if there is one. */
  readonly goal: Candidate | null
  /** In a table, the cells that say who does it. */
  readonly who?: readonly Span[] | undefined
  /** The list that it is an item of: all items of a list have one kind. */
  readonly list?: CommitmentList | undefined
  /** What witnesses say about its list. Its tone is their common verdict. */
  readonly testimony?: readonly Testimony[] | undefined
  /** How certain its kind is, once its list has been decided. */
  readonly confidence?: Confidence | undefined
}

/** Items that are decided together: those that share one list object. */
export interface CommitmentList {
  /** The item of which they are parts, if any. */
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

/** A list item with one more testimony. */
export function heard(candidate: Candidate, ...more: readonly Testimony[]): Candidate {
  const testimony = [...(candidate.testimony ?? []), ...more]
  const kind = agreedKind(testimony)
  const tone = kind === null ? 'open' : TONES[kind]
  return { ...candidate, testimony, tone, rule: LIST_RULES[tone] }
}

/** Whether a candidate is a list item. */
export function isInList({ list }: Candidate): boolean {
  return list !== undefined
}

/** Whether the lead-in of the list made promises of its items. */
export function isPromisedByLeadIn({ tone, testimony = [] }: Candidate): boolean {
  return (
    tone === 'promise' && testimony.some(({ witness, says }) => witness === 'lead-in' && says === 'promises')
  )
}

/** No agreement has this many; such a document is a collection of agreements, or something else. */
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

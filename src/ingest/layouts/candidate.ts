import type { Span } from '../text/source.ts'
import { Unreadable } from '../unreadable.ts'
import type { ActorName } from '../values/actors.ts'
import type { Section } from './sections.ts'

/** Words that may be a promise or an activity, and what the place where they stand says of that. */
export interface Candidate {
  readonly span: Span
  /** `open`: the place leaves it to the rest of the document. `weak`: only if there is nothing else. */
  readonly tone: 'promise' | 'activity' | 'open' | 'weak'
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
}

/** No agreement has so many; what has is a collection of them, or something else. */
export const MOST_CANDIDATES = 500

/** Throws `Unreadable` where there are more candidates than an agreement can have. */
export function assertFew(found: readonly Candidate[]): void {
  if (found.length <= MOST_CANDIDATES) return
  throw new Unreadable(
    `The text has more than ${MOST_CANDIDATES} promises and activities; give each agreement as a separate document.`,
  )
}

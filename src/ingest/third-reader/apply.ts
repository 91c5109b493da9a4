import { CONFIDENCE } from '../confidence.ts'
import type { Candidate } from '../layouts/candidate.ts'
import type { Page } from '../layouts/page.ts'
import type { DecidedList } from '../lists/decide-lists.ts'
import { proposalFor } from '../lists/third-reader.ts'
import { overlap, type Span } from '../text/source.ts'
import type { Actor } from '../values/actors.ts'
import { verbatimSpan } from './proposals.ts'

// Proposals of a third reader beside the kinds of lists: goals, promises and activities that the rules did not read, and
// who does what. They are doubtful, marked with their rule, and change nothing that the rules are certain of.

/** The goals that a third reader quotes for lists of activities without a goal. */
export function proposedGoals(
  page: Page,
  lists: readonly DecidedList[],
  used: readonly Candidate[],
): Map<DecidedList, Candidate> {
  const goals = new Map<DecidedList, Candidate>()
  for (const list of lists) {
    const [first] = list.items
    const isOpen = first !== undefined && list.kind === 'activities' && first.goal === null
    const quote = isOpen ? proposalFor(page, list.items)?.goal : null
    const span = quote ? verbatimSpan(page.source, quote) : null
    if (!first || !span || span.end > first.span.start) continue
    const same = used.find((each) => overlap(each.span, span))
    if (same === undefined) goals.set(list, proposed(first, span, 'promise'))
    else if (same.tone === 'promise') goals.set(list, same)
  }
  return goals
}

/** The promises and activities that a third reader quotes where the rules read none. */
export function proposedCommitments(
  page: Page,
  read: readonly Span[],
  base: Candidate | undefined,
): Candidate[] {
  if (!page.proposals || !base) return []
  return page.proposals.commitments.flatMap(({ words, kind }) => {
    const span = verbatimSpan(page.source, words)
    if (!span || read.some((each) => overlap(each, span))) return []
    return [proposed(base, span, kind === 'promises' ? 'promise' : 'activity')]
  })
}

function proposed({ section }: Candidate, span: Span, tone: 'promise' | 'activity'): Candidate {
  return {
    span,
    tone,
    rule: `${tone}-by-third-reader`,
    section,
    leadIn: null,
    actors: [],
    goal: null,
    confidence: CONFIDENCE.doubtful,
  }
}

/** Who does what the words say, as a third reader quotes it. */
export function proposedActors({ source, lookups, proposals }: Page, span: Span): Actor[] {
  const own = source.slice(span)
  const proposal = proposals?.commitments.find(({ words }) => words === own)
  return (proposal?.actors ?? []).flatMap(({ id, words }) => {
    const named = verbatimSpan(source, words)
    if (!named || !lookups.actorIds.has(id)) return []
    return [{ ...named, id, basis: 'lead_in', rule: 'actor-by-third-reader' }]
  })
}

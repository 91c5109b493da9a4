import type { Block } from '../text/blocks.ts'
import { type Span, trimmed } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { type ActorName, actorOnly, statedActors } from '../values/actors.ts'
import type { Candidate } from './candidates.ts'
import { boilerplateRule, isSpeech } from './decoys.ts'
import { type Tone, toneOf } from './lead-ins.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

const LIST_RULES = {
  promise: 'promise-in-list',
  activity: 'activity-in-list',
  open: 'commitment-in-list',
  weak: 'focus-area-in-list',
} as const satisfies { [tone in Candidate['tone']]: string }
const NESTING = {
  goal: { tone: 'promise', rule: 'promise-above-nested' },
  child: { tone: 'activity', rule: 'activity-nested' },
} as const

/** The promises or activities of a list. */
export function readList(
  page: Page,
  section: Section,
  list: readonly Block[],
  leadIn: Span | null,
  goal: Candidate | null,
): Candidate[] {
  const { source } = page
  const said: Tone = leadIn ? toneOf(source, leadIn) : 'open'
  if (said === 'wish' || said === 'finding') return []
  const tone = toneOfList(said, section, goal)
  const found: Candidate[] = []
  const parents: {
    depth: number
    item: Candidate | null
    leadIn: Span | null
    actors: readonly ActorName[]
  }[] = []
  for (const [index, block] of list.entries()) {
    while (parents.length > 0 && (parents.at(-1)?.depth ?? 0) >= block.depth) parents.pop()
    const parent = parents.at(-1)
    const span = trimmed(source.text, block.span)
    if (span.end - span.start > MOST_SENTENCE || isSpeech(page, span) || boilerplateRule(page, span) !== null)
      continue
    const hasChildren = (list[index + 1]?.depth ?? 0) > block.depth
    const heads = hasChildren ? actorOnly(page, span) : []
    const actors = parent?.actors.length ? parent.actors : section.actors
    if (heads.length > 0 || (hasChildren && source.text[span.end - 1] === ':')) {
      parents.push({
        depth: block.depth,
        item: parent?.item ?? null,
        leadIn: heads.length > 0 ? null : span,
        actors: heads,
      })
      continue
    }
    const isGoal = hasChildren && block.depth === 0 && goal === null && statedActors(page, span).length === 0
    const candidate: Candidate = {
      span,
      ...(isGoal ? NESTING.goal : parent?.item ? NESTING.child : { tone, rule: LIST_RULES[tone] }),
      section,
      leadIn: parent?.leadIn ?? leadIn,
      actors,
      goal: parent?.item ?? goal,
    }
    found.push(candidate)
    if (hasChildren)
      parents.push({ depth: block.depth, item: isGoal ? candidate : null, leadIn: null, actors })
  }
  return found
}

function toneOfList(said: Tone, section: Section, goal: Candidate | null): Candidate['tone'] {
  if (said === 'activity') return 'activity'
  // Under a numbered promise or a slogan, what somebody promises is how it is kept.
  const isUnderHeading = goal?.rule === 'promise-numbered-heading' || goal?.rule === 'promise-heading'
  if (isUnderHeading) return 'activity'
  if (said === 'promise') return 'promise'
  if (section.kind === 'activities') return 'activity'
  if (section.kind === 'focus_areas') return 'weak'
  return 'open'
}

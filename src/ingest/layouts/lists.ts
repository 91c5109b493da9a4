import type { Block } from '../text/blocks.ts'
import { type Span, trimmed } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { type ActorName, actorOnly, statedActors } from '../values/actors.ts'
import type { Candidate } from './candidate.ts'
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
/** An item that tells for how long a promise holds, or how it is followed up. */
const TELLS_OF_AGREEMENT =
  /^(?:(?:medborgar)?löftet +(?:löper|gäller|följs|utvärderas)|uppföljning +(?:ska|sker|görs))(?!\p{L})/u
/** An item that ends so says who does what the items below it say. */
const LEADS_ON = /:$|(?<!\p{L})(?:att|ska|skall|tillsammans)$/u
const NESTING = {
  goal: { tone: 'promise', rule: 'promise-above-nested' },
  child: { tone: 'activity', rule: 'activity-nested' },
  cell: { tone: 'promise', rule: 'promise-in-column' },
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
  if (isQuotation(page, section, list, leadIn)) return []
  const isLed = leadIn !== null && !(goal !== null && isComplete(page, leadIn))
  const saidAbove: Tone = leadIn ? toneOf(source, leadIn) : 'open'
  const said: Tone = saidAbove === 'promise' && !isLed ? 'open' : saidAbove
  if (said === 'wish' || said === 'finding' || said === 'told') return []
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
    if (TELLS_OF_AGREEMENT.test(source.foldedSlice(span))) continue
    const hasChildren = (list[index + 1]?.depth ?? 0) > block.depth
    const isPromised = block.cell?.column === 'promise'
    const heads = hasChildren && !isPromised ? actorOnly(page, span) : []
    const actors = parent?.actors.length ? parent.actors : section.actors
    if (heads.length > 0 || (hasChildren && !isPromised && LEADS_ON.test(source.foldedSlice(span)))) {
      parents.push({
        depth: block.depth,
        item: parent?.item ?? null,
        leadIn: heads.length > 0 ? null : span,
        actors: heads,
      })
      continue
    }
    const isByMeans = hasChildren && / genom$/.test(source.foldedSlice(span))
    const isGoal =
      isPromised ||
      (hasChildren &&
        block.depth === 0 &&
        goal === null &&
        (isByMeans || statedActors(page, span).length === 0))
    const candidate: Candidate = {
      span,
      ...placing(isPromised, isGoal, parent?.item ?? null, tone),
      section,
      leadIn: parent?.leadIn ?? (isLed ? leadIn : null),
      actors,
      goal: isPromised ? null : (parent?.item ?? goal),
      who: block.cell?.who,
    }
    found.push(candidate)
    if (hasChildren)
      parents.push({
        depth: block.depth,
        item: isGoal ? candidate : null,
        leadIn: isByMeans ? span : null,
        actors,
      })
  }
  return found
}

function placing(isPromised: boolean, isGoal: boolean, parent: Candidate | null, tone: Candidate['tone']) {
  if (isPromised) return NESTING.cell
  if (isGoal) return NESTING.goal
  return parent ? NESTING.child : { tone, rule: LIST_RULES[tone] }
}

/** In news, a dash alone begins what somebody says: no list leads to it. */
function isQuotation(
  { source }: Page,
  section: Section,
  list: readonly Block[],
  leadIn: Span | null,
): boolean {
  const [only] = list
  const line = only?.lines[0]
  if (list.length > 1 || !only || !line || !/[-–—]/.test(source.text[line.span.start] ?? '')) return false
  const isSentence = /[.!?”"]$/.test(source.slice(only.span))
  const isBelow = leadIn !== null && leadIn !== section.heading?.span && source.text[leadIn.end - 1] !== ':'
  return isSentence && isBelow
}

/** Whether a sentence is complete in itself, so that a list below it is not led into by it. */
function isComplete({ source }: Page, leadIn: Span): boolean {
  const words = source.foldedSlice(leadIn)
  return /[.!]["”]?$/.test(words) && !/(?<!\p{L})(?:följande|nedan|här|dessa)(?!\p{L})/u.test(words)
}

/** "Trygg trafikmiljö" above "Polisen och kommunen lovar att:" names what the promises are about. */
function isTopic(said: Tone, goal: Candidate): boolean {
  return said === 'promise' && goal.rule === 'promise-heading'
}

const ABOVE_ACTIVITIES = new Set(['promise-numbered-heading', 'promise-heading', 'promise-purpose'])

function toneOfList(said: Tone, section: Section, goal: Candidate | null): Candidate['tone'] {
  if (said === 'activity') return 'activity'
  // Under a numbered promise, a slogan or a purpose, what somebody promises is how it is kept.
  if (goal !== null && ABOVE_ACTIVITIES.has(goal.rule) && !isTopic(said, goal)) return 'activity'
  if (said === 'promise') return 'promise'
  if (section.kind === 'activities') return 'activity'
  if (section.kind === 'focus_areas') return 'weak'
  return 'open'
}

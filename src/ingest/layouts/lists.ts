import { goalAboveWitness } from '../lists/goal-above.ts'
import { headingWitness } from '../lists/heading.ts'
import { leadInWitness } from '../lists/lead-in.ts'
import { type ItemPlace, nestingWitness } from '../lists/nesting.ts'
import { purposeWitness } from '../lists/purpose.ts'
import type { Block } from '../text/blocks.ts'
import { type Span, trimmed } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { type ActorName, actorOnly, statedActors } from '../values/actors.ts'
import { namesIn } from '../values/people.ts'
import { type Candidate, type CommitmentList, heard } from './candidate.ts'
import { boilerplateRule, isSpeech } from './decoys.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

/** An item that says how long a promise is valid, or how it is followed up. */
const TELLS_OF_AGREEMENT =
  /^(?:(?:medborgar)?löftet +(?:löper|gäller|följs|utvärderas)|uppföljning +(?:ska|sker|görs))(?!\p{L})/u
/** An item with this ending says who does what the items below it say. */
const LEADS_ON = /:$|(?<!\p{L})(?:att|ska|skall|tillsammans)$/u

/** The items of a list, with what their place says about their kind. */
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
  const above = [
    ...leadInWitness(page, leadIn, isLed),
    ...goalAboveWitness(page, goal, leadIn),
    ...purposeWitness(source, goal),
    ...headingWitness(source, section),
  ]
  // "Ge stöd till dem som säger nej": in a list of promises nobody is quoted.
  const isOfPromises = above.some(({ says }) => says !== 'neither')
  const found: Candidate[] = []
  // Items with parts, items without, and the parts of each item are separate lists.
  const lists = new Map<string, CommitmentList>()
  const listOf = ({ isPromiseCell, isAboveParts }: ItemPlace, of: Candidate | null) => {
    const key = `${isPromiseCell || isAboveParts} ${of?.span.start ?? ''}`
    const made = lists.get(key) ?? { of: of?.span ?? null }
    lists.set(key, made)
    return made
  }
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
    if (span.end - span.start > MOST_SENTENCE || isDropped(page, span, isOfPromises)) continue
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
    const place = {
      isPromiseCell: isPromised,
      isAboveParts: isGoal,
      above: isPromised || isGoal ? null : (parent?.item?.span ?? null),
    }
    const candidate = heard(
      {
        span,
        tone: 'open',
        rule: 'commitment-in-list',
        section,
        leadIn: parent?.leadIn ?? (isLed ? leadIn : null),
        actors,
        goal: isPromised ? null : (parent?.item ?? goal),
        who: block.cell?.who,
        list: listOf(place, parent?.item ?? null),
      },
      ...nestingWitness(source, place),
      ...above,
    )
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

/** "Dela sidan", "Skriv ut": controls of the site. */
const MOST_SITE_WORDS = 2

/** Whether an item does not belong to the list: a control of the site, or a quotation with a name. */
function isDropped(page: Page, span: Span, isOfPromises: boolean): boolean {
  // "Lyssna på vad unga säger": in such a list, only items that contain nothing else are controls of the site.
  const isLong = page.source.slice(span).split(/\s+/).length > MOST_SITE_WORDS
  return (
    (boilerplateRule(page, span) !== null && !(isOfPromises && isLong)) ||
    (isSpeech(page, span) && (!isOfPromises || namesIn(page, span).length > 0))
  )
}

/** In news, a dash without a lead-in begins a quotation. */
function isQuotation(page: Page, section: Section, list: readonly Block[], leadIn: Span | null): boolean {
  const { source } = page
  const [only] = list
  const line = only?.lines[0]
  if (list.length > 1 || !only || !line || !/[-–—]/.test(source.text[line.span.start] ?? '')) return false
  const isSentence = /[.!?”"]$/.test(source.slice(only.span))
  if (!isSpeech(page, { start: 0, end: source.text.length })) return false
  const isBelow = leadIn !== null && leadIn !== section.heading?.span && source.text[leadIn.end - 1] !== ':'
  return isSentence && isBelow
}

/** Whether a sentence is complete in itself, so that it does not lead into the list below it. */
function isComplete({ source }: Page, leadIn: Span): boolean {
  const words = source.foldedSlice(leadIn)
  return /[.!]["”]?$/.test(words) && !/(?<!\p{L})(?:följande|nedan|här|dessa)(?!\p{L})/u.test(words)
}

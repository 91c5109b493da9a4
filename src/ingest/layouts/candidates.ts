import { CONFIDENCE } from '../confidence.ts'
import type { Block } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { statedActors } from '../values/actors.ts'
import { areasOf, withAreas } from './areas.ts'
import { assertFew, type Candidate, isPromisedByLeadIn } from './candidate.ts'
import { saysCommitment } from './commits.ts'
import { boilerplateRule, isSpeech } from './decoys.ts'
import { goalOfHeading } from './heading-goals.ts'
import { readLabelled } from './labelled.ts'
import { toneOf } from './lead-ins.ts'
import { readList } from './lists.ts'
import type { Page } from './page.ts'
import { headingsBesideGoals } from './parallel-headings.ts'
import { readParagraph } from './prose.ts'
import { promisesBelow, type Section } from './sections.ts'
import { headsOnePromise } from './sentence-goals.ts'
import { longerWords } from './wordings.ts'

/** Sections whose text promises nothing. */
const SILENT = new Set([
  'wishes',
  'earlier',
  'follow_up',
  'findings',
  'background',
  'contact',
  'signing',
  'period',
])

const TELLS_OF_SITUATION: ReadonlySet<string | null> = new Set(['wishes', 'findings', 'background'])

/** Collects everything on a page that may be a promise or an activity, in order. */
export function candidatesOf(page: Page, sections: readonly Section[]): Candidate[] {
  const found: Candidate[] = []
  const promised: { candidate: Candidate; words: ReadonlySet<string> }[] = []
  let goal: Candidate | null = null
  let areas: readonly Block[] = []
  let isUnderPromises = false
  const besideGoals = headingsBesideGoals(page, sections)
  for (const [index, section] of sections.entries()) {
    if (section.kind !== null && SILENT.has(section.kind)) {
      areas = section.kind === 'findings' ? areasOf(section) : areas
      // "… lovar att verka för trygghet genom att:" leads to nothing if another subject follows.
      if (section.heading !== null && leadsNowhere(page, found.at(-1))) {
        found.pop()
        promised.pop()
      }
      goal = null
      found.push(...silentLists(page, section))
      assertFew(found)
      continue
    }
    const isNumbered = section.heading?.lines[0]?.marker?.kind === 'number'
    if (leadsToPromisedHeadings(page, sections[index - 1])) isUnderPromises = true
    while (promised.length < found.length)
      promised.push(promisedWords(page, found[promised.length] as Candidate))
    const own = goalOfHeading(
      page,
      section,
      promised,
      (isNumbered && isUnderPromises) ||
        isSlogan(page, section, isUnderPromises) ||
        (isNumbered && commitsSomebody(page, section)) ||
        isBelowOnePromise(page, section, sections[index - 1]) ||
        besideGoals.has(section),
      leadsToActivities(sections.slice(index)),
    )
    const isPart = section.kind === 'activities' || section.actors.length > 0
    if (section.heading && !isNumbered && !isPart && !isSlogan(page, section, isUnderPromises))
      isUnderPromises = section.kind === 'focus_areas' || promisesBelow(page, section)
    // "2. Gemensamma mål" above "2.1 …".
    if (isNumbered && section.kind === 'promises' && section.blocks.length === 0) isUnderPromises = true
    if (own && besideGoals.has(section)) own.candidate = { ...own.candidate, confidence: CONFIDENCE.inferred }
    if (own) goal = own.candidate
    else if (endsGoal(section, goal)) goal = null
    if (own?.isNew) found.push(own.candidate)
    const candidates = withAreas(page, candidatesIn(page, section, goal), areas)
    if (candidates.some(({ rule }) => rule === 'promise-of-area')) areas = []
    for (const candidate of candidates) found.push(candidate)
    assertFew(found)
    for (const candidate of found.slice(promised.length)) promised.push(promisedWords(page, candidate))
    goal = goalAfter(candidates, goal)
  }
  return found
}

/** Whether headings without text are right above a heading of activities: "Minska …", "Aktiviteter". */
function leadsToActivities(sections: readonly Section[]): boolean {
  const next = sections.find(({ blocks }, index) => index > 0 && blocks.length > 0)
  return next?.kind === 'activities'
}

function promisedWords({ source }: Page, candidate: Candidate) {
  return { candidate, words: longerWords(source, candidate.span) }
}

/** The lists below a heading that promises nothing: they are decided like all others. */
function silentLists(page: Page, section: Section): Candidate[] {
  if (!TELLS_OF_SITUATION.has(section.kind)) return []
  const items = section.blocks.filter(({ kind }) => kind === 'item')
  return [...Map.groupBy(items, ({ list }) => list).values()].flatMap((list) => {
    const before = section.blocks[section.blocks.indexOf(list[0] as Block) - 1]
    const above = before && before.kind !== 'item' ? leadInOf(page, before.span) : null
    return readList(page, section, list, above, null)
  })
}

/** Whether a promise is the last sentence of its section, and leads into something. */
function leadsNowhere({ source }: Page, last: Candidate | undefined): boolean {
  if (last?.rule !== 'promise-sentence' || last.leadIn === null) return false
  const end = last.section.blocks.at(-1)?.span.end
  return last.leadIn.end === end && source.text[end - 1] === ':'
}

/** "Tre saker lovar vi dig:" above headings that promise one thing each. */
function leadsToPromisedHeadings(page: Page, before: Section | undefined): boolean {
  const last = before?.blocks.at(-1)
  if (last?.kind !== 'paragraph' || page.source.text[last.span.end - 1] !== ':') return false
  const sentence = lastSentence(page, last.span)
  return sentence !== null && toneOf(page, sentence) === 'promise'
}

/** "1. Polisen ska …": a heading only by its form. */
function commitsSomebody(page: Page, { heading }: Section): boolean {
  if (heading === null || !saysCommitment(page.source.foldedSlice(heading.span))) return false
  return statedActors(page, heading.span).some(({ rule }) => rule === 'actor-subject')
}

/** "Vårt löfte:" right above a line that looks like a heading. */
function isBelowOnePromise(page: Page, { heading }: Section, before: Section | undefined): boolean {
  if (heading === null || before?.blocks.length !== 0 || !headsOnePromise(page, before.heading)) return false
  // "Medborgarlöfte" and below it "Habo kommun 2019" are a title of two lines.
  const { source, lookups } = page
  return (
    lookups.municipalities(source, heading.span).length === 0 && !/\d{4}/.test(source.slice(heading.span))
  )
}

/** "En lugn hamn", "Ett levande centrum": a desired state, under a heading that says that promises follow. */
const SLOGAN = /^(?:en|ett|fler|färre|mer|mindre)(?!\p{L})(?=.* )/u

function isSlogan(
  { source }: Page,
  { heading, kind, blocks, actors }: Section,
  isUnderPromises: boolean,
): boolean {
  if (!isUnderPromises || heading === null || kind !== null || actors.length > 0) return false
  return blocks.length > 0 && SLOGAN.test(source.foldedSlice(heading.span))
}

/** Whether a heading begins something that does not belong to the goal above it: promises, or another topic. */
function endsGoal({ heading, kind, actors }: Section, goal: Candidate | null): boolean {
  if (heading === null || actors.length > 0) return false
  if (kind === 'promises') return true
  const isOfTopic =
    goal?.rule === 'promise-sentence' && goal.section.heading !== null && goal.section.kind === null
  return kind === null && isOfTopic
}

/** The goal of what follows: the one sentence that promised, until another does. */
function goalAfter(candidates: readonly Candidate[], goal: Candidate | null): Candidate | null {
  const promised = candidates.filter((each) => each.tone === 'promise' && !isPromisedByLeadIn(each))
  if (promised.length === 0) return candidates.some(isPromisedByLeadIn) ? null : goal
  return promised.length === 1 ? (promised[0] ?? null) : null
}

function candidatesIn(page: Page, section: Section, goal: Candidate | null): Candidate[] {
  let found: Candidate[] = []
  let current = goal
  let leadIn: Span | null = null
  let listLeadIn: Span | null = null
  const items = section.blocks.filter(({ kind }) => kind === 'item')
  const lists = Map.groupBy(items, ({ list }) => list)
  for (const [index, block] of section.blocks.entries()) {
    if (block.isUnreadRow || (block.kind !== 'item' && boilerplateRule(page, block.span) !== null)) continue
    if (block.holds !== undefined) {
      const read = readLabelled(page, section, block, found, current)
      found = read.found
      current = read.goal
      continue
    }
    if (block.kind === 'paragraph') {
      const next = section.blocks[index + 1]
      const isLeadIn = next?.kind === 'item' && !isSpeech(page, next.span)
      const read = readParagraph(page, section, block, { isLeadIn, leadIn }, current)
      for (const candidate of read) found.push(candidate)
      const isSecond = current !== null && current.section === section && read.some(isPromiseSentence)
      // If several promises are above a list, it is not tied to one of them.
      current = isSecond && isPromiseSentence(current) ? null : goalAfter(read, current)
      // What it leads into may be sentences on lines of their own.
      if (page.source.text[block.span.end - 1] === ':') leadIn = lastSentence(page, block.span)
      continue
    }
    const list = lists.get(block.list)
    if (!list || list[0] !== block) continue
    const before = section.blocks[index - 1]
    // A list that follows another has the words above both.
    if (before?.kind !== 'item')
      listLeadIn = before ? leadInOf(page, before.span) : (section.heading?.span ?? null)
    leadIn = null
    const read = readList(page, section, list, listLeadIn, current)
    for (const candidate of read) found.push(candidate)
    current = goalAfter(read, current)
  }
  return found
}

function isPromiseSentence(candidate: Candidate | null): boolean {
  return candidate?.rule === 'promise-sentence'
}

function lastSentence({ source }: Page, span: Span): Span | null {
  const last = sentencesIn(source.text, span).at(-1)
  return last && last.end - last.start <= MOST_SENTENCE ? last : null
}

/** The sentence that leads into a list: the last, or an earlier one that says more about the list. */
function leadInOf(page: Page, paragraph: Span): Span | null {
  const { source } = page
  const last = lastSentence(page, paragraph)
  if (!last || source.text[last.end - 1] === ':' || toneOf(page, last) !== 'open') return last
  const sentences = sentencesIn(source.text, paragraph).filter(
    ({ start, end }) => end - start <= MOST_SENTENCE,
  )
  // "Här är de i rangordning." adds nothing to the sentence before it.
  if (/^(?:här|dessa|de|det|detta)(?!\p{L})/u.test(source.foldedSlice(last)) && sentences.length > 1) {
    const before = sentences.at(-2) as Span
    if (toneOf(page, before) !== 'open') return before
  }
  const pointing = sentences.filter((sentence) =>
    /(?<!\p{L})(?:följande|nedan)/u.test(source.foldedSlice(sentence)),
  )
  return pointing.at(-1) ?? last
}

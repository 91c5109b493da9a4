import type { Block } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import { type Span, trimmed } from '../text/source.ts'
import { MOST_SENTENCE, Unreadable } from '../unreadable.ts'
import { type ActorName, actorOnly, statedActors } from '../values/actors.ts'
import { boilerplateRule, isAboutAgreements, isSpeech } from './decoys.ts'
import { aimsInSentence, goalInHeading, goalsInSentence, meansInSentence } from './goals.ts'
import { purposeOf, type Tone, toneOf } from './lead-ins.ts'
import type { Page } from './page.ts'
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
}

/** No agreement has so many; what has is a collection of them, or something else. */
export const MOST_CANDIDATES = 500

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

const COMMITS =
  /(?<![\p{L}])(?:ska|skall|bör|kommer +att|kommer +(?:polisen|kommunen|vi)|fortsätter +att|lovar)(?![\p{L}])/u
const CONTINUES = /^(?:detta|det|dessa|arbetet|här)(?: +(?:ska|sker|görs|gör|kommer|genom|innebär|bl\.a\.))/

/** Gathers everything on a page that may be a promise or an activity, in its order. */
export function candidatesOf(page: Page, sections: readonly Section[]): Candidate[] {
  const found: Candidate[] = []
  let goal: Candidate | null = null
  for (const section of sections) {
    if (section.kind !== null && SILENT.has(section.kind)) {
      goal = null
      continue
    }
    const own = goalOfHeading(page, section, found)
    if (own) goal = own.candidate
    else if (section.heading && section.kind === 'promises' && section.actors.length === 0) goal = null
    if (own?.isNew) found.push(own.candidate)
    const candidates = candidatesIn(page, section, goal)
    found.push(...candidates)
    if (found.length > MOST_CANDIDATES) {
      throw new Unreadable(
        `the text has more than ${MOST_CANDIDATES} promises and activities; give each agreement as a document of its own`,
      )
    }
    goal = goalAfter(candidates, goal)
  }
  return found
}

/** The goal that what follows stands under: the one sentence that promised, until another does. */
function goalAfter(candidates: readonly Candidate[], goal: Candidate | null): Candidate | null {
  const promised = candidates.filter(({ tone, rule }) => tone === 'promise' && rule !== 'promise-in-list')
  if (promised.length === 0) return candidates.some(({ rule }) => rule === 'promise-in-list') ? null : goal
  return promised.length === 1 ? (promised[0] ?? null) : null
}

function goalOfHeading(
  page: Page,
  section: Section,
  before: readonly Candidate[],
): { candidate: Candidate; isNew: boolean } | null {
  const { heading } = section
  if (!heading || section.actors.length > 0) return null
  const same = before.find(({ span, tone }) => tone === 'promise' && isSameWording(page, span, heading.span))
  if (same) return { candidate: same, isNew: false }
  const goal = goalInHeading(page.source, heading.span)
  if (!goal || goal.span.start >= goal.span.end) return null
  // A heading of the page that happens to begin so has nothing to keep below it.
  if (!goal.isNumbered && section.blocks.length === 0) return null
  const base = { section, leadIn: null, actors: [], goal: null, span: goal.span }
  return {
    isNew: true,
    candidate: {
      ...base,
      tone: 'promise',
      rule: goal.isNumbered ? 'promise-numbered-heading' : 'promise-heading',
    },
  }
}

function candidatesIn(page: Page, section: Section, goal: Candidate | null): Candidate[] {
  const found: Candidate[] = []
  let current = goal
  const lists = new Map<number, Block[]>()
  for (const block of section.blocks) {
    if (block.kind === 'item') lists.set(block.list, [...(lists.get(block.list) ?? []), block])
  }
  for (const [index, block] of section.blocks.entries()) {
    if (boilerplateRule(page, block.span) !== null) continue
    if (block.kind === 'paragraph') {
      const next = section.blocks[index + 1]
      const isLeadIn = next?.kind === 'item' && !isSpeech(page, next.span)
      const read = readParagraph(page, section, block, isLeadIn, current)
      found.push(...read)
      current = goalAfter(read, current)
      continue
    }
    const list = lists.get(block.list)
    if (!list || list[0] !== block) continue
    const before = section.blocks[index - 1]
    const leadIn =
      before?.kind === 'paragraph' ? lastSentence(page, before.span) : (section.heading?.span ?? null)
    const read = readList(page, section, list, leadIn, current)
    found.push(...read)
    current = goalAfter(read, current)
  }
  return found
}

function lastSentence({ source }: Page, span: Span): Span | null {
  const last = sentencesIn(source.text, span).at(-1)
  return last && last.end - last.start <= MOST_SENTENCE ? last : null
}

/** The promises and activities of a paragraph's sentences. */
function readParagraph(
  page: Page,
  section: Section,
  block: Block,
  isLeadIn: boolean,
  goal: Candidate | null,
): Candidate[] {
  const { source } = page
  const found: Candidate[] = []
  const base = { section, leadIn: null, actors: section.actors }
  const sentences = sentencesIn(source.text, block.span)
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.end - sentence.start > MOST_SENTENCE || isSpeech(page, sentence)) continue
    const words = source.foldedSlice(sentence)
    const under = found.findLast(({ tone }) => tone === 'promise') ?? goal
    if (isLeadIn && index === sentences.length - 1) {
      const purpose = purposeOf(source, sentence)
      if (purpose)
        found.push({ ...base, span: purpose, tone: 'promise', rule: 'promise-purpose', goal: null })
      else if (!words.endsWith(':'))
        found.push(...promised(goalsInSentence(source, sentence), 'promise-sentence'))
      continue
    }
    const goals = goalsInSentence(source, sentence)
    const means = under ? meansInSentence(source, sentence) : []
    const label = /^(?:aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?)(?: *\d{1,2})? *[:–-] */.exec(words)
    const last = found.at(-1)
    if (goals.length > 0) found.push(...promised(goals, 'promise-sentence'))
    else if (means.length > 0 && last?.tone === 'promise') {
      for (const span of means)
        found.push({ ...base, span, tone: 'activity', rule: 'activity-of-means', goal: under })
    } else if (label) {
      const span = { start: sentence.start + label[0].length, end: sentence.end }
      found.push({ ...base, span, tone: 'activity', rule: 'activity-labelled', goal })
    } else if (last && last.tone !== 'promise' && CONTINUES.test(words) && last.span.end < sentence.start) {
      found[found.length - 1] = { ...last, span: { start: last.span.start, end: sentence.end } }
    } else if (COMMITS.test(words) && !isAboutAgreements(page, sentence)) {
      const aims = section.kind === 'promises' ? aimsInSentence(source, sentence) : []
      if (aims.length > 0 && leadsToActivities(page, section, block))
        found.push(...promised(aims, 'promise-aim'))
      else found.push({ ...base, span: sentence, ...toneOfSentence(page, section, sentence, goal), goal })
    }
  }
  return found

  function promised(spans: readonly Span[], rule: string): Candidate[] {
    return spans.map((span) => ({ ...base, leadIn: block.span, span, tone: 'promise', rule, goal: null }))
  }
}

/** Whether a list that is said to be of activities stands below a paragraph in its section. */
function leadsToActivities({ source }: Page, section: Section, paragraph: Block): boolean {
  const after = section.blocks.slice(section.blocks.indexOf(paragraph) + 1)
  return after.some(
    (block, index) =>
      block.kind === 'item' && index > 0 && toneOf(source, (after[index - 1] as Block).span) === 'activity',
  )
}

function toneOfSentence(
  page: Page,
  section: Section,
  sentence: Span,
  goal: Candidate | null,
): { tone: Candidate['tone']; rule: string } {
  const rule = 'commitment-sentence'
  if (section.kind === 'activities') return { tone: 'activity', rule }
  // "Löfte 1 Trygg trafik" is a title; the sentence below it says what is promised.
  if (
    goal?.rule === 'promise-numbered-heading' &&
    goal.section === section &&
    statedActors(page, sentence).length > 1
  ) {
    return { tone: 'promise', rule: 'promise-in-full' }
  }
  return { tone: goal ? 'open' : 'weak', rule }
}

/** The promises or activities of a list. */
function readList(
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
      tone: isGoal ? 'promise' : parent?.item ? 'activity' : tone,
      rule: isGoal
        ? 'promise-above-nested'
        : parent?.item
          ? 'activity-nested'
          : tone === 'promise'
            ? 'promise-in-list'
            : tone === 'activity'
              ? 'activity-in-list'
              : 'commitment-in-list',
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

/** Whether two wordings of a promise are the same one: most of the longer words of the shorter are in the other. */
export function isSameWording({ source }: Page, one: Span, other: Span): boolean {
  const [a, b] = [one, other].map((span) => new Set(source.foldedSlice(span).match(/\p{L}{4,}/gu) ?? []))
  if (!a || !b || a.size === 0 || b.size === 0) return false
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  const shared = [...few].filter((word) => many.has(word)).length
  return shared / few.size >= 0.8 && few.size / many.size >= 0.5
}

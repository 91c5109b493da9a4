import type { Block } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { statedActors } from '../values/actors.ts'
import { assertFew, type Candidate } from './candidates.ts'
import { isAboutAgreements, isSpeech } from './decoys.ts'
import { aimOf, aimsInSentence, goalsInSentence, itemsAfterColon, meansInSentence } from './goals.ts'
import { purposeOf, toneOf } from './lead-ins.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

const COMMITS =
  /(?<![\p{L}])(?:ska|skall|bör|kommer +(?:\p{L}+ +){0,8}?att|kommer +(?:polisen|kommunen|vi)|fortsätter +att|lovar)(?![\p{L}])/u
const CONTINUES = /^(?:detta|det|dessa|arbetet|här)(?: +(?:ska|sker|görs|gör|kommer|genom|innebär|bl\.a\.))/

const ACTIVITY_LABEL = /^(?:aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?)(?: *\d{1,2})? *[:–-] */
const PROMISE_LABEL =
  /^(?:(?:övergripande|gemensamt|vårt|våra|långsiktigt|årets) +)?(?:effektmål|mål|målsättning|löfte|medborgarlöfte)(?: *\d{1,2})? *[:–] *(?=.{12})/

/** The promises and activities of a paragraph's sentences. */
export function readParagraph(
  page: Page,
  section: Section,
  block: Block,
  place: { readonly isLeadIn: boolean; readonly leadIn: Span | null },
  goal: Candidate | null,
): Candidate[] {
  const { source } = page
  const found: Candidate[] = []
  const base = { section, leadIn: place.leadIn, actors: section.actors }
  const sentences = sentencesIn(source.text, block.span)
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.end - sentence.start > MOST_SENTENCE || isSpeech(page, sentence)) continue
    assertFew(found)
    const words = source.foldedSlice(sentence)
    const under: Candidate | null = found.findLast(({ tone }) => tone === 'promise') ?? goal
    if (place.isLeadIn && index === sentences.length - 1) {
      const purpose = purposeOf(source, sentence)
      if (purpose)
        found.push({ ...base, span: purpose, tone: 'promise', rule: 'promise-purpose', goal: null })
      else if (!words.endsWith(':') && !/följande/.test(words))
        found.push(...promised(goalsInSentence(source, sentence), 'promise-sentence', sentence))
      continue
    }
    const goals = goalsInSentence(source, sentence)
    const means = under ? meansInSentence(source, sentence) : []
    const aim = aimOf(source, sentence)
    const label = ACTIVITY_LABEL.exec(words)
    const promiseLabel = PROMISE_LABEL.exec(words)
    const last = found.at(-1)
    if (goals.length > 0) found.push(...promised(goals, 'promise-sentence', sentence))
    else if (means.length > 0 && last?.tone === 'promise') {
      for (const span of means)
        found.push({ ...base, span, tone: 'activity', rule: 'activity-of-means', goal: under })
    } else if (promiseLabel) {
      const span = { start: sentence.start + promiseLabel[0].length, end: sentence.end }
      if (span.start < span.end) found.push(...promised([span], 'promise-labelled', sentence))
    } else if (label) {
      const span = { start: sentence.start + label[0].length, end: sentence.end }
      found.push({ ...base, span, tone: 'activity', rule: 'activity-labelled', goal })
    } else if (last && last.tone !== 'promise' && CONTINUES.test(words) && last.span.end < sentence.start) {
      found[found.length - 1] = { ...last, span: { start: last.span.start, end: sentence.end } }
    } else if (aim) {
      // Below a promise, it says what the promise is for.
      const hasList = section.blocks.some(({ kind }) => kind === 'item')
      if (under === null && hasList) found.push(...promised([aim], 'promise-aim', sentence))
    } else if (commits(page, section, sentence, place.leadIn, goal)) {
      const aims = section.kind === 'promises' ? aimsInSentence(source, sentence) : []
      if (aims.length > 0 && leadsToActivities(page, section, block))
        found.push(...promised(aims, 'promise-aim', sentence))
      else {
        const tone = toneOfSentence(page, section, sentence, place.leadIn, goal)
        const items = itemsAfterColon(source, sentence)
        const leadIn = items.length > 1 ? sentence : place.leadIn
        const promises = found.filter((each) => each.tone === 'promise')
        const above = goal ?? (promises.length === 1 ? (promises[0] ?? null) : null)
        for (const span of items) found.push({ ...base, leadIn, span, ...tone, goal: above })
      }
    }
  }
  return found

  function promised(spans: readonly Span[], rule: string, leadIn: Span): Candidate[] {
    return spans.map((span) => ({ ...base, leadIn, span, tone: 'promise', rule, goal: null }))
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

/** Whether a sentence says that somebody is to do something. */
function commits(
  page: Page,
  section: Section,
  sentence: Span,
  leadIn: Span | null,
  goal: Candidate | null,
): boolean {
  const words = page.source.foldedSlice(sentence)
  if (words.endsWith(':') || isAboutAgreements(page, sentence)) return false
  if (COMMITS.test(words) || (leadIn !== null && toneOf(page.source, leadIn) === 'promise')) return true
  // Under a numbered promise, what somebody does is how it is kept: "Polisen fotpatrullerar …".
  const isUnderNumber = goal?.rule === 'promise-numbered-heading' && goal.section === section
  return isUnderNumber && statedActors(page, sentence).some(({ rule }) => rule === 'actor-subject')
}

function toneOfSentence(
  page: Page,
  section: Section,
  sentence: Span,
  leadIn: Span | null,
  goal: Candidate | null,
): { tone: Candidate['tone']; rule: string } {
  const rule = 'commitment-sentence'
  if (section.kind === 'activities') return { tone: 'activity', rule }
  if (leadIn !== null && goal === null && toneOf(page.source, leadIn) === 'promise') {
    return { tone: 'promise', rule: 'promise-in-list' }
  }
  // "Löfte 1 Trygg trafik" is a title; the sentence below it says what is promised.
  if (
    goal?.rule === 'promise-numbered-heading' &&
    goal.section === section &&
    COMMITS.test(page.source.foldedSlice(sentence)) &&
    statedActors(page, sentence).length > 1
  ) {
    return { tone: 'promise', rule: 'promise-in-full' }
  }
  return { tone: goal ? 'open' : 'weak', rule }
}

import { tellsOfThePast } from '../lists/items.ts'
import { leadInWitness } from '../lists/lead-in.ts'
import { type Block, leadsBare } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { statedActors } from '../values/actors.ts'
import { meansAt } from './by-means.ts'
import { assertFew, type Candidate, heard } from './candidate.ts'
import { saysCommitment } from './commits.ts'
import { isAboutAgreements, isSpeech } from './decoys.ts'
import { aimsInSentence } from './goals.ts'
import { purposeOf, toneOf } from './lead-ins.ts'
import { clausesOf, itemsAfterColon, meansInSentence } from './means.ts'
import type { Page } from './page.ts'
import { isTold } from './promising.ts'
import { promisesBelow, type Section } from './sections.ts'
import { candidateBase, goalAbove, promised, type Sentence, type SentenceRule } from './sentence.ts'
import {
  aim,
  focus,
  goals,
  goalUnderHeading,
  labelledPromise,
  ordinalPromise,
  priorityOfBoth,
  promiseUnderHeading,
  saidGoals,
  wishOfBoth,
} from './sentence-goals.ts'

// The first rule that recognises the form of a sentence reads it.
const RULES: readonly SentenceRule[] = [
  leadIn,
  goals,
  means,
  labelledPromise,
  ordinalPromise,
  goalUnderHeading,
  promiseUnderHeading,
  labelledActivity,
  continuation,
  aim,
  saidGoals,
  focus,
  wishOfBoth,
  priorityOfBoth,
  enumeration,
  commitment,
]

/** The promises and activities of a paragraph's sentences. */
export function readParagraph(
  page: Page,
  section: Section,
  block: Block,
  place: { readonly isLeadIn: boolean; readonly leadIn: Span | null },
  goal: Candidate | null,
): Candidate[] {
  let found: Candidate[] = []
  const sentences = sentencesIn(page.source.text, block.span)
  for (const [index, span] of sentences.entries()) {
    if (span.end - span.start > MOST_SENTENCE || isSpeech(page, span)) continue
    assertFew(found)
    const sentence: Sentence = {
      page,
      section,
      block,
      span,
      words: page.source.foldedSlice(span),
      isLeadIn: place.isLeadIn && index === sentences.length - 1,
      leadIn: place.leadIn,
      goal,
      before: found,
    }
    for (const rule of RULES) {
      const read = rule(sentence)
      if (read === null) continue
      // A sentence that continues the one before it replaces it.
      const [first] = read
      const last = found.at(-1)
      if (first && last && first.span.start === last.span.start) found = found.slice(0, -1)
      found = [...found, ...read]
      break
    }
  }
  return found
}

function leadIn(sentence: Sentence): Candidate[] | null {
  if (!sentence.isLeadIn) return null
  const { page, span, words } = sentence
  const purpose = purposeOf(page, span)
  if (purpose) return promised(sentence, [purpose], 'promise-purpose')
  if (meansAt(words) >= 0) return goals(sentence) ?? []
  if (words.endsWith(':') || leadsBare(words) || /följande/.test(words)) return []
  return goals(sentence) ?? aim(sentence) ?? saidGoals(sentence) ?? commitment(sentence) ?? []
}

function means(sentence: Sentence): Candidate[] | null {
  const under = goalAbove(sentence)
  const last = sentence.before.at(-1)
  if (under === null || (last && last.tone !== 'promise')) return null
  const spans = meansInSentence(sentence.page.source, sentence.span)
  if (spans.length === 0) return null
  return spans.map((span) => ({
    ...candidateBase(sentence),
    span,
    tone: 'activity',
    rule: 'activity-of-means',
    goal: under,
  }))
}

/** "Några aktiviteter är: A, B och C." */
function enumeration(sentence: Sentence): Candidate[] | null {
  const { page, span, words } = sentence
  const items = itemsAfterColon(page.source, span)
  if (items.length < 3) return null
  const tone = toneOf(page, { start: span.start, end: span.start + words.indexOf(': ') + 1 })
  if (tone !== 'activity' && tone !== 'promise') return null
  const rule = tone === 'activity' ? 'activity-in-sentence' : 'promise-in-sentence'
  const goal = goalAbove(sentence)
  return items.map((item) => ({ ...candidateBase(sentence), leadIn: span, span: item, tone, rule, goal }))
}

const ACTIVITY_LABEL = /^(?:aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?)(?: *\d{1,2})? *[:–-] */

function labelledActivity(sentence: Sentence): Candidate[] | null {
  const label = ACTIVITY_LABEL.exec(sentence.words)
  if (!label) return null
  const span = { start: sentence.span.start + label[0].length, end: sentence.span.end }
  if (span.start >= span.end) return []
  return [
    { ...candidateBase(sentence), span, tone: 'activity', rule: 'activity-labelled', goal: sentence.goal },
  ]
}

/** "Vi lovar att gå vandringar. De ska öka tryggheten." */
const DESCRIBES =
  /^(?:(?:de|dessa|vandringarna|mötena|insatserna|kontrollerna) +(?:ska|skall|kommer|är|sker|görs|hålls)|(?:det|detta) +(?:ska +|kommer +att +)?(?:ske|sker|göras|görs))(?!\p{L})/u
const CONTINUES = /^(?:detta|det|dessa|arbetet|här)(?: +(?:ska|sker|görs|gör|kommer|genom|innebär|bl\.a\.))/

function continuation({ words, before, span }: Sentence): Candidate[] | null {
  const last = before.at(-1)
  if (!last || last.span.end >= span.start) return null
  const goesOn =
    last.tone === 'promise'
      ? last.rule === 'promise-sentence' && DESCRIBES.test(words)
      : CONTINUES.test(words)
  if (!goesOn) return null
  return [{ ...last, span: { start: last.span.start, end: span.end } }]
}

function commitment(sentence: Sentence): Candidate[] | null {
  if (!commits(sentence)) return null
  const { page, section, block, span, goal, before } = sentence
  const aims = section.kind === 'promises' ? aimsInSentence(page, span) : []
  if (aims.length > 0 && hasActivitiesBelow(page, section, block))
    return promised(sentence, aims, 'promise-aim')
  const listed = itemsAfterColon(page.source, span)
  const items = listed.length > 1 ? listed : clausesOf(page.source, span)
  const base = { ...candidateBase(sentence), ...toneOfSentence(sentence) }
  const leads = items.length > 1 ? span : base.leadIn
  const promises = before.filter((each) => each.tone === 'promise')
  const above = goal ?? (promises.length === 1 ? (promises[0] ?? null) : null)
  const rule = items.length > listed.length ? 'commitment-clause' : base.rule
  const candidates = items.map(
    // What stands below a title of which it is doubted whether it promises may be the promise.
    (item): Candidate => ({
      ...base,
      rule,
      leadIn: leads,
      span: item,
      goal: above,
      confidence: goal?.confidence,
    }),
  )
  return candidates.map((each) => (base.list ? heard(each) : each))
}

/** Whether a sentence says that somebody is to do something. */
function commits({ page, section, span, words, leadIn: led, goal, before }: Sentence): boolean {
  if (
    words.endsWith(':') ||
    /^(?:hon|han) /.test(words) ||
    isAboutAgreements(page, span) ||
    isTold(page, span)
  )
    return false
  if (saysCommitment(words) || (led !== null && toneOf(page, led) === 'promise')) return true
  // Under a heading of activities or a numbered promise, activities are how it is kept: "Polisen fotpatrullerar …".
  const isUnderNumber =
    (goal?.rule === 'promise-numbered-heading' && goal.section === section) ||
    before[0]?.rule === 'promise-by-ordinal' ||
    section.kind === 'activities' ||
    (goal !== null && section.actors.length > 0)
  return isUnderNumber && actsNow(page, span)
}

/** "Polisen har en målsättning", "kommunen vill": having, being or thinking something is not an activity. */
const STATE =
  /^ +(?:\p{L}+ +)?(?:har|är|vill|finns|ser|anser|tycker|menar|upplever|känner|behöver|kan|måste|får|vet|tror|berättar|redovisar|återkopplar|utvärderar|följer)(?!\p{L})/u

/** Whether a sentence says what somebody does, not what they have done or think. */
function actsNow(page: Page, span: Span): boolean {
  const subject = statedActors(page, span).findLast(
    ({ rule }) => rule === 'actor-subject' || rule === 'actor-we',
  )
  if (subject === undefined || tellsOfThePast(page, span)) return false
  return !STATE.test(page.source.folded.slice(subject.end, span.end))
}

function toneOfSentence({
  page,
  before,
  section,
  span,
  words,
  leadIn: led,
  goal,
}: Sentence): Pick<Candidate, 'tone' | 'rule' | 'list' | 'testimony'> {
  const rule = 'commitment-sentence'
  if (section.kind === 'activities' || before[0]?.rule === 'promise-by-ordinal')
    return { tone: 'activity', rule }
  if (led !== null && goal === null && toneOf(page, led) === 'promise')
    return {
      tone: 'promise',
      rule: 'promise-in-list',
      list: { of: null },
      testimony: leadInWitness(page, led, true),
    }
  // "Det här lovar vi" above sentences: each is promised.
  const isFirst = goal === null || (goal.section === section && goal.rule === rule)
  if (promisesBelow(page, section) && isFirst && saysCommitment(words)) return { tone: 'promise', rule }
  // "Löfte 1 Trygg trafik" is a title; the sentence below it states the promise.
  if (
    goal?.rule === 'promise-numbered-heading' &&
    goal.section === section &&
    saysCommitment(words) &&
    statedActors(page, span).length > 1
  ) {
    return { tone: 'promise', rule: 'promise-in-full' }
  }
  return { tone: goal ? 'open' : 'weak', rule }
}

/** Whether a list that is said to be of activities is below a paragraph in its section. */
function hasActivitiesBelow(page: Page, section: Section, paragraph: Block): boolean {
  const after = section.blocks.slice(section.blocks.indexOf(paragraph) + 1)
  return after.some(
    (block, index) =>
      block.kind === 'item' && index > 0 && toneOf(page, (after[index - 1] as Block).span) === 'activity',
  )
}

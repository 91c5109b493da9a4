import { CONFIDENCE } from '../confidence.ts'
import { tellsOfThePast } from '../lists/items.ts'
import { leadInWitness } from '../lists/lead-in.ts'
import type { Block } from '../text/blocks.ts'
import type { Span } from '../text/source.ts'
import { statedActors } from '../values/actors.ts'
import { type Candidate, heard } from './candidate.ts'
import { saysCommitment } from './commits.ts'
import { isAboutAgreements } from './decoys.ts'
import { aimsInSentence } from './goals.ts'
import { toneOf } from './lead-ins.ts'
import { clausesOf, itemsAfterColon } from './means.ts'
import type { Page } from './page.ts'
import { isTold } from './promising.ts'
import { promisesBelow, type Section } from './sections.ts'
import { candidateBase, promised, type Sentence } from './sentence.ts'

// Sentences that commit somebody, and what their place says of them.

/** "Polisen ska gå i centrum.": each part of a sentence that commits somebody. */
export function commitment(sentence: Sentence): Candidate[] | null {
  if (!commits(sentence)) return null
  const { page, section, block, span, words, goal, before } = sentence
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
    // The text below a title that may not promise anything may be the promise.
    (item): Candidate => ({
      ...base,
      rule,
      leadIn: leads,
      span: item,
      goal: above,
      confidence: isOfHeading(section, words) ? CONFIDENCE.inferred : goal?.confidence,
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
  return (isUnderNumber && actsNow(page, span)) || isOfHeading(section, words)
}

/** "Går till fots i centrum.", "Informera om märkning." below the heading of an actor; "Alla", "Dessa" are no verbs. */
const VERB_FIRST =
  /^(?!(?:alla|andra|båda|dessa|flera|våra|era|bara|under|över|efter|eller|fler|er)(?!\p{L}))\p{L}+(?:a|å|ar|er|år|ör)(?!\p{L})(?! *[,:])/u

/** Whether a sentence begins with what the actor of its heading does. */
function isOfHeading({ actors, kind }: Section, words: string): boolean {
  return (
    actors.length > 0 &&
    (kind === null || kind === 'promises' || kind === 'activities') &&
    VERB_FIRST.test(words)
  )
}

/** "Polisen har en målsättning", "kommunen vill": having, being or thinking something is not an activity. */
const STATE =
  /^ +(?:\p{L}+ +)?(?:har|är|vill|finns|ser|anser|tycker|menar|upplever|känner|behöver|kan|måste|får|vet|tror|berättar|redovisar|återkopplar|utvärderar|följer)(?!\p{L})/u

/** Whether a sentence says what somebody does, not what they have done or think. */
export function actsNow(page: Page, span: Span): boolean {
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

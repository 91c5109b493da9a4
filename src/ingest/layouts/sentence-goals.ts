import type { Block } from '../text/blocks.ts'
import type { Span } from '../text/source.ts'
import { withWords } from '../text/word-expressions.ts'
import { statedActors } from '../values/actors.ts'
import type { Candidate } from './candidate.ts'
import { saysCommitment } from './commits.ts'
import { aimOf, goalsInSentence, namesGoal, saidGoalsInSentence, withoutStop } from './goals.ts'
import type { Page } from './page.ts'
import { isAnyAgreement, namesPlace } from './promising.ts'
import { candidateBase, goalAbove, promised, type Sentence } from './sentence.ts'

// Rules for sentences that state a promise or its purpose.

/** "Polisen och kommunen lovar att …" */
export function goals(sentence: Sentence): Candidate[] | null {
  const spans = goalsInSentence(sentence.page, sentence.span)
  return spans.length > 0 ? promised(sentence, spans, 'promise-sentence') : null
}

/** "Löftet innebär att …" */
export function saidGoals(sentence: Sentence): Candidate[] | null {
  const spans = saidGoalsInSentence(sentence.page, sentence.span)
  return spans.length > 0 ? promised(sentence, spans, 'promise-said') : null
}

const PROMISE_LABEL =
  /^(?:(?:övergripande|gemensam(?:t|ma)?|vår|vårt|våra|långsiktigt|årets) +)?(?:effektmål|mål(?:et|bild|bilden)?|målsättning(?:en)?|löftet?|medborgarlöftet?)(?: *\d{1,2})? *[:–] *(?=.{12})/

export function labelledPromise(sentence: Sentence): Candidate[] | null {
  const label = PROMISE_LABEL.exec(sentence.words)
  if (!label) return null
  const { start, end } = sentence.span
  return promised(sentence, [{ start: start + label[0].length, end }], 'promise-labelled')
}

export function aim(sentence: Sentence): Candidate[] | null {
  const { page, section, span } = sentence
  const named = aimOf(page.source, span)
  if (!named) return null
  // Below a promise, it states the purpose of the promise.
  const blocks = section.blocks.map(({ kind }) => kind)
  const hasList =
    blocks.indexOf('item') > section.blocks.indexOf(sentence.block) || isAboveLists(page, sentence.block)
  const isGoal = goalAbove(sentence) === null && hasList && !isAnyAgreement(page, named)
  return isGoal ? promised(sentence, [named], 'promise-aim') : []
}

const FOCUS =
  /löftet har (?:ett )?(?:särskilt )?fokus på|löfte(?:t|n|na)?s (?:särskilda |gemensamma )?(fokus)(?: (?:för |under )?20\d\d(?:[-–/]\d{2,4})?)? (?:är|ligger på) /

const ORDINAL =
  /^(?:för +det|det) +(?:första|andra|tredje|fjärde|femte)(?: +löftet)?(?: +(?:är|innebär))?(?: +att)?(?: +(?:ska|skall))? +/

/** "För det första ska buskörningen minska." */
export function ordinalPromise(sentence: Sentence): Candidate[] | null {
  const opening = ORDINAL.exec(sentence.words)
  if (!opening) return null
  const { start, end } = sentence.span
  const span = withoutStop(sentence.page.source, { start: start + opening[0].length, end })
  return promised(sentence, [span], 'promise-by-ordinal')
}

/** Whether headings and then a list follow a paragraph: "Polisens insatser". */
function isAboveLists({ blocks }: Page, paragraph: Block): boolean {
  const after = blocks.slice(blocks.indexOf(paragraph) + 1)
  return after[0]?.kind === 'heading' && after.find(({ kind }) => kind !== 'heading')?.kind === 'item'
}

const NAMES_GOAL = withWords`${'goal_headings'}`

/** Desired states below a heading such as "Mål" or "Det här vill vi uppnå". */
export function goalUnderHeading(sentence: Sentence): Candidate[] | null {
  const { page, section, span, words } = sentence
  const heading = section.heading ? page.source.foldedSlice(section.heading.span) : ''
  if (
    section.kind !== 'promises' ||
    !page.lookups.expression(NAMES_GOAL).test(heading) ||
    words.endsWith(':')
  )
    return null
  if (!/(?<!\p{L})(?:ska|skall)(?!\p{L})/u.test(words) || isAnyAgreement(page, span)) return null
  return promised(sentence, [span], 'promise-under-goal-heading')
}

/** "Löfte", "Vårt löfte:": one promise follows. */
const ONE_PROMISE =
  /^(?:(?:vårt|årets|det) +)?(?:gemensamma? +)?(?:medborgar)?löftet?(?: +(?:är|lyder))? *:?$/

/** Whether a heading says that one promise follows, and names nothing else. */
export function headsOnePromise({ source }: Page, heading: Block | null): boolean {
  return heading !== null && ONE_PROMISE.test(source.foldedSlice(heading.span))
}

/** The only sentence below the heading "Löfte", with lists or further headings below it. */
export function promiseUnderHeading(sentence: Sentence): Candidate[] | null {
  const { page, section, block, span, words } = sentence
  const isAlone = section.blocks.find(({ kind }) => kind === 'paragraph') === block && isWholeOf(block, span)
  if (!isAlone || !headsOnePromise(page, section.heading) || words.endsWith(':')) return null
  const below = page.blocks.slice(page.blocks.indexOf(block) + 1)
  if (below[0]?.kind === 'paragraph' || !below.some(({ kind }) => kind === 'item')) return null
  const isPromise = saysCommitment(words) || namesGoal(page, span)
  if (!isPromise || isAnyAgreement(page, span)) return null
  return promised(sentence, [span], 'promise-under-heading')
}

function isWholeOf(block: Block, span: Span): boolean {
  return span.start === block.span.start && span.end === block.span.end
}

const PRIORITISES = withWords`${'priority_verbs'} +`

/** "Kommunen och polisen prioriterar arbetet mot droger": a goal, if there is no other. */
export function priorityOfBoth(sentence: Sentence): Candidate[] | null {
  const { page, span, words, goal } = sentence
  const verb = page.lookups.expression(PRIORITISES).exec(words)
  if (!verb || words.endsWith(':') || statedActors(page, span).length < 2) return null
  const start = span.start + verb.index + verb[0].length
  const aim = withoutStop(page.source, { start, end: span.end })
  if (
    isAnyAgreement(page, aim) ||
    /^(?:två|tre|fyra|fem|\d|följande|dessa)(?!\p{L})/u.test(page.source.foldedSlice(aim))
  )
    return null
  return [{ ...candidateBase(sentence), leadIn: span, span: aim, tone: 'weak', rule: 'wish-of-both', goal }]
}

/** "Medborgarlöftet har särskilt fokus på …": a goal, if there is no other. */
export function focus(sentence: Sentence): Candidate[] | null {
  const said = FOCUS.exec(sentence.words)
  if (!said) return null
  const { goal } = sentence
  // "Löftets fokus är X" names X; "löftet har fokus på X" is kept whole.
  const span =
    said[1] === undefined
      ? sentence.span
      : withoutStop(sentence.page.source, {
          start: sentence.span.start + said[0].length,
          end: sentence.span.end,
        })
  return [{ ...candidateBase(sentence), span, tone: 'weak', rule: 'focus-of-promise', goal }]
}

const LONGEST_PARTNER = 60

/** "Polisen vill tillsammans med kommunen göra Storgatan tryggare": a goal, if there is no other. */
export function wishOfBoth(sentence: Sentence): Candidate[] | null {
  const { page, span, words, goal } = sentence
  const at = /^[^.:]{0,100}?(?<!\p{L})vill(?!\p{L})/u.exec(words)?.[0].length ?? -1
  const actors = at < 0 ? [] : statedActors(page, span)
  if (actors.length < 2 || actors.some(({ rule }) => rule === 'actor-we')) return null
  const partners = Math.max(span.start + at, ...actors.map(({ end }) => end))
  // Their intention follows; an unknown partner may come between.
  const verb = /(?<!\p{L})\p{Ll}{3,}(?<=a)(?!\p{L})/u.exec(
    page.source.text.slice(partners, partners + LONGEST_PARTNER),
  )
  const that = /^ att /.exec(page.source.text.slice(partners, partners + 5))
  const from = that ? that[0].length : verb?.index
  if (from === undefined) return null
  const aim = withoutStop(page.source, { start: partners + from, end: span.end })
  if (isAnyAgreement(page, aim) && !namesPlace(page, aim)) return null
  return [{ ...candidateBase(sentence), leadIn: span, span: aim, tone: 'weak', rule: 'wish-of-both', goal }]
}

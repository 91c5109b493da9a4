import { type Source, type Span, trimmed } from '../text/source.ts'
import { everyWithWords, withWords } from '../text/word-expressions.ts'
import { meansAt } from './by-means.ts'
import { isAboutAgreements } from './decoys.ts'
import type { Page, ReadableText } from './page.ts'
import { isAnyAgreement, isOfActivities, promisedFrom, saidFrom } from './promising.ts'

const NUMBERED =
  /^(?:(?:medborgar)?löfte|(?:fokus|insats)?område|prioritering|mål) *(?:nr\.? *|nummer *)?\d{1,2}(?!\d) *[:.–—-]? */
// "Medborgarlöfte: En trygg sommar", but not "Medborgarlöfte – Habo kommun".
const LABELLED = withWords`^(?:vårt +)?(?:medborgar)?löfte(?:t)?(?: +20\d\d(?: *[-–/] *\d{2,4})?)? *[:–] *(?=(?:(?:en|ett|att|trygg|säk)|${'goal_words'})\p{L}* )`
const DIRECTION = withWords`^(?:att +)?${'goal_words'}(?=.* )`

/** Whether words name a goal: a direction of change. */
export function namesGoal({ source, lookups }: ReadableText, span: Span): boolean {
  return lookups.expression(DIRECTION).test(source.foldedSlice(span))
}

/** "Vi ska stoppa klottret", but not "Vi ska göra". */
const WE_SHALL = /^vi +(?:ska|vill) +(?!göra|genomföra|gör)(?:\p{L}+a|\p{L}+as) (?!:)/u

/** What a heading promises: "Löfte 1: Trygg trafik", "Minska skadegörelsen". Null if it only names a subject. */
export function goalInHeading(
  { source, lookups }: ReadableText,
  heading: Span,
): { span: Span; isNumbered: boolean } | null {
  const words = source.foldedSlice(heading)
  const numbered = NUMBERED.exec(words)
  if (numbered) {
    const span = trimmed(source.text, { start: heading.start + numbered[0].length, end: heading.end })
    return { span, isNumbered: true }
  }
  const labelled = lookups.expression(LABELLED).exec(words)
  if (labelled)
    return { span: { start: heading.start + labelled[0].length, end: heading.end }, isNumbered: true }
  return lookups.expression(DIRECTION).test(words) || WE_SHALL.test(words)
    ? { span: heading, isNumbered: false }
    : null
}

const BEFORE_GOAL = withWords`^ *(?:(?:${'before_a_goal'}|(?:\d{1,4}|[-–/])(?!\p{L})) *)*`
const MODAL_ACTORS = withWords`(?<!\p{L})(?:ska|skall|kommer) +(?=(?:polisen|kommunen|vi|polis|kommun)(?!\p{L}))[^.:]*?(?:tillsammans|gemensamt|aktivt|kommunen|polisen|vi|att) +(?=${'work_verbs'}|${'change_verbs'})`

/** What a sentence promises: the words after "lovar att". Empty if it promises nothing. */
export function goalsInSentence(page: Page, sentence: Span): Span[] {
  const from = promisedFrom(page, sentence)
  if (from === null) return []
  return partsFrom(page, sentence, from).filter(
    (part) => !isOfActivities(page, part) && !isAboutAgreements(page, part),
  )
}

/** What a sentence says that the promise is: "Löftet innebär att …". Empty if that is true of every promise. */
export function saidGoalsInSentence(page: ReadableText, sentence: Span): Span[] {
  const from = saidFrom(page, sentence)
  if (from === null) return []
  return partsFrom(page, sentence, from).filter((part) => !isAnyAgreement(page, part))
}

/** What a sentence sets as the common aim: "ska polisen och kommunen tillsammans arbeta för …". */
export function aimsInSentence(page: ReadableText, sentence: Span): Span[] {
  const match = page.lookups.expression(MODAL_ACTORS).exec(page.source.foldedSlice(sentence))
  return match ? partsFrom(page, sentence, match.index + match[0].length) : []
}

const SPLITS = everyWithWords` +(?:samt|och) +(?:(?:polisen|kommunen|vi) +lovar(?: +(?:bland annat|även|också))? +)?(?:för +)?att +|, +(?:samt +|och +)?att +|,? +samt +(?=${'work_verbs'}|${'change_verbs'})`

function partsFrom(page: ReadableText, sentence: Span, offset: number): Span[] {
  const { source, lookups } = page
  const rest = source.foldedSlice(sentence).slice(offset)
  const skipped = lookups.expression(BEFORE_GOAL).exec(rest)?.[0].length ?? 0
  let start = sentence.start + offset + skipped
  const parts: Span[] = []
  for (const split of rest.matchAll(lookups.expression(SPLITS))) {
    const at = sentence.start + offset + split.index
    // "Arbeta för A och för att B" is one aim, "arbeta för att A och för att B" two.
    const isOne = / för +att/.test(split[0]) && !/för att/.test(source.folded.slice(start, at))
    if (at <= start || isOne || isAnyAgreement(page, { start, end: at })) continue
    parts.push({ start, end: at })
    start = at + split[0].length
  }
  const means = meansAt(rest)
  parts.push({ start, end: means < 0 ? sentence.end : sentence.start + offset + means })
  return parts.map((part) => withoutStop(source, part)).filter(({ start: from, end }) => end - from > 8)
}

export function withoutStop(source: Source, span: Span): Span {
  const { start, end } = trimmed(source.text, span)
  return /[.:;]/.test(source.text[end - 1] ?? '') ? { start, end: end - 1 } : { start, end }
}

const AIM =
  /^(?:syftet|målet|målsättningen|ambitionen|vårt +mål|vår +målsättning)(?: [^:.]{2,40})? är +(?:att +)?/

/** What a sentence names as its aim: "Syftet är att färre ska bli lurade." */
export function aimOf(source: Source, sentence: Span): Span | null {
  const opening = AIM.exec(source.foldedSlice(sentence))
  return opening
    ? withoutStop(source, { start: sentence.start + opening[0].length, end: sentence.end })
    : null
}

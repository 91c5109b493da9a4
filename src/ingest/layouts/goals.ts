import { type Source, type Span, trimmed } from '../text/source.ts'
import { meansAt } from './by-means.ts'
import { isAnyAgreement, isOfActivities, promisedFrom, saidFrom } from './promising.ts'

const NUMBERED =
  /^(?:(?:medborgar)?löfte|(?:fokus|insats)?område|prioritering|mål) *(?:nr\.? *|nummer *)?\d{1,2}(?!\d) *[:.–—-]? */
// "Medborgarlöfte: En trygg sommar", but not "Medborgarlöfte – Habo kommun".
const LABELLED =
  /^(?:vårt +)?(?:medborgar)?löfte(?:t)? *[:–] *(?=(?:en|ett|att|fler|färre|öka|minska|trygg|säk|bättre)\p{L}* )/u
const DIRECTION =
  /^(?:att +)?(?:öka[dt]?|minska[dt]?|färre|fler|förebygg\p{L}*|motverka\p{L}*|skapa|trygg(?:are|a|t)?|säk(?:er|ra|rare|ert)|bättre|stärk(?:a|t)|förbättra[dt]?|bekämpa|upptäck\p{L}*|(?:ett|en) +(?:mer +)?(?:trygg|säk)\p{L}*|nolltolerans|stoppa|utveckla[dt]?|främja)(?![\p{L}])(?=.* )/u

/** Whether words name a goal: a direction in which something is to go. */
export function namesGoal(source: Source, span: Span): boolean {
  return DIRECTION.test(source.foldedSlice(span))
}

/** "Vi ska stoppa klottret", but not "Vi ska göra". */
const WE_SHALL = /^vi +(?:ska|vill) +(?!göra|genomföra|gör)(?:\p{L}+a|\p{L}+as) (?!:)/u

/** What a heading promises: "Löfte 1: Trygg trafik", "Minska skadegörelsen". Null where it names a subject alone. */
export function goalInHeading(source: Source, heading: Span): { span: Span; isNumbered: boolean } | null {
  const words = source.foldedSlice(heading)
  const numbered = NUMBERED.exec(words)
  if (numbered) {
    const span = trimmed(source.text, { start: heading.start + numbered[0].length, end: heading.end })
    return { span, isNumbered: true }
  }
  const labelled = LABELLED.exec(words)
  if (labelled)
    return { span: { start: heading.start + labelled[0].length, end: heading.end }, isNumbered: true }
  return DIRECTION.test(words) || WE_SHALL.test(words) ? { span: heading, isNumbered: false } : null
}

const TIME_FIRST =
  /^ *(?:(?:gemensamt|tillsammans|under|för|perioden|tidsperioden|löftesperioden|året|åren|år|tiden|från|den|i|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|\d{1,4}|[-–/]|och|till|hela|de|kommande|två|med)(?!\p{L}) *)*/u
const MODAL_ACTORS =
  /(?<![\p{L}])(?:ska|skall|kommer) +(?=(?:polisen|kommunen|vi|polis|kommun)(?![\p{L}]))[^.:]*?(?:tillsammans|gemensamt|aktivt|kommunen|polisen|vi|att) +(?=(?:fortsätta|arbeta|verka|jobba|öka|minska|skapa|förebygga|motverka|stärka|utveckla|bidra)(?![\p{L}]))/u

/** What a sentence promises: the words after "lovar att". Empty where it promises nothing. */
export function goalsInSentence(source: Source, sentence: Span): Span[] {
  const from = promisedFrom(source, sentence)
  if (from === null) return []
  return partsFrom(source, sentence, from).filter((part) => !isOfActivities(source, part))
}

/** What a sentence says that the promise is: "Löftet innebär att …". Empty where that is no more than what any is. */
export function saidGoalsInSentence(source: Source, sentence: Span): Span[] {
  const from = saidFrom(source, sentence)
  if (from === null) return []
  return partsFrom(source, sentence, from).filter((part) => !isAnyAgreement(source, part))
}

/** What a sentence sets as the aim of both parties: "ska polisen och kommunen tillsammans arbeta för …". */
export function aimsInSentence(source: Source, sentence: Span): Span[] {
  const match = MODAL_ACTORS.exec(source.foldedSlice(sentence))
  return match ? partsFrom(source, sentence, match.index + match[0].length) : []
}

const SPLITS =
  / +(?:samt|och) +(?:(?:polisen|kommunen|vi) +lovar(?: +(?:bland annat|även|också))? +)?(?:för +)?att +|, +(?:samt +|och +)?att +|,? +samt +(?=(?:arbeta|verka|jobba|öka|minska|skapa|förebygga|motverka|stärka|utveckla|bidra|fortsätta|genomföra|erbjuda)(?![\p{L}]))/gu

function partsFrom(source: Source, sentence: Span, offset: number): Span[] {
  const rest = source.foldedSlice(sentence).slice(offset)
  const skipped = TIME_FIRST.exec(rest)?.[0].length ?? 0
  let start = sentence.start + offset + skipped
  const parts: Span[] = []
  for (const split of rest.matchAll(SPLITS)) {
    const at = sentence.start + offset + split.index
    // "Arbeta för A och för att B" is one, "arbeta för att A och för att B" two.
    const isOne = / för +att/.test(split[0]) && !/för att/.test(source.folded.slice(start, at))
    if (at <= start || isOne || isAnyAgreement(source, { start, end: at })) continue
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

import { type Source, type Span, trimmed } from '../text/source.ts'

const NUMBERED =
  /^(?:(?:medborgar)?löfte|(?:fokus|insats)?område|prioritering|mål) *(?:nr\.? *|nummer *)?\d{1,2}(?!\d) *[:.–—-]? */
// "Medborgarlöfte: En trygg sommar", but not "Medborgarlöfte – Habo kommun".
const LABELLED =
  /^(?:vårt +)?(?:medborgar)?löfte(?:t)? *[:–] *(?=(?:en|ett|att|fler|färre|öka|minska|trygg|säk|bättre)\p{L}* )/u
const DIRECTION =
  /^(?:att +)?(?:öka[dt]?|minska[dt]?|färre|fler|förebygg\p{L}*|motverka\p{L}*|skapa|trygg(?:are|a|t)?|säk(?:er|ra|rare|ert)|bättre|stärk(?:a|t)|förbättra[dt]?|bekämpa|upptäck\p{L}*|(?:ett|en) +(?:mer +)?(?:trygg|säk)\p{L}*|nolltolerans|stoppa|utveckla[dt]?|främja)(?![\p{L}])(?=.* )/u

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
  return DIRECTION.test(words) ? { span: heading, isNumbered: false } : null
}

const PROMISING =
  /(?:lovar|åtar +sig|förbinder +sig|lovat|utlovar|löfte(?:t|na)?(?: för [^.:]{2,40})? (?:är|innebär|lyder|blir))(?![\p{L}])([^:]*?)(?:(?<![\p{L}])att(?![\p{L}])|:)/u
const TIME_FIRST =
  /^ *(?:(?:gemensamt|tillsammans|under|för|perioden|året|åren|\d{4}|[-–/]|och|till|hela|de|kommande|två|med) *)*(?=\p{L})/u
const NOT_NOW = /(?<![\p{L}])(?:hade|lovade|tidigare|förra|uppfyll)/u
const MODAL_ACTORS =
  /(?<![\p{L}])(?:ska|skall|kommer) +(?=(?:polisen|kommunen|vi|polis|kommun)(?![\p{L}]))[^.:]*?(?:tillsammans|gemensamt|aktivt|kommunen|polisen|vi|att) +(?=(?:fortsätta|arbeta|verka|jobba|öka|minska|skapa|förebygga|motverka|stärka|utveckla|bidra)(?![\p{L}]))/u

/** What a sentence promises: the words after "lovar att". Empty where it promises nothing. */
export function goalsInSentence(source: Source, sentence: Span): Span[] {
  const words = source.foldedSlice(sentence)
  if (NOT_NOW.test(words)) return []
  const match = PROMISING.exec(words)
  if (!match || (match[1] ?? '').length > 80) return []
  return partsFrom(source, sentence, match.index + match[0].length)
}

/** What a sentence sets as the aim of both parties: "ska polisen och kommunen tillsammans arbeta för …". */
export function aimsInSentence(source: Source, sentence: Span): Span[] {
  const match = MODAL_ACTORS.exec(source.foldedSlice(sentence))
  return match ? partsFrom(source, sentence, match.index + match[0].length) : []
}

const SPLITS =
  / +(?:samt|och) +(?:för +)?att +|, +(?:samt +|och +)?att +|,? +samt +(?=(?:arbeta|verka|jobba|öka|minska|skapa|förebygga|motverka|stärka|utveckla|bidra|fortsätta|genomföra|erbjuda)(?![\p{L}]))/gu

function partsFrom(source: Source, sentence: Span, offset: number): Span[] {
  const rest = source.foldedSlice(sentence).slice(offset)
  const skipped = TIME_FIRST.exec(rest)?.[0].length ?? 0
  let start = sentence.start + offset + skipped
  const parts: Span[] = []
  for (const split of rest.matchAll(SPLITS)) {
    const at = sentence.start + offset + split.index
    if (at <= start) continue
    parts.push({ start, end: at })
    start = at + split[0].length
  }
  parts.push({ start, end: sentence.end })
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

const BY_MEANS =
  /^(?:det|detta|arbetet|löftet)(?: här)? +(?:(?:ska|kommer +att|skall) +)?(?:ske|sker|görs|göra|göras|gör +vi|uppnås|uppnå|genomförs|innebär)(?: +(?:bland annat|bl\.a\.|bl a))?(?: +genom)?(?: +(?:att|bland annat|bl\.a\.))* +/
/** A part of one word names a means; what somebody is to do takes more. */
const FEWEST_WORDS = 2

/** The things that a sentence names as means: "Det ska ske genom A, B samt C." Empty where it is no such one. */
export function meansInSentence(source: Source, sentence: Span): Span[] {
  const opening = BY_MEANS.exec(source.foldedSlice(sentence))
  if (!opening) return []
  return enumerated(source, { start: sentence.start + opening[0].length, end: sentence.end })
}

/** The things that stand after the colon of a sentence, or else the sentence: "fokusera på tre saker: A, B och C." */
export function itemsAfterColon(source: Source, sentence: Span): Span[] {
  const colon = source.foldedSlice(sentence).indexOf(': ')
  const items = colon < 0 ? [] : enumerated(source, { start: sentence.start + colon + 2, end: sentence.end })
  return items.length > 0 ? items : [sentence]
}

/** The parts of an enumeration, "A, B samt C"; empty where it has one alone, or parts of a single word. */
function enumerated(source: Source, { start, end }: Span): Span[] {
  const rest = source.folded.slice(start, end)
  const last = / +samt +/.test(rest) ? 'samt' : 'och'
  const lastAt = rest.lastIndexOf(` ${last} `)
  const separators = [...rest.matchAll(/, +(?:att +)?/g)].map(({ index, 0: { length } }) => ({
    index,
    length,
  }))
  if (lastAt >= 0) separators.push({ index: lastAt, length: last.length + 2 })
  const parts: Span[] = []
  let from = 0
  for (const { index, length } of separators.sort((a, b) => a.index - b.index)) {
    parts.push({ start: start + from, end: start + index })
    from = index + length
  }
  parts.push({ start: start + from, end })
  const items = parts.map((part) => withoutStop(source, part))
  const isList =
    items.length > 1 && items.every((item) => source.slice(item).split(/\s+/).length >= FEWEST_WORDS)
  return isList ? items : []
}

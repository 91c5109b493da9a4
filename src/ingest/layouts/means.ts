import type { Source, Span } from '../text/source.ts'
import { withoutStop } from './goals.ts'

const BY_MEANS =
  /^(?:det|detta|arbetet|löftet)(?: här)? +(?:(?:(?:ska|kommer +att|skall) +)?(?:ske|sker|görs|göra|göras|gör +vi|uppnås|uppnå|genomförs)(?: +(?:bland annat|bl\.a\.|bl a))? +genom|innebär)(?: +(?:att|bland annat|bl\.a\.))* +/
/** A part of one word names a means; an activity needs more words. */
const FEWEST_WORDS = 2

/** The things that a sentence names as means: "Det ska ske genom A, B samt C." Empty for other sentences. */
export function meansInSentence(source: Source, sentence: Span): Span[] {
  const opening = BY_MEANS.exec(source.foldedSlice(sentence))
  if (!opening) return []
  return enumerated(source, { start: sentence.start + opening[0].length, end: sentence.end })
}

/** The things after the colon of a sentence, or else the sentence: "fokusera på tre saker: A, B och C." */
export function itemsAfterColon(source: Source, sentence: Span): Span[] {
  const colon = source.foldedSlice(sentence).indexOf(': ')
  const items = colon < 0 ? [] : enumerated(source, { start: sentence.start + colon + 2, end: sentence.end })
  return items.length > 0 ? items : [sentence]
}

/** Fewer clauses than this are one sentence. */
const FEWEST_CLAUSES = 4

/** The clauses of a sentence of which each says what is to be done: "A ska göras, B ska hållas samt C." */
export function clausesOf(source: Source, sentence: Span): Span[] {
  const words = source.foldedSlice(sentence)
  const clauses: Span[] = []
  let from = 0
  for (const { index, 0: separator } of words.matchAll(/, (?:och |samt )?| samt /g)) {
    clauses.push({ start: sentence.start + from, end: sentence.start + index })
    from = index + separator.length
  }
  clauses.push({ start: sentence.start + from, end: sentence.end })
  const own = clauses.filter((clause) => /(?<!\p{L})(?:ska|skall)(?!\p{L})/u.test(source.foldedSlice(clause)))
  if (clauses.length < FEWEST_CLAUSES || own.length < clauses.length - 1) return [sentence]
  return clauses.map((clause) => withoutStop(source, clause))
}

/** The parts of an enumeration, "A, B samt C"; empty if it has only one, or parts of a single word. */
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
  // "Det ska kännas tryggare att gå och cykla": the first part contains the verb of both.
  const commits = items.map((item) =>
    /(?<!\p{L})(?:ska|skall|kommer)(?!\p{L})/u.test(source.foldedSlice(item)),
  )
  const isOne = items.length === 2 && commits[0] === true && commits[1] === false
  return isList && !isOne ? items : []
}

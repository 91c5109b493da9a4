import { type Span, trimmed } from './source.ts'

/** What precedes a full stop that does not end a sentence. */
const ABBREVIATIONS = new Set(
  'bl bl.a t t.ex ex m.m m.fl fr fr.o.m t.o.m d.v.s dvs ca cirka kl nr tel tf ordf resp s.k o.s.v osv f.d p.g.a pga dnr st ev inkl exkl jfr kap mån obs sid red avd v.ordf'.split(
    ' ',
  ),
)

const MAY_END = /[.!?…]["”’)]*(?=\s)/g
const BEGINS = /^\s+(?:["”“'’(–-]+\s*)?[\p{Lu}\p{N}]/u
const WORD_BEFORE = /[\p{L}.]{1,12}$/u

/**
 * Splits a part of a text into sentences. Abbreviations and ordinals (`1.`) do not end a sentence.
 *
 * @example 'Vi ses bl.a. på torget. Välkommen!' // two sentences
 */
export function sentencesIn(text: string, span: Span): Span[] {
  const part = text.slice(span.start, span.end)
  const sentences: Span[] = []
  let from = 0
  for (const stop of part.matchAll(MAY_END)) {
    const end = stop.index + stop[0].length
    if (!BEGINS.test(part.slice(end, end + 12))) continue
    if (stop[0] === '.' && isAbbreviated(part.slice(Math.max(from, stop.index - 14), stop.index))) continue
    sentences.push(trimmed(text, { start: span.start + from, end: span.start + end }))
    from = end
  }
  const last = trimmed(text, { start: span.start + from, end: span.end })
  return last.start < last.end ? [...sentences, last] : sentences
}

function isAbbreviated(before: string): boolean {
  const word = WORD_BEFORE.exec(before)?.[0] ?? ''
  return ABBREVIATIONS.has(word.toLowerCase()) || /(?:^|\n|(?<!\p{L})den )\s*\d{1,2}$/u.test(before)
}

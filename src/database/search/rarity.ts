import { isOfWord } from './likeness.ts'
import type { EntrySpan, OccurrencesOf } from './occurrences.ts'
import type { SearchTerm } from './terms.ts'

/** With fewer records, frequency says nothing: of seven regions, each name is in one of seven. */
const FEW_RECORDS = 50

/** The factor for the name of a place or a person, compared with an equally rare word. */
const NAME_WEIGHT = 1.5

/**
 * How rare a typed word is, from nearly 0; 0 if nothing matches. It is measured in the type of records that
 * has it most often: every municipality is a "kommun", however few promises contain the word.
 */
export function rarityOf(
  { answers }: SearchTerm,
  occurrencesOf: OccurrencesOf,
  spans: readonly EntrySpan[],
): number {
  // Words that only begin with it, or contain it, do not make it common.
  const itself = answers.filter(({ likeness }) => isOfWord(likeness))
  const counted = itself.length > 0 ? itself : answers
  if (counted.length === 0) return 0
  const isIn = new Uint8Array(Math.max(0, ...spans.map(({ to }) => to)))
  for (const { word } of counted) {
    const occurrences = occurrencesOf(word)
    for (let at = 0; at < occurrences.length; at += 2) isIn[occurrences[at] ?? 0] = 1
  }
  const rarities = spans.map(({ from, to }) => {
    let records = 0
    for (let record = from; record < to; record++) records += isIn[record] ?? 0
    return records === 0 ? Infinity : Math.log(1 + (to - from + FEW_RECORDS) / records)
  })
  return Math.min(...rarities) * (counted.some(({ isName }) => isName) ? NAME_WEIGHT : 1)
}

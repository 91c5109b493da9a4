import { isOfWord } from './likeness.ts'
import type { EntrySpan, OccurrencesOf } from './occurrences.ts'
import type { SearchTerm } from './terms.ts'

/** Of fewer records than that, none tells how rare a word is: of seven regions each name is in every seventh. */
const FEW_RECORDS = 50

/** How much more the name of a place or a person weighs than a word that is as rare. */
const NAME_WEIGHT = 1.5

/**
 * How rare a typed word is, from nearly 0; 0 where nothing answers to it. It is as rare as in the type of records that
 * has the most of it: every municipality is a "kommun", however few promises speak of one.
 */
export function rarityOf(
  { answers }: SearchTerm,
  occurrencesOf: OccurrencesOf,
  spans: readonly EntrySpan[],
): number {
  // What only begins with the word, or holds it, does not make it common.
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

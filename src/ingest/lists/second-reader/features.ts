import type { Candidate } from '../../layouts/candidate.ts'
import type { Page } from '../../layouts/page.ts'
import type { Span } from '../../text/source.ts'

/** How much of a lead-in, a heading or an item is examined, from its beginning. */
const REACH = 300
/** Words that begin with this many equal letters count as the same. */
const BEGINS = 7

/** The place of a list among the lists of its page. */
export interface PlaceOfList {
  readonly index: number
  readonly count: number
  readonly size: number
}

/** The features of an item: the words above it and its own, and the place of its list. */
export function featuresOf(page: Page, item: Candidate, { index, count, size }: PlaceOfList): string[] {
  const { leadIn, section, goal, list, span } = item
  const own = stemsIn(page, span)
  const digits = /\d/.test(page.source.slice(span))
  const features = [
    'any',
    `place:${index === 0 ? 'first' : index === count - 1 ? 'last' : 'between'}`,
    `lists:${Math.min(count, 4)}`,
    `size:${size < 3 ? size : size < 6 ? 'some' : 'many'}`,
    `goal:${goal?.rule ?? 'none'}`,
    `section:${section.kind ?? 'none'}`,
    `part:${list?.of !== null}`,
    `actors:${section.actors.length}`,
    `number:${digits || own.some((word) => NUMBERS.has(word))}`,
    `begins:${own[0] ?? ''}`,
    `length:${own.length < 4 ? 'short' : own.length < 12 ? 'middle' : 'long'}`,
    ...own.map((word) => `item:${word}`),
    ...(leadIn ? stemsIn(page, leadIn) : ['none']).map((word) => `lead-in:${word}`),
    ...(section.heading ? stemsIn(page, section.heading.span) : ['none']).map((word) => `heading:${word}`),
  ]
  return [...new Set(features)]
}

const NUMBERS = new Set(['minst', 'högst', 'två', 'tre', 'fyra', 'fem', 'sex', 'tio'])

/** The beginnings of the words of a part of a text, without names: words with a capital in the middle of the text. */
function stemsIn({ source }: Page, { start, end }: Span): string[] {
  const words = source.text.slice(start, Math.min(end, start + REACH)).matchAll(/\p{L}+/gu)
  return [...words]
    .filter(({ 0: word, index }) => index === 0 || !/^\p{Lu}/u.test(word))
    .map(({ 0: word }) => word.toLowerCase().slice(0, BEGINS))
}

import { inferred, type Reading, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import type { Block } from '../text/blocks.ts'
import type { Source, Span } from '../text/source.ts'
import { datesIn } from './dates.ts'
import { periodsIn } from './period.ts'

/** Two lines with no more letters than this may be a title that was too long for one. */
const LONGEST_TITLE = 110

/** Whether a block of two lines names the promise and ends no sentence: "Medborgarlöfte för ett" above "tryggare Habo". */
function isTwoLineTitle(source: Source, { kind, lines, span }: Block): boolean {
  const words = source.foldedSlice(span)
  return (
    kind === 'paragraph' &&
    lines.length === 2 &&
    words.length <= LONGEST_TITLE &&
    /^[^.:!?]{0,40}medborgarl[öo]fte[^.:!?]*$/.test(words)
  )
}

/** A day or a year alone is the date of the page. */
function saysMoreThanADate(source: Source, span: Span): boolean {
  const [date] = datesIn(source, span)
  const rest = date
    ? source.folded.slice(span.start, date.start) + source.folded.slice(date.end, span.end)
    : source.foldedSlice(span)
  return /\p{L}{2}/u.test(rest)
}

const TELLS_OF_PAST = /uppfölj|utvärder|tidigare|föregående|resultat/

/** The first title; or the one of the latest years, if a page has the promises of several periods. */
function titleOfLatest(source: Source, titles: readonly Span[]): Span | undefined {
  const [first] = titles
  if (!first) return undefined
  let latest = first
  let [period] = periodsIn(source, first)
  for (const title of titles) {
    const [other] = TELLS_OF_PAST.test(source.foldedSlice(title)) ? [] : periodsIn(source, title)
    if (!period || !other || other.from.slice(0, 4) <= (period.to ?? period.from).slice(0, 4)) continue
    latest = title
    period = other
  }
  return latest
}

/** The heading that says what the document is: the first that mentions a promise, or an agreement. */
export function titleOf({ source, blocks }: Page): { span: Span; reading: Reading } | null {
  const headings = blocks
    .filter(
      (block) =>
        (block.kind === 'heading' || isTwoLineTitle(source, block)) && saysMoreThanADate(source, block.span),
    )
    .map(({ span }) => span)
  const promises = headings.filter((span) => /medborgarl[öo]ft/.test(source.foldedSlice(span)))
  const promise = titleOfLatest(source, promises)
  if (promise) return { span: promise, reading: stated('title-names-the-promise') }
  const agreement = headings.find((span) => /överenskommelse|löfte/.test(source.foldedSlice(span)))
  if (agreement) return { span: agreement, reading: stated('title-names-an-agreement') }
  const [first] = headings
  return first ? { span: first, reading: inferred('title-first-heading') } : null
}

import type { Candidate } from './layouts/candidate.ts'
import { type Page, wholeOf } from './layouts/page.ts'
import { isLinkText } from './lists/links.ts'

/** Why a page is not an agreement: it was not found, it only links to others, or it is about something else. */
export type NoAgreement = 'not_found' | 'links' | 'something_else'

/** An error page says so within this many characters. */
const BEGINNING = 1_000
/** The part of the lines of a link page that are links or as short as one. */
const MOST_LINES = 0.6
const SHORT_LINE = 45
/** The name of a page has no more words: "Habo kommun". A longer line may say what is to be done. */
const MOST_WORDS = 3

/** Whether a page is not an agreement, and why; null if it may be one. `kept` are the promises and activities on it. */
export function noAgreement(page: Page, kept: readonly Candidate[]): NoAgreement | null {
  const { source, lookups, lines } = page
  const said = lookups.noAgreements(source, wholeOf(page))
  const isNotFound = said.some(({ value, start }) => value === 'not_found' && start < BEGINNING)
  const speaks = said.some(({ value }) => value === 'speaks_of_promises')
  if (isNotFound && !speaks) return 'not_found'
  if (!speaks) return 'something_else'
  if (kept.length > 0) return null
  const full = lines.filter(({ span }) => span.start < span.end)
  const links = full.filter(({ content }) => {
    const words = source.foldedSlice(content)
    return isLinkText(words) || (words.length < SHORT_LINE && !/[.:!?]$/.test(words))
  })
  const names = links.filter(({ content }) => source.foldedSlice(content).split(' ').length <= MOST_WORDS)
  const hasLink =
    full.some(({ content }) => isLinkText(source.foldedSlice(content))) || names.length > links.length / 2
  return hasLink && links.length >= full.length * MOST_LINES ? 'links' : null
}

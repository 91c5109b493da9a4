import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type MarkedQuote, withTarget } from './marked-words.ts'

/** A commitment: in the words of the source if we have them, otherwise in ours. */
export interface Worded {
  readonly text: string | null
  readonly gistSv: string | null
  readonly gistEn: string | null
}

/** A commitment as HTML. Quotes from a source are Swedish, and have quotation marks beside our own words. */
export function commitmentWords(
  language: Language,
  worded: Worded,
  quotes: readonly MarkedQuote[] = [],
): Html {
  if (worded.text === null) return html`${inLanguage(language, worded, 'gist') ?? ''}`
  return quotes.length > 0
    ? html`<span lang="sv">${withTarget(worded.text, quotes)}</span>`
    : html`<q lang="sv">${worded.text}</q>`
}

import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type MarkedQuote, withTarget } from './marked-words.ts'

/** What is promised: in the words of the source where they are held, otherwise in ours. */
export interface Worded {
  readonly text: string | null
  readonly gistSv: string | null
  readonly gistEn: string | null
}

/** What is promised. The words of a source are Swedish, and stand in quotation marks where they are beside ours. */
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

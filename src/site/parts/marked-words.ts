import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'

/** Where a value stands in a document, in code points. */
interface Quote {
  readonly columnName: string
  readonly startOffset: number
  readonly words: string
}

/** What a promise or an activity says: in the words of the source where we hold them, otherwise in ours. */
export function wording(
  language: Language,
  { text, quotes = [], ...gist }: Gist & { readonly text: string | null; readonly quotes?: readonly Quote[] },
): Html {
  if (text === null) return html`${inLanguage(language, gist, 'gist') ?? ''}`
  return html`<span lang="sv">${withTarget(text, quotes)}</span>`
}

interface Gist {
  readonly gistSv: string | null
  readonly gistEn: string | null
}

/** The words of a text with those of its target marked, by where each stands in the source. */
export function withTarget(text: string, quotes: readonly Quote[]): Html {
  const whole = quotes.find(({ columnName }) => columnName === 'text')
  const target = quotes.find(({ columnName }) => columnName === 'target_value')
  if (!whole || !target || whole.words !== text) return html`${text}`
  const letters = [...text]
  const from = target.startOffset - whole.startOffset
  const until = from + [...target.words].length
  if (from < 0 || until > letters.length) return html`${text}`
  const part = (begin: number, end?: number) => letters.slice(begin, end).join('')
  return html`${part(0, from)}<mark>${part(from, until)}</mark>${part(until)}`
}

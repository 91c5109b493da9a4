import { type Html, html } from '../html.ts'

/** The place of a value in a document, in code points. */
export interface MarkedQuote {
  readonly columnName: string
  readonly startOffset: number
  readonly words: string
}

/** A text with the words of its target marked, located by their places in the source. */
export function withTarget(text: string, quotes: readonly MarkedQuote[]): Html {
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

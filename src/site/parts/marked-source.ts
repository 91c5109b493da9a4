import { type Html, html } from '../html.ts'
import { anchorOf } from './promises.ts'

/** The place of a value in a document, in code points. */
export interface Marked {
  readonly recordId: string
  readonly columnName: string
  readonly startOffset: number
  readonly endOffset: number
}

/**
 * The full text of a document with every quote marked: whole promises, activities and the like as marks, the values
 * within them underlined. Each place where a quote begins has an anchor. Quotes that overlap without nesting have only
 * anchors.
 */
export function markedSource(text: string, quotes: readonly Marked[]): Html {
  const letters = [...text]
  const ordered = quotes.toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset)
  const anchored = new Set<number>()
  const plain = (from: number, end: number) => html`${letters.slice(from, end).join('')}`
  /** The next quote, and how far the text has been written. */
  let at = 0
  let position = 0

  /** The text up to an offset, with the quotes that begin before it. */
  function until(end: number, depth: number): Html[] {
    const parts: Html[] = []
    let from = position
    for (let next = ordered[at]; next && next.startOffset < end; next = ordered[at]) {
      at++
      parts.push(plain(from, next.startOffset))
      position = from = next.startOffset
      const anchor = anchored.has(next.startOffset) ? null : anchorOf(next)
      anchored.add(next.startOffset)
      if (next.endOffset > end || next.startOffset === next.endOffset) {
        if (anchor) parts.push(html`<span id="${anchor}"></span>`)
        continue
      }
      const within = until(next.endOffset, depth + 1)
      parts.push(
        depth === 0
          ? html`<mark${anchor ? html` id="${anchor}"` : ''}>${within}</mark>`
          : html`<span class="value"${anchor ? html` id="${anchor}"` : ''}>${within}</span>`,
      )
      from = position
    }
    parts.push(plain(from, end))
    position = end
    return parts
  }

  return html`${until(letters.length, 0)}`
}

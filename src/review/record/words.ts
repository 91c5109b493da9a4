import { isSpace } from '../../ingest/text/source.ts'
import type { Quote } from '../../records/field.ts'

/** The text of a document, in code points as quotes count them. */
export class Words {
  readonly text: string
  readonly points: readonly string[]

  constructor(text: string) {
    this.text = text
    this.points = Array.from(text)
  }

  /** The words between two offsets, without surrounding white space; null if there are none. */
  between(start: number, end: number): Quote | null {
    let [from, to] = [Math.max(0, start), Math.min(this.points.length, end)]
    while (from < to && isSpace(this.points[from])) from++
    while (to > from && isSpace(this.points[to - 1])) to--
    return from < to ? { words: this.points.slice(from, to).join(''), at: [from, to] } : null
  }

  /** The place of words that were typed: the one nearest to another place. Spaces and line breaks count the same. */
  find(words: string, near: number): Quote | null {
    const sought = words.split(/\s+/).filter((word) => word !== '')
    if (sought.length === 0) return null
    const pattern = new RegExp(sought.map(RegExp.escape).join('\\s+'), 'gu')
    let best: Quote | null = null
    // Offsets of matches are in UTF-16 units: they are converted from one match to the next.
    let [units, points] = [0, 0]
    for (const { 0: found, index } of this.text.matchAll(pattern)) {
      points += Array.from(this.text.slice(units, index)).length
      units = index
      const quote: Quote = { words: found, at: [points, points + Array.from(found).length] }
      if (best === null || Math.abs(points - near) < Math.abs(best.at[0] - near)) best = quote
    }
    return best
  }
}

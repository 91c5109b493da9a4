import type { Line } from './lines.ts'
import { type Source, type Span, trimmed } from './source.ts'
import type { FindTerms } from './terms.ts'

/** What stands after a label: "Mål: …", "Åtgärd: …", "Ansvarig: …". `what` is the promise where another label says how. */
export const LABEL_HOLDS = ['promise', 'what', 'activity', 'who', 'topic', 'other'] as const
export type LabelHolds = (typeof LABEL_HOLDS)[number]

/** A line that begins with a label: what it holds, and its words after the label. */
export interface LabelledLine {
  readonly holds: Exclude<LabelHolds, 'what'>
  readonly content: Span
}

/** "Åtgärd 2:" */
const LABEL = /^(\p{L}[\p{L} ]{0,30}?)(?: +(?:nr +)?\d{1,2})? *: *(?=\S)/u

/**
 * The labelled lines of a text that is set out as a form, by their numbers: one label says what is promised or done, and
 * another by whom, how or what for. A text with one such label alone is no form.
 */
export function labelsOf(
  source: Source,
  lines: readonly Line[],
  find: FindTerms<LabelHolds>,
): ReadonlyMap<number, LabelledLine> {
  const found = lines.flatMap((line) => {
    const { content } = line
    const [whole, name = ''] = LABEL.exec(source.foldedSlice(content)) ?? []
    if (whole === undefined) return []
    const span = { start: content.start, end: content.start + name.length }
    const [term] = find(source, span)
    if (term?.start !== span.start || term.end !== span.end) return []
    const after = trimmed(source.text, { start: content.start + whole.length, end: line.span.end })
    return [{ index: line.index, holds: term.value, content: after }]
  })
  const said = new Set(found.map(({ holds }) => holds))
  const isForm = said.has('activity')
    ? said.has('promise') || said.has('what') || said.has('who') || said.has('topic')
    : said.has('who') && (said.has('promise') || said.has('what'))
  if (!isForm) return new Map()
  const meant = (holds: LabelHolds): LabelledLine['holds'] => {
    if (holds === 'what') return said.has('activity') ? 'promise' : 'activity'
    // Where nothing is said to be the goal, the area that work is done in is.
    return holds === 'topic' && !said.has('promise') && !said.has('what') ? 'promise' : holds
  }
  return new Map(found.map(({ index, holds, content }) => [index, { holds: meant(holds), content }]))
}

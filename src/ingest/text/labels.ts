import type { Line } from './lines.ts'
import { type Source, type Span, trimmed } from './source.ts'
import type { FindTerms } from './terms.ts'

/**
 * The contents after a label: "Mål: …", "Åtgärd: …", "Ansvarig: …". `what` is the promise if another label says how,
 * and `when` is a time at which something is done.
 */
export const LABEL_HOLDS = ['promise', 'what', 'activity', 'when', 'who', 'topic', 'other'] as const
export type LabelHolds = (typeof LABEL_HOLDS)[number]

/** A line that begins with a label: the kind of its contents, and the words after the label. */
export interface LabelledLine {
  readonly holds: Exclude<LabelHolds, 'what' | 'when'>
  readonly content: Span
}

/** How many lines of a plan begin with a time: "Mars: informationskväll". */
const FEWEST_TIMES = 3
/** "Åtgärd 2:" */
const LABEL = /^(\p{L}[\p{L} ]{0,30}?)(?: +(?:nr +)?\d{1,2})? *: */u

/**
 * The labelled lines of a text that is set out as a form, by line number: one label says what is promised or done, and
 * another says by whom, how or what for. A text with only one such label is not a form.
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
  const isPlan = found.filter(({ holds }) => holds === 'when').length >= FEWEST_TIMES
  const labels = found.filter(({ holds }) => isPlan || holds !== 'when')
  const said = new Set(labels.map(({ holds }) => holds))
  const isPromised = said.has('promise') || said.has('what')
  const isForm = isPlan || (said.has('activity') ? said.size > 1 : said.has('who') && isPromised)
  if (!isForm) return new Map()
  const meant = (holds: LabelHolds): LabelledLine['holds'] => {
    if (holds === 'what') return said.has('activity') ? 'promise' : 'activity'
    if (holds === 'when') return 'activity'
    // If no label marks the goal, the area of work is the goal.
    return holds === 'topic' && !isPromised ? 'promise' : holds
  }
  // A label without text after it is the heading of what follows.
  const full = labels.filter(({ content }) => content.start < content.end)
  return new Map(full.map(({ index, holds, content }) => [index, { holds: meant(holds), content }]))
}

import type { Language } from '../../datasets/dataset.ts'
import type { DraftLine } from '../../ingest/draft.ts'
import { type Html, html } from '../../site/html.ts'
import { placesOf } from '../record/places.ts'
import { statesOf } from '../record/states.ts'
import type { Shown } from '../server/reviews.ts'
import { texts } from './texts.ts'

interface MarkedValue {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly state: string
  readonly isIssue: boolean
}

/**
 * The text of the document, line by line, with every value marked in place. Values may overlap in any way: the text
 * is cut wherever one begins or ends, and each piece names all values that it is part of, the shortest first.
 */
export function documentView({ draft, lines }: Shown, language: Language): Html {
  const { record, words } = draft
  const states = statesOf(record)
  const marks = placesOf(record)
    .flatMap(({ value, kind, quotes }) =>
      quotes.map(
        ({ at: [start, end] }): MarkedValue => ({
          value,
          start,
          end,
          state: states.get(value) ?? 'undecided',
          isIssue: kind === 'issue',
        }),
      ),
    )
    .sort((one, other) => one.end - one.start - (other.end - other.start))
  const accounted = new Map(lines.map((line) => [line.number, line]))
  let start = 0
  const rows = words.text.split('\n').map((line, index) => {
    const end = start + Array.from(line).length
    const row = lineView(
      { number: index + 1, start, end, account: accounted.get(index + 1) },
      marks.filter((mark) => mark.start < end && mark.end > start),
      words.points,
      language,
    )
    start = end + 1
    return row
  })
  return html`${rows}`
}

interface LineOfText {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly account: DraftLine | undefined
}

function lineView(
  { number, start, end, account }: LineOfText,
  marks: readonly MarkedValue[],
  points: readonly string[],
  language: Language,
): Html {
  const text = texts[language]
  const cuts = [start, end, ...marks.flatMap((mark) => [mark.start, mark.end])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((one, other) => one - other)
  const pieces = cuts.flatMap((from, index) => {
    const to = cuts[index + 1] ?? from
    if (to <= from) return []
    const words = points.slice(from, to).join('')
    const covering = marks.filter((mark) => mark.start <= from && mark.end >= to)
    const [shortest] = covering
    if (!shortest) return [html`<span data-at="${from}">${words}</span>`]
    const kind = `${shortest.state}${shortest.isIssue ? ' issue' : ''}`
    const values = [...new Set(covering.map(({ value }) => value))]
    const depth = Math.min(values.length, 3)
    return [
      html`<span class="mark ${kind} deep-${depth}" data-at="${from}" data-values="${values.join(' ')}">${words}</span>`,
    ]
  })
  const isBlank = points.slice(start, end).join('').trim() === ''
  const isCovered = marks.some(({ isIssue }) => !isIssue)
  const kind = isBlank ? 'blank' : isCovered ? '' : (account?.state ?? 'read')
  const note =
    kind === 'ignored'
      ? html`<span class="note">${text.ignored}: ${account?.by.join(', ') ?? ''}</span>`
      : kind === 'issue'
        ? html`<span class="note">${text.unread}</span>`
        : kind === 'read'
          ? html`<span class="note">${text.noValue}</span>`
          : ''
  return html`<div class="line ${kind}" data-start="${start}"><span class="number" aria-hidden="true">${number}</span><span class="words">${pieces}</span>${note}</div>`
}

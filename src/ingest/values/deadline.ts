import type { Source, Span } from '../text/source.ts'
import { datesIn } from './dates.ts'

const BY = /(?:senast|före|innan|fram till)(?: +den)? +$/

/** The date by which something is to be done: "senast den 31 december 2018". */
export function deadlineIn(source: Source, span: Span): { on: string; span: Span } | null {
  for (const { start, end, date } of datesIn(source, span)) {
    const before = BY.exec(source.folded.slice(Math.max(span.start, start - 20), start))
    if (before && date.length === 10) return { on: date, span: { start: start - before[0].length, end } }
  }
  return null
}

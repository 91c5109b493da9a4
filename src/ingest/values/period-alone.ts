import type { Source, Span } from '../text/source.ts'
import { periodsIn } from './period.ts'

/** Whether words consist of a period: "2023–2024". */
export function isPeriodAlone(source: Source, span: Span): boolean {
  const [period] = periodsIn(source, span)
  if (!period) return false
  const rest = source.folded.slice(span.start, period.start) + source.folded.slice(period.end, span.end)
  return !/[\p{L}\p{N}]/u.test(rest.replace(/(?<!\p{L})(?:åren|år|perioden|för)(?!\p{L})/gu, ''))
}

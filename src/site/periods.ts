import type { Formats } from './formats.ts'
import { formats } from './formats.ts'
import type { Language } from './language.ts'
import { whyWords } from './unknown.ts'

/** The period of an agreement, with the precision that its source gives. */
export interface Period {
  readonly periodStart: string | null
  readonly periodStartPrecision: Precision | null
  readonly periodEnd: string | null
  readonly periodEndPrecision: Precision | null
  readonly periodUnknownReason: 'NOT_STATED' | 'OPEN_ENDED' | 'UNREADABLE' | null
}

type Precision = 'DAY' | 'MONTH' | 'YEAR'

const WORDS = {
  sv: { from: 'från', until: 'till', unknown: 'perioden' },
  en: { from: 'from', until: 'until', unknown: 'the period is' },
} as const

/**
 * A period in readable form, no more precise than its source: 2020–2021, 1 mars 2023 – 31 december 2024, från 2021.
 *
 * @example periodIn('sv', { periodStart: '2020-01-01', periodStartPrecision: 'YEAR', periodEnd: '2021-12-31',
 * periodEndPrecision: 'YEAR', periodUnknownReason: null }) // '2020–2021'
 */
export function periodIn(language: Language, period: Period): string {
  const { periodStart: start, periodEnd: end, periodUnknownReason: why } = period
  const words = WORDS[language]
  const write = formats[language]
  if (start === null && end === null)
    return why === 'OPEN_ENDED'
      ? whyWords(language, why)
      : `${words.unknown} ${whyWords(language, why ?? 'NOT_STATED')}`
  if (start === null) return `${words.until} ${bound(write, end ?? '', period.periodEndPrecision)}`
  const from = bound(write, start, period.periodStartPrecision)
  if (end === null)
    return why === 'OPEN_ENDED'
      ? `${words.from} ${from}, ${whyWords(language, why)}`
      : `${words.from} ${from}`
  const until = bound(write, end, period.periodEndPrecision)
  if (from === until) return from
  return /^\d{4}$/.test(from) && /^\d{4}$/.test(until) ? `${from}–${until}` : `${from} – ${until}`
}

function bound(write: Formats, iso: string, precision: Precision | null): string {
  if (precision === 'YEAR') return iso.slice(0, 4)
  return precision === 'MONTH' ? write.month(iso) : write.day(iso)
}

/** A day no more precise than its source: 2020, mars 2020, 1 mars 2020. */
export function dayIn(language: Language, iso: string, precision: Precision | null): string {
  return bound(formats[language], iso, precision)
}

/** The days that a report covers: a year if it is a whole one. Null if it states none. */
export function daysIn(
  language: Language,
  { coversFrom, coversTo }: { readonly coversFrom: string | null; readonly coversTo: string | null },
): string | null {
  if (coversFrom === null && coversTo === null) return null
  const isWholeYears = /-01-01$/.test(coversFrom ?? '') && /-12-31$/.test(coversTo ?? '')
  const precision = isWholeYears ? 'YEAR' : 'DAY'
  return periodIn(language, {
    periodStart: coversFrom,
    periodStartPrecision: precision,
    periodEnd: coversTo,
    periodEndPrecision: precision,
    periodUnknownReason: null,
  })
}

/** The year of a day; null if there is none. */
export function yearOf(iso: string | null): number | null {
  return iso === null ? null : Number(iso.slice(0, 4))
}

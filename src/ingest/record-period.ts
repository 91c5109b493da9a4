import { doubtful, type Reading, stated } from './confidence.ts'
import type { DraftRecord } from './draft.ts'
import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'

/** The period of a record, and how it was read. */
export interface MadePeriod {
  readonly value: DraftRecord['period']
  readonly reading: Reading
}

/** The period as stated; or computed from the signing, if the text says that it counts from there. */
export function periodOf(
  { source }: Page,
  { period, yearsFromSigning: years, signing }: ReadPage,
): MadePeriod {
  if (period) {
    const { from, to, isOpenEnded, isEndAlone } = period.period
    const unknownReason = isOpenEnded ? 'open_ended' : null
    return {
      value: { start: isEndAlone ? null : from, end: to, unknownReason, quote: source.quote(period.period) },
      reading: period.reading,
    }
  }
  if (years && signing.on !== null) {
    // The text does not say whether the last day is that of the signing or the day before; the month is certain.
    const end = `${Number(signing.on.slice(0, 4)) + years.years}${signing.on.slice(4, 7)}`
    const value = { start: signing.on, end, unknownReason: null, quote: source.quote(years.span) }
    return { value, reading: doubtful('period-from-signing') }
  }
  const quote = years ? source.quote(years.span) : null
  return {
    value: { start: null, end: null, unknownReason: 'not_stated', quote },
    reading: stated('period-not-stated'),
  }
}

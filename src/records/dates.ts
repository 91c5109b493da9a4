import { isDay, type ValueOf } from '../datasets/dataset.ts'
import type { datePrecision } from '../datasets/vocabularies/agreements.ts'

const DATE_AS_STATED = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Whether a text is a year, month or day of the calendar: `2019`, `2019-05` or `2019-05-31`. */
export function isStatedDate(text: string): boolean {
  return DATE_AS_STATED.test(text) && isDay(firstDay(text).date)
}

export interface Bound {
  /** A day: `2019-05-31`. */
  readonly date: string
  readonly precision: ValueOf<typeof datePrecision>
}

/** The first day of a year, month or day as stated: `2019` gives 2019-01-01, known to the year. */
export function firstDay(stated: string): Bound {
  const [year, month, day] = stated.split('-')
  return { date: [year, month ?? '01', day ?? '01'].join('-'), precision: precisionOf(stated) }
}

/** The last day of a year, month or day as stated: `2019-02` gives 2019-02-28, known to the month. */
export function lastDay(stated: string): Bound {
  const [year = '', month = '12', day] = stated.split('-')
  // Day 0 of the next month is the last of this one.
  const last = day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
  return { date: [year, month, last].join('-'), precision: precisionOf(stated) }
}

function precisionOf(stated: string): Bound['precision'] {
  return stated.length === 4 ? 'year' : stated.length === 7 ? 'month' : 'day'
}

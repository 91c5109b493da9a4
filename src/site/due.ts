import type { CalendarData } from './queries/calendar.graphql.ts'
import type { CalendarEndsData } from './queries/calendar-ends.graphql.ts'

type DueCommitment = CalendarData['activities']['nodes'][number]
type DueFollowUp = CalendarData['followUps']['nodes'][number]
type DueEnd = CalendarEndsData['agreements']['nodes'][number]
type DueTime = DueFollowUp['dueTimes'][number]

/** How precisely a due date is known. */
type DuePrecision = 'DAY' | 'MONTH' | 'YEAR' | 'SPRING' | 'SUMMER' | 'AUTUMN' | 'WINTER'

/** The basis of a due date: stated in the source; in each year of the period; on the last day of the period. */
type DueRule = 'stated' | 'each_year' | 'period_end'

/** Something with a due date. */
export type Due = {
  /** Its last day, as far as it is known. */
  readonly on: string
  readonly precision: DuePrecision
  readonly rule: DueRule
} & (
  | { readonly kind: 'commitment'; readonly of: DueCommitment }
  | { readonly kind: 'follow_up'; readonly of: DueFollowUp }
  | { readonly kind: 'end'; readonly of: DueEnd }
)

/** The last days of months and seasons, and the precision of each. A winter belongs to the year in which it begins. */
const LAST_DAYS: { readonly [T in DueTime]: readonly [last: string, precision: DuePrecision] } = {
  JANUARY: ['01-31', 'MONTH'],
  FEBRUARY: ['02-28', 'MONTH'],
  MARCH: ['03-31', 'MONTH'],
  APRIL: ['04-30', 'MONTH'],
  MAY: ['05-31', 'MONTH'],
  JUNE: ['06-30', 'MONTH'],
  JULY: ['07-31', 'MONTH'],
  AUGUST: ['08-31', 'MONTH'],
  SEPTEMBER: ['09-30', 'MONTH'],
  OCTOBER: ['10-31', 'MONTH'],
  NOVEMBER: ['11-30', 'MONTH'],
  DECEMBER: ['12-31', 'MONTH'],
  SPRING: ['05-31', 'SPRING'],
  SUMMER: ['08-31', 'SUMMER'],
  AUTUMN: ['11-30', 'AUTUMN'],
  WINTER: ['12-31', 'WINTER'],
}

/** What is due within a range of days, earliest first. */
export function dueWithin(
  { promises, activities, followUps, recurring }: CalendarData,
  { agreements }: CalendarEndsData,
  from: string,
  to: string,
): Due[] {
  const all: Due[] = [
    ...[...promises.nodes, ...activities.nodes].flatMap((of): Due[] =>
      of.deadlineOn === null
        ? []
        : [
            {
              on: of.deadlineOn,
              precision: of.deadlinePrecision ?? 'DAY',
              rule: 'stated',
              kind: 'commitment',
              of,
            },
          ],
    ),
    ...followUps.nodes.flatMap((of): Due[] =>
      of.dueOn === null ? [] : [{ on: of.dueOn, precision: 'DAY', rule: 'stated', kind: 'follow_up', of }],
    ),
    ...recurring.nodes.flatMap(eachYear),
    ...agreements.nodes.flatMap((of): Due[] =>
      of.periodEnd === null
        ? []
        : [
            {
              on: of.periodEnd,
              precision: of.periodEndPrecision ?? 'DAY',
              rule: 'period_end',
              kind: 'end',
              of,
            },
          ],
    ),
  ]
  return all
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => a.on.localeCompare(b.on) || order(a).localeCompare(order(b)))
}

/** A follow-up whose source names the month or season: in each year of the period, if that is known. */
function eachYear(of: DueFollowUp): Due[] {
  const { periodStart, periodEnd } = of.agreement
  if (of.dueOn !== null || periodStart === null || periodEnd === null) return []
  const first = Number(periodStart.slice(0, 4))
  const years = Array.from({ length: Number(periodEnd.slice(0, 4)) - first + 1 }, (_, index) => first + index)
  return years.flatMap((year) =>
    of.dueTimes.map((time): Due => {
      const [last, precision] = LAST_DAYS[time]
      return { on: `${year}-${last}`, precision, rule: 'each_year', kind: 'follow_up', of }
    }),
  )
}

/** On one day, items known to the day come before those known to the month, the season and the year. */
function order({ precision, kind, of }: Due): string {
  const rank = ['DAY', 'MONTH', 'SPRING', 'SUMMER', 'AUTUMN', 'WINTER', 'YEAR'].indexOf(precision)
  return `${rank} ${kind} ${of.key}`
}

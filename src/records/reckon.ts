import type { ValueOf } from '../datasets/dataset.ts'
import type { Row, Tables } from '../datasets/index.ts'
import type { perYearUnknown, targetPer } from '../datasets/vocabularies/promises.ts'
import type { targetWhat } from '../datasets/vocabularies/target-what.ts'

type ReckonedCommitment = Row<'promises'> | Row<'activities'>
type Per = ValueOf<typeof targetPer>

/** How often per year each unit of time comes; null if it is not a regular one. */
const TIMES_A_YEAR: { readonly [P in Per]: number | null } = {
  day: 365,
  week: 52,
  two_weeks: 26,
  three_weeks: 52 / 3,
  month: 12,
  quarter: 4,
  four_months: 3,
  half_year: 2,
  year: 1,
  two_years: 0.5,
  period: null,
  each_school: null,
  each_area: null,
  each_town: null,
  each_municipality: null,
  each_walk: null,
  each_case: null,
}

/** Units that do not count things, and so have no number per year. */
const NO_COUNTS: readonly ValueOf<typeof targetWhat>[] = [
  'percent',
  'kronor',
  'response_hours',
  'response_days',
  'response_weeks',
]

/** Sets the derived values: a target per year, the day on which something is due, whether a report is known. */
export function reckon(tables: Tables): void {
  const agreements = new Map(tables.agreements.map((row) => [row.id, row]))
  const reported = new Set(
    tables.outcomes.flatMap(({ promiseId, activityId }) => promiseId ?? activityId ?? []),
  )
  for (const row of [...tables.promises, ...tables.activities]) {
    const agreement = agreements.get(row.agreementId)
    Object.assign(row, perYear(row, agreement), due(row, agreement))
    if (agreement) agreement.commitmentsSeen = seen(agreement, row)
    if (reported.has(row.id)) row.reportState = 'found'
  }
  for (const { agreementId } of tables.findings) {
    const agreement = agreements.get(agreementId)
    if (agreement?.findingsSeen === 'none') agreement.findingsSeen = 'some'
  }
  for (const { agreementId } of tables.report_agreements) {
    const agreement = agreements.get(agreementId)
    if (agreement) agreement.reportState = 'found'
  }
}

/** How much of an agreement is listed, including one more row. A row that was only read in part means that there may be more. */
function seen(
  { commitmentsSeen }: Row<'agreements'>,
  { sourceSeen }: ReckonedCommitment,
): Row<'agreements'>['commitmentsSeen'] {
  return commitmentsSeen === 'none_listed' || sourceSeen === 'beginning' ? sourceSeen : commitmentsSeen
}

function due(
  { deadlineOn }: ReckonedCommitment,
  agreement: Row<'agreements'> | undefined,
): Pick<ReckonedCommitment, 'dueOn' | 'dueBasis'> {
  if (deadlineOn !== null) return { dueOn: deadlineOn, dueBasis: 'stated' }
  const end = agreement?.periodEnd ?? null
  return { dueOn: end, dueBasis: end === null ? null : 'period_end' }
}

function perYear(
  { targetValue: value, targetWhat: what, targetPer: per }: ReckonedCommitment,
  agreement: Row<'agreements'> | undefined,
): Pick<ReckonedCommitment, 'targetPerYear' | 'targetPerYearUnknownReason'> {
  const unknown = (reason: ValueOf<typeof perYearUnknown>) => ({
    targetPerYear: null,
    targetPerYearUnknownReason: reason,
  })
  if (value === null) return { targetPerYear: null, targetPerYearUnknownReason: null }
  if (what !== null && NO_COUNTS.includes(what)) return unknown('not_a_count')
  if (per === null) return unknown('per_not_stated')
  let times = TIMES_A_YEAR[per]
  if (per === 'period') {
    const years = lengthInYears(agreement)
    if (years === null) return unknown('period_unknown')
    times = 1 / years
  }
  if (times === null) return unknown('per_occasion')
  return { targetPerYear: Math.round(value * times * 100) / 100, targetPerYearUnknownReason: null }
}

/** The length of an agreement's period in years, in whole months if it begins and ends with them. */
function lengthInYears(agreement: Row<'agreements'> | undefined): number | null {
  const { periodStart, periodEnd } = agreement ?? {}
  if (!periodStart || !periodEnd) return null
  const start = new Date(`${periodStart}T00:00:00Z`)
  const after = new Date(`${periodEnd}T00:00:00Z`)
  after.setUTCDate(after.getUTCDate() + 1)
  if (after.getUTCDate() === start.getUTCDate()) {
    const years = after.getUTCFullYear() - start.getUTCFullYear()
    return years + (after.getUTCMonth() - start.getUTCMonth()) / 12
  }
  const DAYS_A_YEAR = 365.2425
  return (after.getTime() - start.getTime()) / (24 * 60 * 60 * 1000 * DAYS_A_YEAR)
}

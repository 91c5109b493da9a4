import type { ValueOf } from '../datasets/dataset.ts'
import type { Row } from '../datasets/index.ts'
import type { lifecycle } from '../datasets/vocabularies/agreements.ts'

/** The columns of an agreement with its period, and with whether it was made. */
export type PeriodColumns = Pick<
  Row<'agreements'>,
  'stage' | 'periodStart' | 'periodEnd' | 'periodUnknownReason'
>

/** The state of an agreement on a day. If one bound is unknown, only the other one counts. */
export function lifecycleAt(
  { stage, periodStart, periodEnd, periodUnknownReason }: PeriodColumns,
  day: string,
): ValueOf<typeof lifecycle> {
  if (periodStart !== null && day < periodStart) return 'upcoming'
  if (stage === 'announced') return 'unknown'
  if (periodEnd !== null && day > periodEnd) return 'ended'
  // Days in ISO 8601 sort like text.
  if (periodStart !== null && (periodEnd !== null || periodUnknownReason === 'open_ended')) return 'active'
  return 'unknown'
}

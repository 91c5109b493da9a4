import type { ValueOf } from '../datasets/dataset.ts'
import type { Row } from '../datasets/index.ts'
import type { lifecycle } from '../datasets/vocabularies/agreements.ts'

/** The columns of an agreement that tell its period, and whether it came about. */
export type Period = Pick<Row<'agreements'>, 'stage' | 'periodStart' | 'periodEnd' | 'periodUnknownReason'>

/** What an agreement is on a day. Where a bound is not known, only what the other one tells. */
export function lifecycleAt(
  { stage, periodStart, periodEnd, periodUnknownReason }: Period,
  day: string,
): ValueOf<typeof lifecycle> {
  if (periodStart !== null && day < periodStart) return 'upcoming'
  if (stage === 'announced') return 'unknown'
  if (periodEnd !== null && day > periodEnd) return 'ended'
  // Days in ISO 8601 are ordered as text is.
  if (periodStart !== null && (periodEnd !== null || periodUnknownReason === 'open_ended')) return 'active'
  return 'unknown'
}

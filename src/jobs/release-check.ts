import { reasonOf } from '../common/reason.ts'
import { beginCheck, type CheckTrigger, endCheck } from '../database/checks.ts'
import type { Database } from '../database/client.ts'
import { ReleaseRefused } from '../exporters/fitness.ts'
import type { ReleaseResult } from '../exporters/release.ts'

/** What starts a check, and what is known about it beforehand. */
export interface CheckReason {
  readonly trigger: CheckTrigger
  /** When it was due, if it was. */
  readonly due?: Date
  /** Whether no other attempt follows if it fails. */
  readonly isLast?: boolean
}

/** Releases the data unless they have been released already, and records the outcome in either case. */
export async function checkRelease(
  db: Database,
  { trigger, due, isLast = false }: CheckReason,
  release: () => Promise<ReleaseResult>,
): Promise<ReleaseResult> {
  // The server that found it due may have a clock ahead of ours; it must not be due again when ours gets there.
  const beganAt = new Date(Math.max(Date.now(), due?.getTime() ?? 0))
  const id = await beginCheck(db, trigger, beganAt)
  const result = await release().catch(async (error: unknown) => {
    const end = {
      outcome: error instanceof ReleaseRefused ? 'refused' : 'failed',
      release: null,
      message: reasonOf(error),
      isGivenUp: isLast || (trigger === 'schedule' && error instanceof ReleaseRefused),
      endedAt: new Date(),
    } as const
    // If not even this can be written, the first error says more.
    await endCheck(db, id, end).catch(() => {})
    throw error
  })
  await endCheck(db, id, {
    outcome: result.isNew ? 'released' : 'unchanged',
    release: result.manifest.release,
    message: null,
    isGivenUp: false,
    endedAt: new Date(),
  })
  return result
}

/** The outcome of a check in one line. */
export function describeRelease({ manifest, isNew, fault }: ReleaseResult): string {
  if (isNew && fault) return `released ${manifest.release}, without its list of changes: ${fault}`
  return isNew ? `released ${manifest.release}` : `${manifest.release} has already been released`
}

import { beginCheck, type CheckTrigger, endCheck } from '../database/checks.ts'
import type { Database } from '../database/client.ts'
import { type ReleaseResult, type ReleaseStep, release } from '../exporters/release.ts'
import type { ReleaseStore } from '../exporters/stores/store.ts'

/** What sets off a check, and what is known of it beforehand. */
export interface CheckReason {
  readonly trigger: CheckTrigger
  /** When it was due, if it was. */
  readonly due?: Date
  /** Whether no other attempt follows if it fails. */
  readonly isLast?: boolean
}

/** Releases the data unless their release is there already, and records how that went, whichever way. */
export async function checkRelease(
  db: Database,
  store: ReleaseStore,
  { trigger, due, isLast = false }: CheckReason,
  progress: (text: string) => void = () => {},
): Promise<ReleaseResult> {
  // Whoever found that it was due may have a clock that is ahead of ours: it is not due again when ours gets there.
  const beganAt = new Date(Math.max(Date.now(), due?.getTime() ?? 0))
  const id = await beginCheck(db, trigger, beganAt)
  const result = await release(db, store, (step) => progress(describeStep(step))).catch(
    async (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      const end = {
        outcome: 'failed',
        release: null,
        message,
        isGivenUp: isLast,
        endedAt: new Date(),
      } as const
      // Where not even this can be written, what went wrong first says more.
      await endCheck(db, id, end).catch(() => {})
      throw error
    },
  )
  await endCheck(db, id, {
    outcome: result.isNew ? 'released' : 'unchanged',
    release: result.manifest.release,
    message: null,
    isGivenUp: false,
    endedAt: new Date(),
  })
  return result
}

/** What a check came to, in a line. */
export function describeRelease({ manifest, isNew }: ReleaseResult): string {
  return isNew ? `released ${manifest.release}` : `${manifest.release} is released already`
}

/** How far a release has come, in a line. */
function describeStep({ file, rows, done, files }: ReleaseStep): string {
  return `writing file ${done + 1} of ${files}: ${file}, ${rows} rows`
}

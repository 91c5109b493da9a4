import type { Schedule } from '../common/schedule.ts'
import { countChecks, firstBeginning, type LastChecks, lastChecks } from '../database/checks.ts'
import type { Reader } from '../database/client.ts'
import { latestRevision, type Revision } from '../database/revisions.ts'
import { lateSince } from './late.ts'

/** The state of the data and of the checks for their releases. */
interface JobState extends LastChecks {
  /** The revision that the database holds; null before anything has been loaded. */
  readonly revision: Revision | null
  /** When the check was due that is late; null if none is. */
  readonly lateSince: Date | null
  /** The number of recorded checks, by what started them and their outcome. */
  readonly checks: Awaited<ReturnType<typeof countChecks>>
}

/** The current state. Without a schedule, no check is ever late. */
export async function readJobState(reader: Reader, schedule: Schedule | null, now: Date): Promise<JobState> {
  const revision = await latestRevision(reader)
  const last = await lastChecks(reader)
  // If none has ever succeeded, it is late since the first attempt.
  const since = last.good?.beganAt ?? (await firstBeginning(reader))
  return {
    revision,
    ...last,
    lateSince: schedule && since && lateSince(schedule, since, now),
    checks: await countChecks(reader),
  }
}

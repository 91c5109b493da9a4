import type { Schedule } from '../common/schedule.ts'
import { countChecks, firstBeginning, type LastChecks, lastChecks } from '../database/checks.ts'
import type { Reader } from '../database/client.ts'
import { latestRevision } from '../database/revisions.ts'
import { lateSince } from './late.ts'

/** How the data and the checks for their releases stand. */
export interface JobState extends LastChecks {
  /** The revision that the database holds; null before anything has been loaded. */
  readonly revision: number | null
  /** When the check was due that has been missing for too long. */
  readonly lateSince: Date | null
  /** How many checks are remembered, by what set them off and what they came to. */
  readonly checks: Awaited<ReturnType<typeof countChecks>>
}

/** How all stands now. Without a schedule none is ever late. */
export async function readJobState(reader: Reader, schedule: Schedule | null, now: Date): Promise<JobState> {
  const revision = await latestRevision(reader)
  const last = await lastChecks(reader)
  // Where none has ever ended well, it has been missing since the first was tried.
  const since = last.good?.beganAt ?? (await firstBeginning(reader))
  return {
    revision: revision?.number ?? null,
    ...last,
    lateSince: schedule && since && lateSince(schedule, since, now),
    checks: await countChecks(reader),
  }
}

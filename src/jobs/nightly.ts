import { Cron } from 'croner'
import type { Database } from '../database/client.ts'
import { type ReleaseOptions, release } from '../exporters/release.ts'
import type { ReleaseStore } from '../exporters/stores/store.ts'

/** What a job tells of its work. */
export interface JobLog {
  info(message: string): void
  error(message: string): void
}

/**
 * Releases the data every night, if they have changed since the last release. A failed night is told and
 * tried again the next; it stops nothing. Gives what ends the schedule, once a release under way is whole.
 */
export function scheduleNightlyRelease(
  db: Database,
  store: ReleaseStore,
  schedule: { readonly pattern: string; readonly timezone: string },
  log: JobLog,
  options: ReleaseOptions = {},
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const job = new Cron(schedule.pattern, { timezone: schedule.timezone, protect: true }, () => {
    running = releaseNow(db, store, log, options)
    return running
  })
  return () => {
    job.stop()
    return running
  }
}

/** Releases the data and tells how it went, whichever way. */
export async function releaseNow(
  db: Database,
  store: ReleaseStore,
  log: JobLog,
  options: ReleaseOptions = {},
): Promise<void> {
  try {
    const { manifest, isNew } = await release(db, store, options)
    log.info(isNew ? `released ${manifest.release}` : `nothing to release: ${manifest.release} is up to date`)
  } catch (error) {
    log.error(`the nightly release failed: ${error instanceof Error ? error.message : error}`)
  }
}

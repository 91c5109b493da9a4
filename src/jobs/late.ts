import { dueAfter, type Schedule } from '../common/schedule.ts'

/** How long after its scheduled time a check is late: long enough for all attempts. */
export const LATE_AFTER_MS = 2 * 60 * 60 * 1000

/** When the job was due that should have succeeded since `lastRun`; null while it may still do so. */
export function lateSince(schedule: Schedule, lastRun: Date, now: Date): Date | null {
  const due = dueAfter(schedule, lastRun)
  return now.getTime() > due.getTime() + LATE_AFTER_MS ? due : null
}

import { dueAfter, type Schedule } from '../common/schedule.ts'

/** How long after it was due a good check may be missing before somebody should look: all attempts find room in it. */
export const LATE_AFTER_MS = 2 * 60 * 60 * 1000

/** When the job was due that should have run well since `lastRun`; null while that may still come. */
export function lateSince(schedule: Schedule, lastRun: Date, now: Date): Date | null {
  const due = dueAfter(schedule, lastRun)
  return now.getTime() > due.getTime() + LATE_AFTER_MS ? due : null
}

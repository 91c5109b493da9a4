import { Cron } from 'croner'

/** When a job runs: five fields of cron, and the time zone they are in. */
export interface Schedule {
  readonly pattern: string
  readonly timezone: string
}

/** How long after it was due a good check may be missing before somebody should look: all attempts find room in it. */
export const LATE_AFTER_MS = 2 * 60 * 60 * 1000

/**
 * The first time after `instant` at which a job is due. A time that the clocks leave out in spring is the first after
 * the gap; one that they show twice in autumn is the first of both.
 */
export function dueAfter({ pattern, timezone }: Schedule, instant: Date): Date {
  const due = new Cron(pattern, { timezone, paused: true }).nextRun(instant)
  if (!due) throw new Error(`"${pattern} ${timezone}" never comes after ${instant.toISOString()}`)
  return due
}

/** When the job was due that should have run well since `lastRun`; null while that may still come. */
export function lateSince(schedule: Schedule, lastRun: Date, now: Date): Date | null {
  const due = dueAfter(schedule, lastRun)
  return now.getTime() > due.getTime() + LATE_AFTER_MS ? due : null
}

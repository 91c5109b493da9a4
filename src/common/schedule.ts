import { Cron } from 'croner'

/** When a job runs: five fields of cron, and the time zone they are in. */
export interface Schedule {
  readonly pattern: string
  readonly timezone: string
}

/**
 * The schedule in a text such as "30 2 * * * Europe/Stockholm".
 *
 * @throws {Error} when it is not a valid schedule, or never occurs.
 */
export function parseSchedule(text: string): Schedule {
  const fields = text.trim().split(/\s+/)
  const [timezone = '', pattern] = [fields.at(-1), fields.slice(0, -1).join(' ')]
  try {
    if (fields.length !== 6) throw new Error('not six fields')
    if (!new Cron(pattern, { timezone, paused: true }).nextRun()) throw new Error('never runs')
  } catch (cause) {
    throw new Error('write five cron fields and a time zone, such as "30 2 * * * Europe/Stockholm"', {
      cause,
    })
  }
  return { pattern, timezone }
}

/**
 * The first time after `instant` at which a job is due. A time that the clocks leave out in spring is the first after
 * the gap; one that they show twice in autumn is the first of both.
 */
export function dueAfter({ pattern, timezone }: Schedule, instant: Date): Date {
  const due = new Cron(pattern, { timezone, paused: true }).nextRun(instant)
  if (!due) throw new Error(`the schedule "${pattern} ${timezone}" never runs after ${instant.toISOString()}`)
  return due
}

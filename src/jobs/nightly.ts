import { type JobWithMetadata, PgBoss } from 'pg-boss'
import { reasonOf } from '../common/reason.ts'
import { dueAfter, type Schedule } from '../common/schedule.ts'
import { checksAhead, lastTurn } from '../database/checks.ts'
import type { OpenDatabase } from '../database/client.ts'
import { DatabaseUnavailable, databaseReason, isAway } from '../database/unavailable.ts'
import { ReleaseRefused } from '../exporters/fitness.ts'

/** The log of a job. */
export interface JobLog {
  info(message: string): void
  error(message: string): void
}

/** The time limits of the job. */
interface Pace {
  /** How often a server checks whether the job is due, and whether there is one to do. */
  readonly lookSeconds: number
  /** How long a process must be silent before its job is given to another. */
  readonly heartbeatSeconds: number
  /** How often a job that failed is tried again. */
  readonly retries: number
  /** How long it waits before the first retry; each wait is about twice as long as the previous one. */
  readonly retrySeconds: number
}

/** All attempts of a night are over within `LATE_AFTER_MS`. */
export const PACE: Pace = { lookSeconds: 30, heartbeatSeconds: 60, retries: 5, retrySeconds: 60 }

/** How long one run may take before it counts as failed. */
const RUN_SECONDS = 60 * 60

export interface NightlyMeans {
  readonly database: Pick<OpenDatabase, 'db' | 'queue'>
  readonly schedule: Schedule
  /** Does the work, and returns its result in words. Throws if it failed; `isLast` says that it will not be tried again. */
  readonly run: (attempt: { due: Date; isLast: boolean }) => Promise<string>
  readonly log: JobLog
  readonly now?: () => Date
  readonly pace?: Pace
}

/** A job in the queue. */
interface Task {
  readonly due: string
}

const QUEUE = 'release'

/**
 * The nightly release, by a queue in the database. Each scheduled time is handled once, by one of the servers that share
 * the database. Missed times are made up for by one job when a server runs again; a failed job is tried again; a job of a
 * killed process is done by another.
 */
export class Nightly {
  readonly #boss: PgBoss
  readonly #means: NightlyMeans
  readonly #pace: Pace
  readonly #timer: NodeJS.Timeout

  private constructor(boss: PgBoss, means: NightlyMeans, pace: Pace) {
    this.#boss = boss
    this.#means = means
    this.#pace = pace
    this.#timer = setInterval(() => {
      this.look().catch((error: unknown) => {
        if (!isAway(error)) means.log.error(`the job state cannot be read: ${reasonOf(error)}`)
      })
    }, pace.lookSeconds * 1000)
  }

  /** Starts to check what is due, and to do it. */
  static async start(means: NightlyMeans): Promise<Nightly> {
    const { database, log, pace = PACE } = means
    const boss = new PgBoss({
      ...database.queue,
      // Its own schedule runs twice in the night on which clocks are set back, and not at all in the other one.
      schedule: false,
      // These find the jobs of killed processes.
      superviseIntervalSeconds: pace.lookSeconds,
      monitorIntervalSeconds: pace.lookSeconds,
      flowIntervalSeconds: RUN_SECONDS, // none of our jobs waits for another
      // These are for queues of many jobs.
      reindex: false,
      monitorVacuum: false,
    })
    boss.on('error', (error) => {
      if (!isAway(error)) log.error(`the job queue: ${reasonOf(error)}`)
    })
    const nightly = new Nightly(boss, means, pace)
    try {
      await boss.start()
      await boss.createQueue(QUEUE)
      await nightly.look()
      const options = { pollingIntervalSeconds: pace.lookSeconds, includeMetadata: true } as const
      await boss.work<Task, void, typeof options>(QUEUE, options, async (jobs) => {
        for (const job of jobs) await nightly.#run(job)
      })
      return nightly
    } catch (error) {
      await nightly.stop().catch(() => {}) // what failed first says more
      throw isAway(error) ? error : queueUnusable(error)
    }
  }

  /** Adds a job that is due to the queue, unless it is already there. */
  async look(): Promise<void> {
    const { database, schedule, now = () => new Date() } = this.#means
    const time = now()
    const due = dueAfter(schedule, (await lastTurn(database.db, time)) ?? new Date(time.getTime() - DAY_MS))
    if (due > time) return
    const { retries, retrySeconds, heartbeatSeconds } = this.#pace
    const task: Task = { due: due.toISOString() }
    await this.#boss.send(QUEUE, task, {
      id: idOf(due, await checksAhead(database.db, time)),
      retryLimit: retries,
      retryDelay: retrySeconds,
      retryBackoff: true,
      heartbeatSeconds,
      expireInSeconds: RUN_SECONDS,
    })
  }

  /** Stops it, after a run in progress has ended. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#boss.stop({ close: false, timeout: RUN_SECONDS * 1000 })
  }

  async #run({ data, retryCount, retryLimit }: JobWithMetadata<Task>): Promise<void> {
    const { run, log, database, now = () => new Date() } = this.#means
    // Two servers that looked with a check between them have each put the night into the queue.
    const turn = retryCount === 0 ? await lastTurn(database.db, now()) : null
    if (turn !== null && turn >= new Date(data.due)) return
    const isLast = retryCount >= retryLimit
    try {
      log.info(await run({ due: new Date(data.due), isLast }))
    } catch (error) {
      // A retry would fail in the same way.
      if (error instanceof ReleaseRefused) return log.error(error.message)
      const next = isLast ? 'no more attempts until the next night' : 'it will be tried again'
      const reason = reasonOf(error)
      log.error(`the nightly release failed (${retryCount + 1} of ${retryLimit + 1}): ${reason} – ${next}`)
      throw error // which makes the queue try it again
    }
  }
}

/** The error for a database in which the queue cannot be created. */
function queueUnusable(error: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `The job queue of the nightly release cannot be used: ${databaseReason(error)}. Make the role of DATABASE_URL the owner of the schema pgboss and everything in it`,
    { cause: error },
  )
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A UUID that is the same for all servers: of version 8 (RFC 9562, 5.8), it holds the time, and how many checks lie ahead
 * of the clock. A night that comes again, since the clock was set back by days, is another job.
 */
function idOf(due: Date, checksAhead: number): string {
  return `${checksAhead.toString(16).padStart(8, '0')}-0000-8000-8000-${due.getTime().toString(16).padStart(12, '0')}`
}

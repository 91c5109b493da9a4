import { z } from 'zod'
import { reasonOf } from '../common/reason.ts'
import { dueAfter, type Schedule } from '../common/schedule.ts'
import { readIfThere, writeWhole } from '../common/whole-file.ts'
import { lateSince } from './late.ts'
import type { JobLog } from './nightly.ts'

/** How long after one that failed the addresses are asked again. */
const RETRY_MS = 15 * 60 * 1000
/** How often it looks whether it is time. */
const LOOK_MS = 30_000

/** How many addresses came to what. */
export type WatchedAddresses = { readonly [outcome: string]: number }

const instant = z.coerce.date()
const runSchema = z.object({
  due: instant,
  beganAt: instant,
  endedAt: instant.nullable(),
  outcome: z.enum(['done', 'failed']).nullable(),
})
const stateSchema = z.object({
  since: instant,
  last: runSchema.nullable(),
  good: runSchema.nullable(),
  addresses: z.record(z.string(), z.number()),
})
type WatchState = z.infer<typeof stateSchema>

/** How the watch of the addresses stands. */
export interface WatchStanding {
  /** The last run that is over. */
  readonly last: { readonly endedAt: Date; readonly outcome: 'done' | 'failed' } | null
  readonly good: { readonly endedAt: Date } | null
  /** When a good run was due that has been missing for too long. */
  readonly lateSince: Date | null
  /** What the addresses came to in the last good one. */
  readonly addresses: WatchedAddresses
}

export interface WatchMeans {
  /** Where it is kept when the addresses were asked last. */
  readonly file: string
  readonly schedule: Schedule
  /** Asks all addresses. Throws if that failed; what it was about to learn when it is stopped, the next run learns. */
  readonly run: (stopping: AbortSignal) => Promise<WatchedAddresses>
  readonly log: JobLog
  readonly now?: () => Date
}

/**
 * Asks all known addresses for changes, each time that is due. Drafts lie on the disk of one machine, and so does what is
 * known of them: it is one server that watches. What was missed or was stopped is done when it runs again.
 */
export class AddressWatch {
  readonly #means: WatchMeans
  readonly #now: () => Date
  readonly #timer: NodeJS.Timeout
  readonly #stopping = new AbortController()
  #state: WatchState
  #running: Promise<void> | null = null

  private constructor(means: WatchMeans, state: WatchState) {
    this.#means = means
    this.#now = means.now ?? (() => new Date())
    this.#state = state
    this.#timer = setInterval(() => void this.look(), LOOK_MS)
  }

  /** Begins to look whether it is time. */
  static async start(means: WatchMeans): Promise<AddressWatch> {
    const since = (means.now ?? (() => new Date()))()
    const kept = await keptIn(means.file)
    const state = kept ?? { since, last: null, good: null, addresses: {} }
    if (!kept) await writeWhole(means.file, JSON.stringify(state))
    const watch = new AddressWatch(means, state)
    void watch.look()
    return watch
  }

  get standing(): WatchStanding {
    const { since, last, good, addresses } = this.#state
    const ended = [last, good].find((run) => run?.endedAt && run.outcome)
    return {
      last: ended?.endedAt && ended.outcome ? { endedAt: ended.endedAt, outcome: ended.outcome } : null,
      good: good?.endedAt ? { endedAt: good.endedAt } : null,
      lateSince: lateSince(this.#means.schedule, good?.beganAt ?? since, this.#now()),
      addresses,
    }
  }

  /** Asks the addresses if it is time; over when they have been asked. */
  look(): Promise<void> {
    const due = this.#dueAt()
    if (this.#stopping.signal.aborted || due > this.#now()) return Promise.resolve()
    this.#running ??= this.#run(due).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Ends a run under way, and looks no more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stopping.abort()
    await this.#running
  }

  #dueAt(): Date {
    const { schedule } = this.#means
    const { since, last } = this.#state
    if (!last) return dueAfter(schedule, since)
    // The program was stopped in the middle of it.
    if (!last.endedAt) return last.due
    const next = dueAfter(schedule, last.beganAt)
    if (last.outcome === 'done') return next
    const again = new Date(last.endedAt.getTime() + RETRY_MS)
    return again < next ? again : next
  }

  async #run(due: Date): Promise<void> {
    const { run, log } = this.#means
    // The clock of the process that found it due may have been set back since.
    const begun = { due, beganAt: new Date(Math.max(this.#now().getTime(), due.getTime())), endedAt: null }
    try {
      await this.#keep({ ...this.#state, last: { ...begun, outcome: null } })
      const addresses = await run(this.#stopping.signal)
      const last = { ...begun, endedAt: this.#now(), outcome: 'done' as const }
      await this.#keep({ ...this.#state, last, good: last, addresses })
      log.info(`the known addresses have been asked: ${describeAddresses(addresses)}`)
    } catch (error) {
      if (this.#stopping.signal.aborted) return
      const last = { ...begun, endedAt: this.#now(), outcome: 'failed' as const }
      // If not even this can be written, the first error says more.
      await this.#keep({ ...this.#state, last }).catch(() => {})
      log.error(`the known addresses could not be asked: ${reasonOf(error)} – it will be tried again`)
    }
  }

  async #keep(state: WatchState): Promise<void> {
    this.#state = state
    await writeWhole(this.#means.file, JSON.stringify(state))
  }
}

function describeAddresses(addresses: WatchedAddresses): string {
  return Object.entries(addresses)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ')
}

/** What a file says; one that is not there, or is something else, says nothing. */
async function keptIn(file: string): Promise<WatchState | null> {
  const bytes = await readIfThere(file)
  try {
    return bytes && stateSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { databaseReason } from './unavailable.ts'

/** How long to wait for a statement before checking whether the server responds at all. */
export const LATE_MS = 300
/** How long the server may take to respond to that, so that clients get an error within a second. */
const PULSE_MS = 500
/** How long a new connection to a server that is away may take, and the pause before the next attempt. */
const ATTEMPT_MS = 2_000
const PAUSE_MS = 250

/** Called when the database goes away, and when it is back. */
export interface ReachNews {
  away(reason: string): void
  back(seconds: number): void
}

/** Makes a connection that reports its events. */
export type Connect = (told: { onclose(): void; onnotify(channel: string): void }) => postgres.Sql

/**
 * Whether a PostgreSQL server can be reached, for the whole process. It has a separate connection, which receives
 * notifications, and uses it to check whether the server responds when a statement takes long or another connection was
 * lost.
 */
export class Reach {
  readonly #connect: Connect
  readonly #channels = new Map<string, Set<() => void>>()
  readonly #whenGone = new Set<() => void>()
  #news: ReachNews = { away() {}, back() {} }
  #line: postgres.Sql | null = null
  #asking: Promise<boolean> | null = null
  #awaySince: number | null = null
  #answeredAt = 0
  #isEnded = false

  constructor(connect: Connect) {
    this.#connect = connect
  }

  /** Whether the server is known to be away. */
  get isAway(): boolean {
    return this.#awaySince !== null || this.#isEnded
  }

  /** Sets who is notified from now on. */
  tell(news: ReachNews): void {
    this.#news = news
  }

  /** Calls a function when the server goes away, so that waiting requests are aborted. */
  whenGone(giveUp: () => void): void {
    this.#whenGone.add(giveUp)
  }

  /** Records that the server has responded to something. */
  answered(): void {
    this.#answeredAt = performance.now()
  }

  /** Whether the server responds; simultaneous callers share one check. */
  answers(): Promise<boolean> {
    if (this.isAway) return Promise.resolve(false)
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  /**
   * Calls a function for each notification on a channel, and each time that a lost connection has been restored, since
   * notifications may have been missed. Returns a function that ends this.
   */
  async listen(channel: string, onNews: () => void): Promise<() => void> {
    const listeners = this.#channels.get(channel) ?? new Set()
    this.#channels.set(channel, listeners.add(onNews))
    if (this.#line) await this.#line.unsafe(listenTo(channel))
    else if (!(await this.answers()))
      throw new Error('The database became unreachable while it was being opened')
    return () => listeners.delete(onNews)
  }

  async end(): Promise<void> {
    this.#isEnded = true
    await this.#line?.end({ timeout: 0 })
  }

  async #ask(): Promise<boolean> {
    if (this.#line) {
      const began = performance.now()
      const pulse = await withinMs(PULSE_MS, this.#line.unsafe('select 1'))
      if (pulse === 'done' || this.#answeredAt > began) return true
      if (pulse === 'late') return this.#goAway(`no response within ${PULSE_MS} ms`)
    }
    // The connection was lost, or there was none yet: at the start, nobody needs an error within a second.
    const reason = await this.#hold(this.#answeredAt === 0 ? ATTEMPT_MS : PULSE_MS)
    return reason === null || this.#goAway(reason)
  }

  /** Restores the connection. Returns why it cannot be restored, or null. */
  async #hold(ms: number): Promise<string | null> {
    const line = this.#connect({
      onclose: () => {
        if (this.#line !== line) return
        this.#line = null
        void this.answers() // which makes it anew
      },
      onnotify: (channel) => {
        for (const onNews of this.#channels.get(channel) ?? []) onNews()
      },
    })
    const statements = ['select 1', ...[...this.#channels.keys()].map(listenTo)].join('; ')
    const held = await withinMs(ms, line.unsafe(statements).simple())
    if (held !== 'done' || this.#isEnded) {
      void line.end({ timeout: 0 })
      return held instanceof Error ? databaseReason(held) : `no connection within ${ms} ms`
    }
    this.#line = line
    if (this.#awaySince !== null) {
      const seconds = (performance.now() - this.#awaySince) / 1000
      this.#awaySince = null
      this.#news.back(seconds)
    }
    for (const listeners of this.#channels.values()) for (const onNews of listeners) onNews()
    return null
  }

  #goAway(reason: string): false {
    if (this.#isEnded) return false
    this.#awaySince = performance.now()
    const line = this.#line
    this.#line = null
    void line?.end({ timeout: 0 })
    this.#news.away(reason)
    for (const giveUp of this.#whenGone) giveUp()
    void this.#comeBack()
    return false
  }

  async #comeBack(): Promise<void> {
    do await sleep(PAUSE_MS, undefined, { ref: false })
    while (!this.#isEnded && (await this.#hold(ATTEMPT_MS)) !== null)
  }
}

function listenTo(channel: string): string {
  return `listen "${channel}"`
}

/** A short time to process what has arrived: the server is not late if this process was busy. */
const TICK_MS = 50

/**
 * The outcome of something: done in time, failed with an error, or late. Time in which this process was busy does not
 * count: each tick counts as its intended length, however long it took.
 */
async function withinMs(ms: number, work: PromiseLike<unknown>): Promise<'done' | 'late' | Error> {
  const ended = Promise.resolve(work).then(
    () => 'done' as const,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )
  for (let waited = 0; waited < ms; waited += TICK_MS) {
    const how = await Promise.race([ended, sleep(TICK_MS, 'waiting' as const)])
    if (how !== 'waiting') return how
  }
  return 'late'
}

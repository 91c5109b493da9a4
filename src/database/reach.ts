import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { databaseReason } from './unavailable.ts'

/** How long something is waited for before it is asked whether the server answers at all. */
export const LATE_MS = 300
/** How long the server may take to answer that. Who waits is told within a second. */
const PULSE_MS = 500
/** How long a new connection to a server that is away may take, and the pause before it is tried again. */
const ATTEMPT_MS = 2_000
const PAUSE_MS = 250

/** Is told when the database goes away, and when it is back. */
export interface ReachNews {
  away(reason: string): void
  back(seconds: number): void
}

/** Makes a connection, with what is told of it. */
export type Connect = (told: { onclose(): void; onnotify(channel: string): void }) => postgres.Sql

/**
 * Whether a PostgreSQL server can be reached, as all of a process know it. It holds a connection of its own, which hears
 * notices, and asks over it whether the server is there when somebody waits for long or has lost another connection.
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

  /** Says who is told from here on. */
  tell(news: ReachNews): void {
    this.#news = news
  }

  /** Has a function called when the server goes away: what waits for it is to be given up. */
  whenGone(giveUp: () => void): void {
    this.#whenGone.add(giveUp)
  }

  /** Notes that the server has answered somebody. */
  answered(): void {
    this.#answeredAt = performance.now()
  }

  /** Whether the server answers: asked once for all who want to know at a time. */
  answers(): Promise<boolean> {
    if (this.isAway) return Promise.resolve(false)
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  /**
   * Has a function called for each notice on a channel; and each time that a lost connection has been made anew, since
   * notices may have been missed. Gives what ends it.
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
    // That connection was lost, or there was none yet: at the start nobody waits who is to be told within a second.
    const reason = await this.#hold(this.#answeredAt === 0 ? ATTEMPT_MS : PULSE_MS)
    return reason === null || this.#goAway(reason)
  }

  /** Makes the connection anew. Gives why it can't be, or null. */
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

/** A short time, in which what has come is taken: a server is not late because this process was busy. */
const TICK_MS = 50

/**
 * How something goes: done in time, failed with an error, or late. Time in which this process did nothing but work of its own
 * does not count: each tick counts as long as it was to be, however long it was.
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

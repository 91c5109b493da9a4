import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import type { ServerAddress } from './endpoint.ts'
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

/** A server at one address, how to connect to it, and its known state. */
export interface PossibleServer {
  readonly endpoint: ServerAddress
  connect(told: { onclose(): void; onnotify(channel: string): void }): postgres.Sql
}

/** A connection to a server, and for one of several candidates the timeline that it writes. */
interface HeldLine {
  readonly sql: postgres.Sql
  readonly candidate: PossibleServer
  readonly timeline: string
}

/**
 * Whether a PostgreSQL server can be reached, for the whole process. It has a separate connection, which receives
 * notifications, and uses it to check whether the server responds when a statement takes long or another connection was
 * lost. Of several candidates, it finds the one that is the primary, again each time that the connection is lost.
 */
export class Reach {
  readonly #candidates: readonly PossibleServer[]
  readonly #channels = new Map<string, Set<() => void>>()
  readonly #whenGone = new Set<() => void>()
  readonly #whenMoved = new Set<() => void>()
  readonly #whenLost = new Set<() => void>()
  #news: ReachNews = { away() {}, back() {} }
  #candidate: PossibleServer
  #timeline = ''
  #line: postgres.Sql | null = null
  #asking: Promise<boolean> | null = null
  #awaySince: number | null = null
  #answeredAt = 0
  #isEnded = false

  /** `first` is the candidate to which connections are made before anything else is known. */
  constructor(first: PossibleServer, others: readonly PossibleServer[] = []) {
    this.#candidate = first
    this.#candidates = [first, ...others]
  }

  /** The address of the server. */
  get endpoint(): ServerAddress {
    return this.#candidate.endpoint
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

  /** Calls a function when another candidate has become the server. */
  whenMoved(move: () => void): void {
    this.#whenMoved.add(move)
  }

  /** Calls a function each time that the connection is lost: the server may have restarted. */
  whenLost(leave: () => void): void {
    this.#whenLost.add(leave)
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
    if (!(await this.answers())) throw new Error('The database became unreachable while it was being opened')
    // A listener that is lost in the meantime is created again with it.
    await this.#line?.unsafe(listenTo(channel))
    onNews()
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
      if (!(pulse === 'late' || pulse instanceof Error) || this.#answeredAt > began) return true
      if (pulse === 'late') return this.#goAway(`no response within ${PULSE_MS} ms`)
    }
    // The connection was lost, or there was none yet: at the start, nobody needs an error within a second.
    const reason = await this.#hold(this.#answeredAt === 0 ? ATTEMPT_MS : PULSE_MS)
    return reason === null || this.#goAway(reason)
  }

  /** Restores the connection. Returns why it cannot be restored, or null. */
  async #hold(ms: number): Promise<string | null> {
    const attempts = this.#candidates.map((candidate) => this.#attempt(candidate, ms))
    const held = await Promise.any(attempts).catch((error: AggregateError) => error)
    for (const attempt of attempts)
      attempt.then(
        ({ sql }) => {
          if (held instanceof AggregateError || held.sql !== sql) void sql.end({ timeout: 0 })
        },
        () => {}, // why it failed is among the reasons
      )
    if (held instanceof AggregateError) return held.errors.map((error) => databaseReason(error)).join('; ')
    if (this.#isEnded) {
      void held.sql.end({ timeout: 0 })
      return 'it is being closed'
    }
    this.#line = held.sql
    this.#timeline = held.timeline
    if (this.#candidate !== held.candidate) {
      this.#candidate = held.candidate
      for (const move of this.#whenMoved) move()
    }
    if (this.#awaySince !== null) {
      const seconds = (performance.now() - this.#awaySince) / 1000
      this.#awaySince = null
      this.#news.back(seconds)
    }
    for (const listeners of this.#channels.values()) for (const onNews of listeners) onNews()
    return null
  }

  /** A connection to a candidate. It fails if that is not the primary, or an older one than the last. */
  async #attempt(candidate: PossibleServer, ms: number): Promise<HeldLine> {
    const sql = candidate.connect({
      onclose: () => {
        if (this.#line !== sql) return
        this.#line = null
        for (const leave of this.#whenLost) leave()
        void this.answers() // which recreates it
      },
      onnotify: (channel) => {
        for (const onNews of this.#channels.get(channel) ?? []) onNews()
      },
    })
    const asked = this.#candidates.length > 1 ? TIMELINE : `select ''`
    const statements = [asked, ...[...this.#channels.keys()].map(listenTo)].join('; ')
    const held = await withinMs(ms, sql.unsafe<string[][][]>(statements).simple())
    try {
      if (held === 'late') throw new Error(`no connection within ${ms} ms`)
      if (held instanceof Error) throw held
      const timeline = String(Object.values(held.flat()[0] ?? {})[0])
      if (timeline < this.#timeline) throw new Error('it was the primary before another one took over')
      return { sql, candidate, timeline }
    } catch (error) {
      void sql.end({ timeout: 0 })
      throw error
    }
  }

  #goAway(reason: string): false {
    if (this.#isEnded) return false
    this.#awaySince = performance.now()
    const line = this.#line
    this.#line = null
    void line?.end({ timeout: 0 })
    this.#news.away(reason)
    for (const leave of this.#whenLost) leave()
    for (const giveUp of this.#whenGone) giveUp()
    void this.#comeBack()
    return false
  }

  async #comeBack(): Promise<void> {
    do await sleep(PAUSE_MS, undefined, { ref: false })
    while (!this.#isEnded && (await this.#hold(ATTEMPT_MS)) !== null)
  }
}

/** The timeline that a primary writes, which is higher after each failover. Fails on a standby. */
const TIMELINE = 'select substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)'

function listenTo(channel: string): string {
  return `listen "${channel}"`
}

/** A short time to process what has arrived: the server is not late if this process was busy. */
const TICK_MS = 50

/**
 * What something gave in time, the error that it failed with, or that it is late. Time in which this process was busy does
 * not count: each tick counts as its intended length, however long it took.
 */
async function withinMs<T>(ms: number, work: PromiseLike<T>): Promise<T | 'late' | Error> {
  const ended = Promise.resolve(work).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  )
  for (let waited = 0; waited < ms; waited += TICK_MS) {
    const how = await Promise.race([ended, sleep(TICK_MS, WAITING)])
    if (how !== WAITING) return how
  }
  return 'late'
}

const WAITING = Symbol('waiting')

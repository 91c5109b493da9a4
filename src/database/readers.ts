import type postgres from 'postgres'
import type { Client, PendingStatement, Pool } from './pool.ts'
import type { Reach } from './reach.ts'
import { READING } from './session.ts'
import type { Work } from './transact.ts'
import { codeOf, DatabaseAway, databaseReason, isAway } from './unavailable.ts'

/** A server from which responses can be read. */
export interface ReadSource {
  /** Its host and port. */
  readonly name: string
  readonly reach: Reach
  readonly pool: Pool
}

/** Is told when a replica is no longer read from, and when it is again. */
export interface ReplicaNews {
  leftOut(name: string, reason: string): void
  takenBack(name: string): void
}

/** Which servers are read from. */
export interface ReadStanding {
  readonly replicas: number
  readonly leftOut: number
  /** Whether responses are read from the primary; null while no server can be read. */
  readonly isPrimaryRead: boolean | null
}

/** The standing of a database that is read from its only server. */
export const NO_REPLICAS: ReadStanding = { replicas: 0, leftOut: 0, isPrimaryRead: true }

/** How often the servers are asked for the state of their data. */
const LOOK_MS = 500
/** How long a replica may take to get what the primary has. Until then, what it had before is served. */
export const LAG_MS = 400
/** How often it is asked meanwhile. */
const CATCH_UP_MS = 40
/** How many servers in all are asked for one response. */
const MOST_TRIES = 4

/**
 * Selects the state of the data: the number of the revision, a text that differs whenever `LOADED` has been notified, and
 * a setting, by which it shows whether a session has those that it was opened with.
 */
const DATA_STATE = `select max(number), concat_ws(' ', max(number), (select max(version) from derived_state),
    (select max(ended_at) from release_checks), (select count(ended_at) from release_checks)), current_setting('plan_cache_mode') from revisions`

/** What a server holds: the number of the revision, and a text that differs whenever responses may. */
interface DataState {
  readonly number: number
  readonly stamp: string
}

/**
 * Where responses are read: from one server at a time, the first of the replicas that has all that the primary has, or
 * else the primary. A server never goes back to an older state while connections to it last, so that whatever is read
 * from one is as if there were no other; and another one is only chosen if it has at least the newest revision that any
 * is known to have. Caches are told about each change, before anything is read from the next server.
 *
 * Without replicas, for sessions over a pooler, it tells when the data have changed, since these get no notifications.
 */
export class Readers implements Client {
  readonly #primary: ReadSource
  readonly #replicas: readonly ReadSource[]
  readonly #listeners = new Set<() => void>()
  readonly #leftOut = new Map<ReadSource, string>()
  #news: ReplicaNews = { leftOut() {}, takenBack() {} }
  #current: ReadSource | null = null
  /** What the current server is known to hold. */
  #served: DataState | null = null
  /** The number of the revision that is served: nothing is read from a server that has an older one. */
  #floor = 0
  /** The newest state that the data have, and since when. */
  #newest: DataState & { readonly since: number } = { number: 0, stamp: '', since: Number.NEGATIVE_INFINITY }
  #looking: Promise<void> | null = null
  /** Whether to look again as soon as this look is over, and at which servers the look does not count. */
  #isAsked = false
  readonly #leftMeanwhile = new Set<ReadSource>()
  #timer: NodeJS.Timeout | null = null
  #isEnded = false

  /** Replicas are read from in the order given. */
  constructor(primary: ReadSource, replicas: readonly ReadSource[]) {
    this.#primary = primary
    this.#replicas = replicas
    for (const source of [primary, ...replicas]) {
      // A server that restarts may for a moment have an older state than before, and so may one that takes over.
      source.reach.whenLost(() => this.#leave(source))
      source.reach.whenMoved(() => this.#leave(source))
    }
  }

  /** Sets the listener for changes of replicas. */
  tell(news: ReplicaNews): void {
    this.#news = news
  }

  get standing(): ReadStanding {
    return {
      replicas: this.#replicas.length,
      leftOut: this.#leftOut.size,
      isPrimaryRead: this.#current && this.#current === this.#primary,
    }
  }

  /** How many statements and transactions are under way at the server that is read from. */
  get underWay(): number {
    return this.#current?.pool.underWay ?? 0
  }

  /** Calls a function when the data that are read may have changed. Returns a function that ends this. */
  listen(onNews: () => void): () => void {
    this.#listeners.add(onNews)
    this.look()
    return () => this.#listeners.delete(onNews)
  }

  /** Looks at once, since the data of the primary may have changed. */
  look(): void {
    this.#isAsked = true
    if (!this.#looking) void this.#lookNow()
  }

  end(): void {
    this.#isEnded = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  get options(): postgres.Sql['options'] {
    return this.#primary.pool.options
  }

  unsafe(...statement: Parameters<Client['unsafe']>): PendingStatement {
    return {
      // biome-ignore lint/suspicious/noThenProperty: as that of a pool
      then: (onRows, onError) =>
        this.#read(async (pool) => await pool.unsafe(...statement)).then(onRows, onError),
      values: () => this.#read((pool) => pool.unsafe(...statement).values()),
    }
  }

  begin<T>(work: Work<T>, mode?: string): Promise<T> {
    return this.#read((pool) => pool.begin(work, mode))
  }

  async #read<R>(read: (pool: Pool) => Promise<R>): Promise<R> {
    for (let tries = 1; ; tries++) {
      const source = this.#current ?? (await this.#chosen())
      try {
        return await read(source.pool)
      } catch (error) {
        const isGone = isAway(error)
        if (tries === MOST_TRIES || !(isGone || isConflict(error))) throw error
        if (isGone) this.#leave(source)
      }
    }
  }

  /**
   * The server to read from, once there is one.
   *
   * @throws {DatabaseAway} when none can be read from.
   */
  async #chosen(): Promise<ReadSource> {
    await this.#lookNow()
    if (this.#current) return this.#current
    throw new DatabaseAway()
  }

  /** Reads nothing more from a server until it has been asked for its state again. */
  #leave(source: ReadSource): void {
    if (this.#isEnded) return
    this.#leftMeanwhile.add(source)
    if (this.#current !== source) return
    this.#current = null
    this.#tellOfChange()
    this.look()
  }

  #lookNow(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
      if (this.#isEnded) return
      const isLate = performance.now() - this.#newest.since >= LAG_MS
      const soon = isLate ? LOOK_MS : CATCH_UP_MS
      this.#timer = setTimeout(() => void this.#lookNow(), this.#isAsked ? 0 : soon).unref()
    })
    return this.#looking
  }

  async #look(): Promise<void> {
    this.#isAsked = false
    this.#leftMeanwhile.clear()
    const states = await this.#states()
    for (const source of this.#leftMeanwhile) states.delete(source)
    const isPrimaryThere = states.has(this.#primary)
    this.#noteNewest(states)
    const isUpToDate = (source: ReadSource) => this.#hasNewest(states.get(source), isPrimaryThere)
    const isLate = performance.now() - this.#newest.since >= LAG_MS
    if (isLate) this.#noteReplicas(states, isUpToDate)
    const current = this.#current
    // One that is about to get what is new goes on with what it has.
    if (!isLate && current && states.has(current) && !isUpToDate(current)) return
    const next = [...this.#replicas, this.#primary].find(isUpToDate) ?? null
    this.#use(next, next && (states.get(next) ?? null))
  }

  /** What each server holds that responds. The primary is asked last, so that no replica can be ahead of it. */
  async #states(): Promise<Map<ReadSource, DataState>> {
    const states = new Map<ReadSource, DataState>()
    const read = async (source: ReadSource) => {
      try {
        if (!(await source.reach.answers())) throw new DatabaseAway()
        const [[number, stamp, mode] = []] = await source.pool.unsafe(DATA_STATE).values()
        if (mode !== READING.plan_cache_mode) throw new Error(DROPPED)
        states.set(source, { number: Number(number ?? 0), stamp: String(stamp) })
      } catch (error) {
        this.#noteLeftOut(source, isAway(error) ? 'it cannot be reached' : databaseReason(error))
      }
    }
    await Promise.all(this.#replicas.map(read))
    await read(this.#primary)
    return states
  }

  /** The primary decides what is newest; while it is away, the most advanced replica does, if it is not behind what is served. */
  #noteNewest(states: ReadonlyMap<ReadSource, DataState>): void {
    const number = Math.max(this.#floor, ...[...states.values()].map((state) => state.number))
    const newest = states.get(this.#primary) ?? { number, stamp: this.#newest.stamp }
    if (newest.number !== this.#newest.number || newest.stamp !== this.#newest.stamp)
      this.#newest = { ...newest, since: performance.now() }
  }

  #hasNewest(state: DataState | undefined, isPrimaryThere: boolean): boolean {
    if (!state) return false
    const { number, stamp } = this.#newest
    return state.number > number || (state.number === number && (!isPrimaryThere || state.stamp === stamp))
  }

  #noteReplicas(
    states: ReadonlyMap<ReadSource, DataState>,
    isUpToDate: (source: ReadSource) => boolean,
  ): void {
    for (const replica of this.#replicas) {
      const state = states.get(replica)
      if (isUpToDate(replica)) {
        if (this.#leftOut.delete(replica)) this.#news.takenBack(replica.name)
      } else if (state) {
        this.#noteLeftOut(replica, `it lags behind, with revision ${state.number}`)
      }
    }
  }

  #noteLeftOut(source: ReadSource, reason: string): void {
    if (source === this.#primary || this.#leftOut.has(source) || this.#isEnded) return
    this.#leftOut.set(source, reason)
    this.#news.leftOut(source.name, reason)
  }

  #use(source: ReadSource | null, state: DataState | null): void {
    const isSame = this.#current === source && this.#served?.stamp === state?.stamp
    this.#current = source
    this.#served = state
    if (state) this.#floor = state.number
    if (!isSame) this.#tellOfChange()
  }

  #tellOfChange(): void {
    for (const onNews of this.#listeners) onNews()
  }
}

const DROPPED =
  'a pooler drops the settings of its sessions, and could not be asked at the start. Restart this process'

/** Whether a replica stopped something since it stood in the way of what the primary has done (serialization failure, deadlock). */
function isConflict(error: unknown): boolean {
  return /^40[0P]01$/.test(codeOf(error) ?? '')
}

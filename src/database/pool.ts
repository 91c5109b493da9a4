import postgres from 'postgres'
import { LATE_MS, type Reach } from './reach.ts'
import { transact, type Work } from './transact.ts'
import { DatabaseAway, isLoss } from './unavailable.ts'

type StatementParameters = postgres.ParameterOrJSON<never>[]

/** What happens to a statement if a connection is lost or the server is away. */
export interface Patience {
  /** Whether it may be repeated, since it only reads. */
  readonly repeats: boolean
  /** Whether it is aborted, on all connections. Otherwise it may finish if it can. */
  readonly givesUp: boolean
}

/** How many times in total a statement of a lost connection is tried. */
const MOST_TRIES = 3

/**
 * Connections of one kind, with those parts of the driver's client that drizzle and we use. When one is lost, all are
 * replaced, since the driver may keep one over which nothing is sent any more. While the server is away, nothing is sent,
 * and `DatabaseAway` is thrown at once.
 */
export class Pool {
  readonly #reach: Reach
  readonly #patience: Patience
  #client: postgres.Sql
  #underWay = 0

  constructor(client: postgres.Sql, reach: Reach, patience: Patience) {
    this.#client = client
    this.#reach = reach
    this.#patience = patience
    if (patience.givesUp) reach.whenGone(() => this.#replace(this.#client))
  }

  /**
   * Keeps the array types that the driver has read, and stops it from reading them again: if a connection were lost meanwhile,
   * nobody could catch the error.
   */
  keepTypes(): void {
    this.#client.options.fetch_types = false
  }

  /** How values are parsed and serialised: the same for all connections. */
  get options(): postgres.Sql['options'] {
    return this.#client.options
  }

  /** Runs a statement: rows are objects if it is awaited, arrays with `values`. */
  unsafe(text: string, parameters: StatementParameters = [], options: postgres.UnsafeQueryOptions = {}) {
    const ask = () => this.#ask((client) => client.unsafe(text, parameters, options))
    return {
      // biome-ignore lint/suspicious/noThenProperty: like the driver's own query, it is sent when it is awaited
      then: <A, B>(onRows: (rows: postgres.RowList<postgres.Row[]>) => A, onError: (error: unknown) => B) =>
        ask().then(onRows, onError),
      values: () => this.#ask((client) => client.unsafe(text, parameters, options).values()),
      simple: () => this.#ask((client) => client.unsafe(text).simple()),
    }
  }

  /** How many statements and transactions are under way; those beyond the number of connections wait for one. */
  get underWay(): number {
    return this.#underWay
  }

  /**
   * Runs a transaction.
   *
   * @throws {DatabaseAway} when the database cannot be reached, or the connection is lost during the transaction.
   */
  async begin<T>(work: Work<T>, mode = ''): Promise<T> {
    if (this.#reach.isAway) throw new DatabaseAway()
    const client = this.#client
    this.#underWay++
    try {
      return await transact(client, mode, work)
    } catch (error) {
      if (error instanceof DatabaseAway) {
        this.#replace(client)
        void this.#reach.answers()
      }
      throw error
    } finally {
      this.#underWay--
    }
  }

  async end(seconds: number): Promise<void> {
    await this.#client.end({ timeout: seconds })
  }

  async #ask<R>(ask: (client: postgres.Sql) => PromiseLike<R>): Promise<R> {
    const { repeats, givesUp } = this.#patience
    for (let tries = 1; ; tries++) {
      if (this.#reach.isAway) throw new DatabaseAway()
      const client = this.#client
      const late = givesUp ? setTimeout(() => void this.#reach.answers(), LATE_MS) : undefined
      this.#underWay++
      try {
        const rows = await ask(client)
        this.#reach.answered()
        return rows
      } catch (error) {
        if (!isLoss(error)) throw error
        this.#replace(client)
        const isThere = await this.#reach.answers()
        if (!isThere || !repeats || tries === MOST_TRIES) throw new DatabaseAway(error)
      } finally {
        this.#underWay--
        clearTimeout(late)
      }
    }
  }

  /** Replaces the connections, unless this has been done already. */
  #replace(client: postgres.Sql): void {
    if (this.#client !== client) return
    // The driver adopts options that it has parsed before.
    this.#client = postgres(client.options as unknown as postgres.Options<never>)
    void client.end(this.#patience.givesUp ? { timeout: 0 } : {})
  }
}

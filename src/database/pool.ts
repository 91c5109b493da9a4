import postgres from 'postgres'
import { LATE_MS, type Reach } from './reach.ts'
import type { LocalSettings } from './session.ts'
import { type SqlTransaction, transact, type Work } from './transact.ts'
import { DatabaseAway, isLoss } from './unavailable.ts'

type StatementParameters = postgres.ParameterOrJSON<never>[]
type DriverRows = postgres.RowList<postgres.Row[]>

/** What happens to a statement if a connection is lost or the server is away. */
export interface Patience {
  /** Whether it may be repeated, since it only reads. */
  readonly repeats: boolean
  /** Whether it is aborted, on all connections. Otherwise it may finish if it can. */
  readonly givesUp: boolean
}

/** How many times in total a statement of a lost connection is tried. */
const MOST_TRIES = 3

/** What a statement is sent over. */
type StatementLine = Pick<SqlTransaction, 'unsafe'>

/** What drizzle and we use of the driver's client. */
export interface Client {
  /** How values are read and written. It is the same for all connections, whenever they are made. */
  readonly options: postgres.Sql['options']
  /** Runs a query: its rows are objects if it is awaited, arrays with `values`. */
  unsafe(
    text: string,
    parameters?: StatementParameters,
    options?: postgres.UnsafeQueryOptions,
  ): PendingStatement
  /** Runs a transaction. */
  begin<T>(work: Work<T>, mode?: string): Promise<T>
}

/** A statement that is sent when it is awaited, like the driver's own. */
export interface PendingStatement extends PromiseLike<DriverRows> {
  values(): Promise<readonly (readonly unknown[])[]>
}

/**
 * Connections of one kind. When one is lost, all are replaced, since the driver may keep one over which nothing is sent any
 * more. While the server is away, nothing is sent, and `DatabaseAway` is thrown at once.
 */
export class Pool implements Client {
  readonly #reach: Reach
  readonly #patience: Patience
  readonly #local: LocalSettings | null
  #client: postgres.Sql
  #underWay = 0

  /** `local` are settings for connections over a pooler: every statement then has a transaction, which begins with them. */
  constructor(client: postgres.Sql, reach: Reach, patience: Patience, local: LocalSettings | null = null) {
    this.#client = client
    this.#reach = reach
    this.#patience = patience
    this.#local = local
    if (patience.givesUp) reach.whenGone(() => this.#replace(this.#client))
    reach.whenMoved(() => this.#replace(this.#client))
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
  unsafe(
    text: string,
    parameters: StatementParameters = [],
    options: postgres.UnsafeQueryOptions = {},
  ): PendingStatement {
    return {
      // biome-ignore lint/suspicious/noThenProperty: like the driver's own query, it is sent when it is awaited
      then: (onRows, onError) =>
        this.#ask((line) => line.unsafe(text, parameters, options)).then(onRows, onError),
      values: () => this.#ask((line) => line.unsafe(text, parameters, options).values()),
    }
  }

  /** Runs a text of one or several statements, and gives the rows of each. */
  async runAll(text: string): Promise<unknown[][]> {
    const local = this.#local
    // A text is one transaction, unless it begins one itself, which then has the same settings.
    const all = local ? `set transaction ${local.mode}; ${local.statements}; ${text}` : text
    const results: unknown = await this.#tried((client) => client.unsafe(all).simple())
    const rows = results as unknown[] // of one statement its rows, of several those of each
    return rows.every((each) => Array.isArray(each)) ? rows : [rows]
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
      return await this.#transact(client, mode, work)
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

  #ask<R>(send: (line: StatementLine) => PromiseLike<R>): Promise<R> {
    if (this.#local === null) return this.#tried(send)
    return this.#tried((client) => this.#transact(client, '', send))
  }

  async end(seconds: number): Promise<void> {
    await this.#client.end({ timeout: seconds })
  }

  #transact<T>(client: postgres.Sql, mode: string, work: Work<T>): Promise<T> {
    const local = this.#local
    if (local === null) return transact(client, mode, work)
    return transact(client, mode || local.mode, async (tx) => {
      // Together, so that they take one turn between here and the server.
      const [, result] = await Promise.all([tx.unsafe(local.statements).simple(), work(tx)])
      return result
    })
  }

  async #tried<R>(ask: (client: postgres.Sql) => PromiseLike<R>): Promise<R> {
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
        if (!isLoss(error) && !(error instanceof DatabaseAway)) throw error
        this.#replace(client)
        const isThere = await this.#reach.answers()
        if (!isThere || !repeats || tries === MOST_TRIES) throw new DatabaseAway(error)
      } finally {
        this.#underWay--
        clearTimeout(late)
      }
    }
  }

  /** Replaces the connections, unless this has been done already, by some to where the server is now. */
  #replace(client: postgres.Sql): void {
    if (this.#client !== client) return
    // The driver adopts options that it has parsed before.
    const options = { ...client.options, ...this.#reach.endpoint }
    this.#client = postgres(options as unknown as postgres.Options<never>)
    void client.end(this.#patience.givesUp ? { timeout: 0 } : {})
  }
}

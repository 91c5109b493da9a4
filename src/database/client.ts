import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { QueueSessions } from './queue.ts'
import type { Reach } from './reach.ts'
import type { Statements } from './statements.ts'

/** PGlite or PostgreSQL: the program does not tell them apart. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>
/** A transaction, which may write if it was opened with `WRITING`. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** A database, or a transaction in one. */
export type Reader = Pick<Database, 'select' | 'execute'>

/** How a transaction that writes is opened: elsewhere a session may be one that can only read. */
export const WRITING = { accessMode: 'read write' } as const

export interface OpenDatabase {
  /** For what writes, in a transaction opened with `WRITING`, and for reads that may take long. */
  readonly db: Database
  /**
   * For reads that answer somebody. Its sessions refuse to write; on PostgreSQL they also give up a statement
   * after `READ_TIMEOUT_MS`. The embedded database runs inside this process and cannot be interrupted.
   */
  readonly reader: Database
  /** Plain SQL over the sessions of `reader`. */
  readonly statements: Statements
  /** For the queue of jobs alone, which keeps tables of its own. */
  readonly queue: QueueSessions
  /**
   * Has a function called for each notice on a channel; and each time that a lost connection has been made anew, since
   * notices may have been missed. Gives what ends it.
   */
  listen(channel: string, onNews: () => void): Promise<() => Promise<void> | void>
  /** Whether the database can be reached. The embedded one, which is part of this process, always can. */
  readonly reach: Pick<Reach, 'tell'>
  close(): Promise<void>
}

import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { QueueSessions } from './queue.ts'
import type { ReachNews } from './reach.ts'
import type { ReadStanding, ReplicaNews } from './readers.ts'
import type { Statements } from './statements.ts'

/** PGlite or PostgreSQL: the program treats them alike. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>
/** A transaction, which may write if it was opened with `WRITING`. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** A database, or a transaction in one. */
export type Reader = Pick<Database, 'select' | 'execute'>

/** How a transaction that writes is opened, since sessions may be read-only by default. */
export const WRITING = { accessMode: 'read write' } as const

export interface OpenDatabase {
  /** For writing, in a transaction opened with `WRITING`, and for reads that may take long: on the primary server. */
  readonly db: Database
  /**
   * For reads for responses. Its sessions refuse to write; on PostgreSQL they also cancel a statement after
   * `READ_TIMEOUT_MS`. The embedded database runs in this process and cannot be interrupted. With replicas, it reads from
   * one of those, which may be a moment behind the primary server.
   */
  readonly reader: Database
  /** Plain SQL over the sessions of `reader`. */
  readonly statements: Statements
  /** The same as these two on the primary server, for what must see a load as soon as it is over. */
  readonly primary: Pick<OpenDatabase, 'reader' | 'statements'>
  /** Only for the queue of jobs, which has its own tables. */
  readonly queue: QueueSessions
  /**
   * Calls a function whenever what is read may have changed: for each notification on a channel, and each time that a lost
   * connection has been restored or reading goes on at another server, since notifications may have been missed. Returns a
   * function that ends this.
   */
  listen(channel: string, onNews: () => void): Promise<() => Promise<void> | void>
  /** Sets who is told when the primary server goes away and comes back, and when replicas do. */
  tell(news: ServerNews): void
  /** The servers of the database as they are known to be. */
  readonly servers: ServerStanding
  /** How busy the connections are, by kind. The embedded database has none. */
  loads(): readonly ConnectionLoad[]
  close(): Promise<void>
}

/** Is told how the servers of the database are. */
export type ServerNews = ReachNews & Partial<ReplicaNews>

/** Which servers of the database can be used. The embedded one, in this process, always can. */
export interface ServerStanding extends ReadStanding {
  readonly isPrimaryAway: boolean
}

/** How busy the connections of one kind are. */
export interface ConnectionLoad {
  readonly pool: 'reading' | 'writing'
  readonly connections: number
  /** How many statements and transactions are under way; those beyond the number of connections wait for one. */
  readonly underWay: number
}

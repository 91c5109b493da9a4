import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { Logger } from 'drizzle-orm/logger'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { makeFolder } from './folders.ts'
import { CASING, MIGRATIONS } from './migrations.ts'
import { type QueueSessions, queueOfEmbedded } from './queue.ts'
import type { Reach } from './reach.ts'
import { openServer } from './server.ts'
import { type Statements, statementsOfEmbedded } from './statements.ts'
import { DatabaseUnavailable, reasonOf } from './unavailable.ts'

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

/** What the migrations need, as the embedded database brings it. */
export const EXTENSIONS = { pg_trgm }

/**
 * Opens the PostgreSQL server at `url`, or without one the embedded database in `dataDir`, and brings its
 * tables up to date. Throws `DatabaseUnavailable`.
 */
export function openDatabase(
  place: { url: string | null; dataDir: string },
  logger?: Logger,
): Promise<OpenDatabase> {
  return place.url === null ? openEmbedded(place.dataDir, logger) : openServer(place.url, logger)
}

/** Opens an embedded database that is gone when it is closed. */
export async function openInMemory(logger?: Logger): Promise<OpenDatabase> {
  return usePglite(await PGlite.create({ extensions: EXTENSIONS }), logger)
}

async function openEmbedded(dataDir: string, logger?: Logger): Promise<OpenDatabase> {
  const release = lockFolder(dataDir)
  try {
    const opened = await usePglite(
      await PGlite.create(join(dataDir, 'database'), { extensions: EXTENSIONS }),
      logger,
    )
    return {
      ...opened,
      async close() {
        await opened.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw new DatabaseUnavailable(
      `The database in DATA_DIR (${dataDir}) cannot be opened: ${reasonOf(error)}. Restore the folder from a backup, or choose another DATA_DIR`,
      { cause: error },
    )
  }
}

/** Brings the tables of an embedded database up to date. */
export async function usePglite(client: PGlite, logger?: Logger): Promise<OpenDatabase> {
  const db = drizzle({ client, ...CASING, ...(logger && { logger }) })
  await migrate(db, { migrationsFolder: MIGRATIONS })
  // It has one session, for readers and writers alike.
  await client.exec('set default_transaction_read_only = on')
  return {
    db,
    reader: db,
    statements: statementsOfEmbedded(client, logger),
    queue: queueOfEmbedded(client),
    listen: (channel, onNews) => client.listen(channel, onNews),
    reach: { tell() {} },
    close: () => client.close(),
  }
}

/**
 * Keeps other processes out of a data folder, since an embedded database has room for one. The lock is the
 * operating system's, on a file that SQLite holds: it ends with the process, however that ends.
 */
function lockFolder(dataDir: string): () => void {
  try {
    makeFolder(dataDir)
    const lock = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 })
    try {
      lock.exec('begin exclusive')
    } catch (error) {
      lock.close()
      throw error
    }
    return () => lock.close()
  } catch (error) {
    const isHeld = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
    const message = isHeld
      ? `DATA_DIR (${dataDir}) is in use by another process. Stop it, choose another DATA_DIR, or use PostgreSQL by DATABASE_URL`
      : `DATA_DIR (${dataDir}) cannot be written: ${reasonOf(error)}. Make it writable, or choose another DATA_DIR`
    throw new DatabaseUnavailable(message, { cause: error })
  }
}

const SQLITE_BUSY = 5

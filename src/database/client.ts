import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { sql } from 'drizzle-orm'
import type { Logger } from 'drizzle-orm/logger'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { drizzle as drizzlePostgres, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { makeFolder } from './folders.ts'
import { QUEUE_TYPES, type QueueSessions, queueOfEmbedded, queueOfServer } from './queue.ts'
import { type Statements, statementsOfEmbedded, statementsOfServer } from './statements.ts'

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
  listen(channel: string, onNews: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** The database can't be used as it was asked to be; the message says what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
}

export const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

// One code for all databases: columns are snake_case there and camelCase here.
const CASING = { casing: 'snake_case' } as const

/** What the migrations need beyond a plain database. A PostgreSQL server brings it in its package "contrib". */
export const EXTENSIONS = { pg_trgm }

/** Any number will do, as long as nothing else in the database uses it for an advisory lock. */
export const LOCK_KEY = 685_684_1766

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
  const db = drizzlePglite({ client, ...CASING, ...(logger && { logger }) })
  await migratePglite(db, { migrationsFolder: MIGRATIONS })
  // It has one session, for readers and writers alike.
  await client.exec('set default_transaction_read_only = on')
  return {
    db,
    reader: db,
    statements: statementsOfEmbedded(client, logger),
    queue: queueOfEmbedded(client),
    listen: (channel, onNews) => client.listen(channel, onNews),
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

async function openServer(url: string, logger?: Logger): Promise<OpenDatabase> {
  const writing = connect(url, WRITE_CONNECTIONS, { application_name: 'medborgarloften' })
  const reading = connect(url, READ_CONNECTIONS, {
    application_name: 'medborgarloften reading',
    default_transaction_read_only: true,
    statement_timeout: READ_TIMEOUT_MS,
    // Our statements differ little by what they are asked about. To plan them anew each time takes longer than to run them.
    plan_cache_mode: 'force_generic_plan',
  })
  const queueing = connect(url, 1, { application_name: 'medborgarloften queue' }, QUEUE_TYPES)
  const clients = [writing, reading, queueing]
  const close = async (seconds: number) => {
    await Promise.all(clients.map((client) => client.end({ timeout: seconds })))
  }
  try {
    const [{ server_encoding: encoding } = {}] = await writing`show server_encoding`
    if (encoding !== 'UTF8') throw new Error(`its encoding is ${encoding}; make a database in UTF8`)
    await requireReadOnly(reading)
    const options = { ...CASING, ...(logger && { logger }) }
    const db = drizzlePostgres({ client: writing, ...options })
    await migrateAlone(db, url)
    return {
      db,
      reader: drizzlePostgres({ client: reading, ...options }),
      statements: statementsOfServer(reading, logger),
      queue: queueOfServer(queueing),
      async listen(channel, onNews) {
        const listening = connect(url, 1, { application_name: 'medborgarloften listening' })
        clients.push(listening)
        await listening.listen(channel, onNews, onNews)
        return () => listening.end({ timeout: 5 })
      },
      close: () => close(5),
    }
  } catch (error) {
    await close(0)
    if (error instanceof DatabaseUnavailable) throw error
    const message = `The database at DATABASE_URL cannot be used: ${reasonOf(error)}. Start the server, or correct DATABASE_URL`
    throw new DatabaseUnavailable(message, { cause: error })
  }
}

/** A load and two releases may be under way at once, of which each holds two; nothing else writes or takes long. */
const WRITE_CONNECTIONS = 6

/**
 * More than a database machine has cores for at once, so that it is never idle while readers wait; few enough for
 * several servers within the 100 that PostgreSQL takes by default.
 */
const READ_CONNECTIONS = 10

/** How long one statement of a reader may take: far more than any of ours needs on the whole country's data. */
export const READ_TIMEOUT_MS = 5_000

function connect(
  url: string,
  max: number,
  session: NonNullable<postgres.Options<never>['connection']>,
  types: { readonly [name: string]: postgres.PostgresType } = {},
): postgres.Sql {
  return postgres(url, {
    max,
    onnotice: () => {},
    connect_timeout: 10,
    connection: session,
    types: { bigint: BIGINT, ...types },
  })
}

/** What `count(*)` gives is a number, as it is from the embedded database: nothing here is counted beyond 2^53. */
const BIGINT = { to: 20, from: [20], serialize: String, parse: Number }

/** Throws where what a session asks for at its start is lost on the way, as some poolers of connections do. */
async function requireReadOnly(client: postgres.Sql): Promise<void> {
  const [{ default_transaction_read_only: readOnly } = {}] = await client`show default_transaction_read_only`
  if (readOnly === 'on') return
  throw new Error('its sessions cannot be made read-only; connect to the server itself, without a pooler')
}

/** Migrates, one server at a time: where several start at once, the first does and the others wait. */
async function migrateAlone(db: PostgresJsDatabase, url: string): Promise<void> {
  const lock = connect(url, 1, { application_name: 'medborgarloften migrating' })
  try {
    await lock`select pg_advisory_lock(${LOCK_KEY})`
    await requireExtensions(db, Object.keys(EXTENSIONS))
    await migratePostgres(db, { migrationsFolder: MIGRATIONS })
  } finally {
    await lock.end({ timeout: 5 }) // which lets the lock go
  }
}

/** Throws `DatabaseUnavailable` where a server lacks an extension that the migrations would create. */
export async function requireExtensions(reader: Reader, names: readonly string[]): Promise<void> {
  const available = await reader.select({ name: sql<string>`name::text` }).from(sql`pg_available_extensions`)
  const lacking = names.filter((name) => !available.some((extension) => extension.name === name))
  if (lacking.length === 0) return
  const message = `The database at DATABASE_URL lacks the extension ${lacking.join(', ')}. Install the server's package postgresql-contrib, or use another server`
  throw new DatabaseUnavailable(message)
}

/** The first line of an error, of its cause where drizzle wraps one, of all where several addresses failed. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join(', ')
  // The embedded database's file system throws what is no Error, but has a number.
  if (!(error instanceof Error)) return `its file system refused (${JSON.stringify(error)})`
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return error.message.split('\n')[0]?.replace(/\.$/, '') ?? error.name
}

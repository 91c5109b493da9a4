import type { Logger } from 'drizzle-orm/logger'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { InSpan } from '../tracing/tracing.ts'
import type { OpenDatabase } from './client.ts'
import { CASING, LOCK_KEY, MIGRATIONS } from './migrations.ts'
import { type Patience, Pool } from './pool.ts'
import { QUEUE_TYPES, queueOfServer } from './queue.ts'
import { Reach } from './reach.ts'
import { readFacts, requireUsable } from './server-facts.ts'
import { lostSettings, READING, SESSION, SESSION_17, type Settings, searchPath } from './session.ts'
import { statementsOfServer } from './statements.ts'
import { TracedPool } from './traced-pool.ts'
import { codeOf, DatabaseUnavailable, databaseReason } from './unavailable.ts'

type PostgresTypes = { readonly [name: string]: postgres.PostgresType }

/** A load and two releases may run at once, with two connections each; nothing else writes or takes long. */
const WRITE_CONNECTIONS = 6

/**
 * More than the cores of a database machine, so that it is never idle while readers wait; few enough for several servers
 * within the default limit of 100 in PostgreSQL.
 */
const READ_CONNECTIONS = 10

/**
 * Opens the database at `url`, and brings its tables up to date.
 *
 * @throws {DatabaseUnavailable} when the server cannot be reached, refuses the user, or lacks what the program needs.
 */
export async function openServer(url: string, logger?: Logger, inSpan?: InSpan): Promise<OpenDatabase> {
  requireOwnSettings(url)
  const ends: ((seconds: number) => Promise<void>)[] = []
  const close = async (seconds: number) => {
    await Promise.all(ends.map((end) => end(seconds)))
  }
  const connect = (name: string, settings: Settings, options: postgres.Options<PostgresTypes>) => {
    const connection = { application_name: `medborgarloften${name}`, ...settings }
    return postgres(url, { onnotice() {}, connect_timeout: 10, connection, ...options })
  }
  try {
    const session = await withConnection(
      connect(' migrating', { ...SESSION, search_path: searchPath(null) }, ONE),
      sessionOf,
    )
    const reach = new Reach((told) => connect(' listening', session, { ...ONE, max_lifetime: null, ...told }))
    ends.push(() => reach.end())
    const open = async (
      name: string,
      max: number,
      settings: Settings,
      patience: Patience,
      types: PostgresTypes = {},
    ) => {
      const client = connect(name, settings, { max, types: { bigint: BIGINT, ...types } })
      const pool = inSpan
        ? new TracedPool(inSpan, client, reach, patience)
        : new Pool(client, reach, patience)
      ends.push((seconds) => pool.end(seconds))
      await requireSettings(client, settings)
      pool.keepTypes()
      return pool
    }
    const reading = await open(' reading', READ_CONNECTIONS, { ...session, ...READING }, READ)
    const writing = await open('', WRITE_CONNECTIONS, session, WRITE)
    const queueing = await open(' queue', 1, session, QUEUE, QUEUE_TYPES)
    const options = { ...CASING, ...(logger && { logger }) }
    const db = drizzle({ client: asClient(writing), ...options })
    await withConnection(connect(' migrating', session, ONE), (lock) => migrateAlone(db, lock))
    return {
      db,
      reader: drizzle({ client: asClient(reading), ...options }),
      statements: statementsOfServer(reading, logger),
      queue: queueOfServer(queueing),
      reach,
      listen: (channel, onNews) => reach.listen(channel, onNews),
      loads: () => [
        { pool: 'reading', connections: READ_CONNECTIONS, underWay: reading.underWay },
        { pool: 'writing', connections: WRITE_CONNECTIONS, underWay: writing.underWay },
      ],
      close: () => close(CLOSE_SECONDS),
    }
  } catch (error) {
    await close(0)
    if (error instanceof DatabaseUnavailable) throw error
    throw unusable(error)
  }
}

/** How long statements in progress may take when the database is being closed. */
const CLOSE_SECONDS = 5

/** One connection, for statements without arrays. */
const ONE = { max: 1, fetch_types: false } as const

const READ: Patience = { repeats: true, givesUp: true }
const WRITE: Patience = { repeats: false, givesUp: false }
const QUEUE: Patience = { repeats: false, givesUp: true }

/** A pool as drizzle expects it: with every part of the driver's client that drizzle uses. */
function asClient(pool: Pool): postgres.Sql {
  return pool as unknown as postgres.Sql
}

async function withConnection<T>(
  client: postgres.Sql,
  work: (client: postgres.Sql) => Promise<T>,
): Promise<T> {
  try {
    return await work(client)
  } finally {
    await client.end({ timeout: 0 })
  }
}

/** `count(*)` is read as a number, as on the embedded database: no count here exceeds 2^53. */
const BIGINT = { to: 20, from: [20], serialize: String, parse: Number }

/**
 * The settings of sessions for this server.
 *
 * @throws {DatabaseUnavailable} when the server cannot be used.
 */
async function sessionOf(client: postgres.Sql): Promise<Settings> {
  const facts = await readFacts(client)
  requireUsable(facts)
  const known = facts.version >= 170_000 ? { ...SESSION, ...SESSION_17 } : SESSION
  return { ...known, search_path: searchPath(facts.extensionSchema) }
}

async function requireSettings(client: postgres.Sql, settings: Settings): Promise<void> {
  const lost = await lostSettings(client, settings)
  if (lost.length > 0) throw new DatabaseUnavailable(`${POOLER} (it drops ${lost.join(', ')}). ${NO_POOLER}`)
}

/**
 * Checks that the address of a database does not contain settings that sessions rely on.
 *
 * @throws {DatabaseUnavailable} when it does.
 */
function requireOwnSettings(url: string): void {
  const own = { ...SESSION, ...SESSION_17, ...READING, search_path: '' }
  for (const name of new URL(url).searchParams.keys()) {
    if (Object.hasOwn(own, name.toLowerCase()))
      throw new DatabaseUnavailable(
        `DATABASE_URL sets ${name}, which the program sets itself. Remove it from DATABASE_URL`,
      )
  }
}

/** Migrates, one server at a time: if several start at once, the first migrates and the others wait. */
async function migrateAlone(db: PostgresJsDatabase, lock: postgres.Sql): Promise<void> {
  await lock.begin(async (holding) => {
    await holding`select pg_advisory_xact_lock(${LOCK_KEY})`
    await migrate(db, { migrationsFolder: MIGRATIONS })
  })
}

const POOLER =
  'DATABASE_URL leads to a connection pooler such as PgBouncer, which does not keep the settings of a session'
const NO_POOLER = 'Connect to the PostgreSQL server itself'

/** The error for a server that cannot be opened, with what to do about it. */
function unusable(error: unknown): DatabaseUnavailable {
  const reason = databaseReason(error)
  if (reason.startsWith('unsupported startup parameter'))
    return new DatabaseUnavailable(`${POOLER} (${reason}). ${NO_POOLER}`, { cause: error })
  const remedy = REMEDIES[codeOf(error) ?? ''] ?? 'Start the server, or correct DATABASE_URL'
  return new DatabaseUnavailable(`The database at DATABASE_URL cannot be used: ${reason}. ${remedy}`, {
    cause: error,
  })
}

const RIGHTS =
  'Its role must be allowed to create schemas in the database and tables in the schema public. Run: grant create on database … to …, and grant all on schema public to …'

/** What to do about some errors of PostgreSQL, by SQLSTATE. */
const REMEDIES: { readonly [code: string]: string } = {
  '3D000': 'Create it with createdb, or correct DATABASE_URL',
  '3F000': RIGHTS, // which it says where a schema may not even be used
  '42501': RIGHTS,
  '53300': 'Raise max_connections of the server, or stop other programs that use it',
}

import type { Logger } from 'drizzle-orm/logger'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { addressesIn } from '../common/setting-schemas.ts'
import type { InSpan } from '../tracing/tracing.ts'
import type { OpenDatabase } from './client.ts'
import { connectTo, ONE, withClient } from './connect.ts'
import { endpointOf, nameOf } from './endpoint.ts'
import { CASING, LOCK_KEY, MIGRATIONS } from './migrations.ts'
import { type Client, type Patience, Pool } from './pool.ts'
import { dropsSettings, findPrimary } from './primary.ts'
import { QUEUE_TYPES, queueOfServer } from './queue.ts'
import { type PossibleServer, Reach } from './reach.ts'
import { NO_REPLICAS, Readers, type ReadSource } from './readers.ts'
import { type LocalSettings, localSettings, READING, SESSION, SESSION_17, type Settings } from './session.ts'
import { statementsOfServer } from './statements.ts'
import { TracedPool } from './traced-pool.ts'
import { codeOf, DatabaseUnavailable, databaseReason } from './unavailable.ts'

/** A load and two releases may run at once, with two connections each; nothing else writes or takes long. */
const WRITE_CONNECTIONS = 6

/**
 * More than the cores of a database machine, so that it is never idle while readers wait; few enough for several servers
 * within the default limit of 100 in PostgreSQL.
 */
const READ_CONNECTIONS = 10

/** Where a database is: the address of its primary server, or of several of which one is, and those of replicas. */
export interface ServerPlace {
  readonly url: string
  readonly replicaUrls?: readonly string[] | undefined
}

/**
 * Opens a database on PostgreSQL servers, and brings its tables up to date.
 *
 * @throws {DatabaseUnavailable} when no server can be reached, or it refuses the user or lacks what the program needs.
 */
export async function openServer(
  { url, replicaUrls = [] }: ServerPlace,
  logger?: Logger,
  inSpan?: InSpan,
): Promise<OpenDatabase> {
  // A replica may become the primary.
  const addresses = [...new Set([...addressesIn(url), ...replicaUrls])]
  for (const address of addressesIn(url)) requireOwnSettings(address, 'DATABASE_URL')
  for (const address of replicaUrls) requireOwnSettings(address, 'DATABASE_REPLICA_URLS')
  const ends: ((seconds: number) => Promise<void>)[] = []
  const close = async (seconds: number) => {
    await Promise.all(ends.map((end) => end(seconds)))
  }
  try {
    const primary = await findPrimary(addresses)
    const { session, isPooled } = primary
    const pooled = new Set(isPooled ? addressesIn(url) : [])
    for (const address of await pooledAmong(replicaUrls)) pooled.add(address)
    const kept = (settings: Settings, address: string) => (pooled.has(address) ? {} : settings)
    const candidateAt = (address: string): PossibleServer => ({
      endpoint: endpointOf(address),
      connect: (told) =>
        connectTo(address, ' listening', kept(session, address), { ...ONE, max_lifetime: null, ...told }),
    })
    const reachOf = (first: string, others: readonly string[] = []) => {
      const reach = new Reach(candidateAt(first), others.map(candidateAt))
      ends.push(() => reach.end())
      return reach
    }
    const mayTakeOver = (address: string) => address !== primary.address && pooled.has(address) === isPooled
    const reach = reachOf(primary.address, addresses.filter(mayTakeOver))
    const poolOf = (client: postgres.Sql, to: Reach, patience: Patience, local: LocalSettings | null) => {
      const pool = inSpan
        ? new TracedPool(inSpan, client, to, patience, local)
        : new Pool(client, to, patience, local)
      ends.push((seconds) => pool.end(seconds))
      return pool
    }
    const open = async (name: string, max: number, settings: Settings, patience: Patience, types = {}) => {
      const options = { max, prepare: !isPooled, types: { bigint: BIGINT, ...types } }
      const client = connectTo(primary.address, name, kept(settings, primary.address), options)
      const pool = poolOf(client, reach, patience, isPooled ? localSettings(settings) : null)
      await pool.unsafe('select 1') // so that the driver reads the types of arrays
      pool.keepTypes()
      return pool
    }
    const readSettings = { ...session, ...READING }
    const reading = await open(' reading', READ_CONNECTIONS, readSettings, READ)
    const writing = await open('', WRITE_CONNECTIONS, session, WRITE)
    const queueing = await open(' queue', 1, session, QUEUE, QUEUE_TYPES)
    const options = { ...CASING, ...(logger && { logger }) }
    const readerOf = (client: Client) => ({
      reader: drizzle({ client: asClient(client), ...options }),
      statements: statementsOfServer(client, logger),
    })
    const db = drizzle({ client: asClient(writing), ...options })
    const lock = connectTo(primary.address, ' migrating', kept(session, primary.address), ONE)
    await withClient(lock, (locking) => migrateAlone(db, locking, localSettings(session).statements))
    const atPrimary = readerOf(reading)
    const replicas = replicaUrls.map((address): ReadSource => {
      const endpoint = endpointOf(address)
      const connection = { application_name: reading.options.connection.application_name }
      const options = {
        ...reading.options, // with what the driver knows of the types, which are those of the primary
        ...endpoint,
        connection: { ...connection, ...kept(readSettings, address) },
        prepare: !pooled.has(address),
      }
      const to = reachOf(address)
      const client = postgres(options as unknown as postgres.Options<never>)
      const local = pooled.has(address) ? localSettings(readSettings) : null
      return { name: nameOf(endpoint), reach: to, pool: poolOf(client, to, READ_ONCE, local) }
    })
    const source = { name: nameOf(reach.endpoint), reach, pool: reading }
    const readers = replicas.length > 0 || isPooled ? new Readers(source, shuffled(replicas)) : null
    if (readers) ends.push(async () => readers.end())
    return {
      db,
      ...(readers ? readerOf(readers) : atPrimary),
      primary: atPrimary,
      queue: queueOfServer(queueing),
      async listen(channel, onNews) {
        if (!readers) return reach.listen(channel, onNews)
        const stop = readers.listen(onNews)
        // Over a pooler, notifications are not received: then it looks often enough.
        if (!isPooled) await reach.listen(channel, () => readers.look())
        return stop
      },
      tell(news) {
        reach.tell(news)
        readers?.tell({ leftOut() {}, takenBack() {}, ...news })
      },
      get servers() {
        const standing = readers?.standing ?? NO_REPLICAS
        return { ...standing, isPrimaryAway: reach.isAway }
      },
      loads: () => [
        { pool: 'reading', connections: READ_CONNECTIONS, underWay: (readers ?? reading).underWay },
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

const READ: Patience = { repeats: true, givesUp: true }
/** On a replica: what is repeated may have to be read elsewhere. */
const READ_ONCE: Patience = { repeats: false, givesUp: true }
const WRITE: Patience = { repeats: false, givesUp: false }
const QUEUE: Patience = { repeats: false, givesUp: true }

/** Those of some addresses that lead to a pooler. One that cannot be reached now counts as none. */
async function pooledAmong(addresses: readonly string[]): Promise<string[]> {
  const found = await Promise.allSettled(addresses.map(dropsSettings))
  return addresses.filter((_address, at) => {
    const outcome = found[at]
    return outcome?.status === 'fulfilled' && outcome.value
  })
}

/** A client as drizzle expects it: with every part of the driver's that drizzle uses. */
function asClient(client: Client): postgres.Sql {
  return client as unknown as postgres.Sql
}

/** In random order, so that the processes of a database read from all of its replicas. */
function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map((each) => ({ each, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each)
}

/** `count(*)` is read as a number, as on the embedded database: no count here exceeds 2^53. */
const BIGINT = { to: 20, from: [20], serialize: String, parse: Number }

/**
 * Checks that the address of a database does not contain settings that sessions rely on.
 *
 * @throws {DatabaseUnavailable} when it does.
 */
function requireOwnSettings(url: string, setting: string): void {
  const own = { ...SESSION, ...SESSION_17, ...READING, search_path: '' }
  for (const name of new URL(url).searchParams.keys()) {
    if (Object.hasOwn(own, name.toLowerCase()))
      throw new DatabaseUnavailable(
        `${setting} sets ${name}, which the program sets itself. Remove it from ${setting}`,
      )
  }
}

/** Migrates, one server at a time: if several start at once, the first migrates and the others wait. */
async function migrateAlone(db: PostgresJsDatabase, lock: postgres.Sql, setUp: string): Promise<void> {
  await lock.begin(async (holding) => {
    await holding.unsafe(setUp).simple()
    await holding`select pg_advisory_xact_lock(${LOCK_KEY})`
    await migrate(db, { migrationsFolder: MIGRATIONS })
  })
}

/** The error for a server that cannot be opened, with what to do about it. */
function unusable(error: unknown): DatabaseUnavailable {
  const reason = databaseReason(error)
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

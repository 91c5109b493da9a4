import type { Logger } from 'drizzle-orm/logger'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { OpenDatabase } from './client.ts'
import { CASING, LOCK_KEY, MIGRATIONS } from './migrations.ts'
import { QUEUE_TYPES, queueOfServer } from './queue.ts'
import { readFacts, requireUsable } from './server-facts.ts'
import { lostSettings, READING, SESSION, SESSION_17, type Settings, searchPath } from './session.ts'
import { statementsOfServer } from './statements.ts'
import { codeOf, DatabaseUnavailable, reasonOf } from './unavailable.ts'

type Types = { readonly [name: string]: postgres.PostgresType }

/** A load and two releases may be under way at once, of which each holds two; nothing else writes or takes long. */
const WRITE_CONNECTIONS = 6

/**
 * More than a database machine has cores for at once, so that it is never idle while readers wait; few enough for
 * several servers within the 100 that PostgreSQL takes by default.
 */
const READ_CONNECTIONS = 10

/** Opens the database at `url`, and brings its tables up to date. Throws `DatabaseUnavailable`. */
export async function openServer(url: string, logger?: Logger): Promise<OpenDatabase> {
  requireOwnSettings(url)
  const clients: postgres.Sql[] = []
  const connect = (name: string, settings: Settings, options: postgres.Options<Types>) => {
    const connection = { application_name: `medborgarloften${name}`, ...settings }
    const client = postgres(url, { onnotice() {}, connect_timeout: 10, connection, ...options })
    clients.push(client)
    return client
  }
  /** A connection for statements without arrays. */
  const connectOnce = (name: string, settings: Settings) =>
    connect(name, settings, { max: 1, fetch_types: false })
  const open = async (name: string, max: number, settings: Settings, types: Types = {}) => {
    const client = connect(name, settings, { max, types: { bigint: BIGINT, ...types } })
    await client`select 1`
    // The driver has asked now how arrays are called. Were a connection lost while it asks again, nobody could catch that.
    client.options.fetch_types = false
    return client
  }
  const close = async (seconds: number) => {
    await Promise.all(clients.map((client) => client.end({ timeout: seconds })))
  }
  try {
    const session = await sessionFor(
      await open(' migrating', 1, { ...SESSION, search_path: searchPath(null) }),
    )
    const reading = { ...session, ...READING }
    const reader = await open(' reading', READ_CONNECTIONS, reading)
    const lost = await lostSettings(reader, reading)
    if (lost.length > 0)
      throw new DatabaseUnavailable(`${POOLER} (it drops ${lost.join(', ')}). ${NO_POOLER}`)
    const options = { ...CASING, ...(logger && { logger }) }
    const writer = await open('', WRITE_CONNECTIONS, session)
    const db = drizzle({ client: writer, ...options })
    await migrateAlone(db, connectOnce(' migrating', session))
    return {
      db,
      reader: drizzle({ client: reader, ...options }),
      statements: statementsOfServer(reader, logger),
      queue: queueOfServer(await open(' queue', 1, session, QUEUE_TYPES)),
      async listen(channel, onNews) {
        const listening = connectOnce(' listening', session)
        await listening.listen(channel, onNews, onNews)
        return () => listening.end({ timeout: 5 })
      },
      close: () => close(5),
    }
  } catch (error) {
    await close(0)
    if (error instanceof DatabaseUnavailable) throw error
    throw unusable(error)
  }
}

/** What `count(*)` gives is a number, as it is from the embedded database: nothing here is counted beyond 2^53. */
const BIGINT = { to: 20, from: [20], serialize: String, parse: Number }

/** What sessions rely on with this server. Throws `DatabaseUnavailable` where it can't be used; ends the connection. */
async function sessionFor(client: postgres.Sql): Promise<Settings> {
  const facts = await readFacts(client)
  await client.end()
  requireUsable(facts)
  const known = facts.version >= 170_000 ? { ...SESSION, ...SESSION_17 } : SESSION
  return { ...known, search_path: searchPath(facts.extensionSchema) }
}

/** Throws where an address of a database sets itself what sessions rely on. */
function requireOwnSettings(url: string): void {
  const own = { ...SESSION, ...SESSION_17, ...READING, search_path: '' }
  for (const name of new URL(url).searchParams.keys()) {
    if (Object.hasOwn(own, name.toLowerCase()))
      throw new DatabaseUnavailable(`DATABASE_URL sets ${name}, which the program sets itself. Leave it out`)
  }
}

/** Migrates, one server at a time: where several start at once, the first does and the others wait. */
async function migrateAlone(db: PostgresJsDatabase, lock: postgres.Sql): Promise<void> {
  await lock.begin(async (holding) => {
    await holding`select pg_advisory_xact_lock(${LOCK_KEY})`
    await migrate(db, { migrationsFolder: MIGRATIONS })
  })
  await lock.end()
}

const POOLER = 'DATABASE_URL leads to a pooler of connections, which does not keep what a session asks for'
const NO_POOLER = 'Connect to the PostgreSQL server itself'

/** The error for what a server can't be opened for, with what to do about it. */
function unusable(error: unknown): DatabaseUnavailable {
  const reason = reasonOf(error)
  if (reason.startsWith('unsupported startup parameter'))
    return new DatabaseUnavailable(`${POOLER} (${reason}). ${NO_POOLER}`, { cause: error })
  const remedy = REMEDIES[codeOf(error) ?? ''] ?? 'Start the server, or correct DATABASE_URL'
  return new DatabaseUnavailable(`The database at DATABASE_URL cannot be used: ${reason}. ${remedy}`, {
    cause: error,
  })
}

const RIGHTS =
  'Its role must be allowed to create schemas in the database, and tables in the schema public: run there grant create on database … to …, and grant all on schema public to …'

/** What to do about some of what PostgreSQL refuses, by SQLSTATE. */
const REMEDIES: { readonly [code: string]: string } = {
  '3D000': 'Create it with createdb, or correct DATABASE_URL',
  '3F000': RIGHTS, // which it says where a schema may not even be used
  '42501': RIGHTS,
  '53300': 'Raise max_connections of the server, or end other programs that use it',
}

import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { Logger } from 'drizzle-orm/logger'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { makeFolder } from '../common/make-folder.ts'
import { takeLock } from '../common/take-lock.ts'
import type { InSpan } from '../tracing/tracing.ts'
import type { OpenDatabase } from './client.ts'
import { statementsOfEmbedded } from './embedded-statements.ts'
import { CASING, MIGRATIONS } from './migrations.ts'
import { queueOfEmbedded } from './queue.ts'
import { NO_REPLICAS } from './readers.ts'
import { statementSpan } from './traced-pool.ts'
import { DatabaseUnavailable, databaseReason } from './unavailable.ts'

/** What the migrations need, as the embedded database brings it. */
export const EXTENSIONS = { pg_trgm }

/** Opens an embedded database in memory, which is lost when it is closed. */
export async function openInMemory(logger?: Logger): Promise<OpenDatabase> {
  return usePglite(await PGlite.create({ extensions: EXTENSIONS }), logger)
}

/**
 * Opens the embedded database in a data folder. Only one process at a time may use the folder.
 *
 * @throws {DatabaseUnavailable} when the folder cannot be written to, another process uses it, or its database cannot be opened.
 */
export async function openEmbedded(dataDir: string, logger?: Logger, inSpan?: InSpan): Promise<OpenDatabase> {
  const release = lockFolder(dataDir)
  try {
    const opened = await usePglite(
      await PGlite.create(join(dataDir, 'database'), { extensions: EXTENSIONS }),
      logger,
      inSpan,
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
      `The database in DATA_DIR (${dataDir}) cannot be opened: ${databaseReason(error)}. Restore the folder from a backup or choose another DATA_DIR`,
      { cause: error },
    )
  }
}

/** Brings the tables of an embedded database up to date. */
export async function usePglite(client: PGlite, logger?: Logger, inSpan?: InSpan): Promise<OpenDatabase> {
  if (inSpan) traceQueries(client, inSpan)
  const db = drizzle({ client, ...CASING, ...(logger && { logger }) })
  await migrate(db, { migrationsFolder: MIGRATIONS })
  // It has one session, for readers and writers alike.
  await client.exec('set default_transaction_read_only = on')
  // To plan a statement takes longer than to run it, and its plan rarely depends on its parameters.
  await client.exec('set plan_cache_mode = force_generic_plan')
  const reading = { reader: db, statements: statementsOfEmbedded(client, logger, inSpan) }
  return {
    db,
    ...reading,
    primary: reading,
    queue: queueOfEmbedded(client),
    listen: (channel, onNews) => client.listen(channel, onNews),
    tell() {},
    servers: { ...NO_REPLICAS, isPrimaryAway: false },
    loads: () => [],
    close: () => client.close(),
  }
}

function traceQueries(client: PGlite, inSpan: InSpan): void {
  const query = client.query.bind(client)
  client.query = (text, ...rest) => inSpan(...statementSpan(text), () => query(text, ...rest))
}

/** Keeps other processes out of a data folder, since only one can use an embedded database. */
function lockFolder(dataDir: string): () => void {
  const refused = (message: string, cause?: unknown) => new DatabaseUnavailable(message, { cause })
  let release: (() => void) | null
  try {
    makeFolder(dataDir)
    release = takeLock(join(dataDir, 'lock'))
  } catch (error) {
    throw refused(
      `DATA_DIR (${dataDir}) cannot be written to: ${databaseReason(error)}. Make it writable or choose another DATA_DIR`,
      error,
    )
  }
  if (release) return release
  throw refused(
    `DATA_DIR (${dataDir}) is in use by another process. Stop that process, choose another DATA_DIR, or use PostgreSQL with DATABASE_URL`,
  )
}

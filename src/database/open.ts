import type { Logger } from 'drizzle-orm/logger'
import type { InSpan } from '../tracing/tracing.ts'
import type { OpenDatabase } from './client.ts'
import { openEmbedded } from './embedded.ts'
import { openServer } from './server.ts'

/** Where the database is: `url` and perhaps replicas, or if it is null the folder of the embedded database. */
export interface DatabasePlace {
  readonly url: string | null
  readonly replicaUrls?: readonly string[] | undefined
  readonly dataDir: string
}

/**
 * Opens the PostgreSQL server at `url`, or without one the embedded database in `dataDir`, and brings its tables up to
 * date. With `inSpan`, each statement is a span.
 *
 * @throws {DatabaseUnavailable} when it cannot be used; the message says what to do.
 */
export function openDatabase(
  { url, replicaUrls, dataDir }: DatabasePlace,
  logger?: Logger,
  inSpan?: InSpan,
): Promise<OpenDatabase> {
  return url === null
    ? openEmbedded(dataDir, logger, inSpan)
    : openServer({ url, replicaUrls }, logger, inSpan)
}

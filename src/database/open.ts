import type { Logger } from 'drizzle-orm/logger'
import type { InSpan } from '../tracing/tracing.ts'
import type { OpenDatabase } from './client.ts'
import { openEmbedded } from './embedded.ts'
import { openServer } from './server.ts'

/**
 * Opens the PostgreSQL server at `url`, or without one the embedded database in `dataDir`, and brings its tables up to
 * date. With `inSpan`, each statement is a span.
 *
 * @throws {DatabaseUnavailable} when it cannot be used; the message says what to do.
 */
export function openDatabase(
  place: { url: string | null; dataDir: string },
  logger?: Logger,
  inSpan?: InSpan,
): Promise<OpenDatabase> {
  return place.url === null
    ? openEmbedded(place.dataDir, logger, inSpan)
    : openServer(place.url, logger, inSpan)
}

import { type PGlite, types } from '@electric-sql/pglite'
import type { Logger } from 'drizzle-orm/logger'
import { LRUCache } from 'lru-cache'
import type postgres from 'postgres'
import type { Pool } from './pool.ts'

/** One row, its values in the order in which they are selected. */
export type StatementRow = readonly unknown[]

/**
 * Plain SQL, for reads of so many rows that it matters what is made of each: no objects, no names.
 *
 * Values are what drizzle gives: text, numbers, booleans, null, dates as "2020-01-31", arrays of text as arrays. A
 * parameter may be an array too: `where id = any($1)`, `from unnest($1::text[])`.
 */
export interface Statements {
  /**
   * The rows that a statement selects. PostgreSQL prepares a text that comes again, and keeps it as long as the
   * connection lasts: what differs from one question to the next belongs into the parameters.
   */
  rows(text: string, parameters: readonly unknown[]): Promise<readonly StatementRow[]>
}

/** Over a pool of connections to a PostgreSQL server that drizzle was put over before: it sets how dates are read. */
export function statementsOfServer(client: Pool, logger?: Logger): Statements {
  const seen = new LRUCache<string, true>({ max: MAX_SEEN })
  const prepared = new LRUCache<string, true>({ max: MAX_PREPARED, ttl: PREPARED_MS })

  /** Whether a text is to be prepared: what comes again is, as long as there are not too many. */
  function isPrepared(text: string): boolean {
    if (prepared.has(text)) return true
    const isNew = !seen.has(text)
    seen.set(text, true)
    if (isNew || prepared.size >= MAX_PREPARED) return false
    prepared.set(text, true)
    return true
  }

  return {
    rows(text, parameters) {
      logger?.logQuery(text, [...parameters])
      // Without parameters the library would send the text by itself, to be read anew each time.
      const options = { prepare: isPrepared(text), simple: false }
      // The library's type lists what it has a writer for; PostgreSQL says which of them it is.
      return client.unsafe(text, [...parameters] as postgres.ParameterOrJSON<never>[], options).values()
    },
  }
}

/** How many texts are prepared at once: nobody can fill the database's memory by asking in ever other ways. */
const MAX_PREPARED = 500
/** The library makes its connections anew within an hour, and what was prepared on them is gone. */
const PREPARED_MS = 60 * 60 * 1000
/** Among how many texts one that comes again is known. */
const MAX_SEEN = 2_000

/** Over the embedded database. */
export function statementsOfEmbedded(client: PGlite, logger?: Logger): Statements {
  return {
    async rows(text, parameters) {
      logger?.logQuery(text, [...parameters])
      const { rows } = await client.query<unknown[]>(text, [...parameters], AS_DRIZZLE)
      return rows
    },
  }
}

const asText = (value: string) => value

const AS_DRIZZLE = {
  rowMode: 'array',
  parsers: { [types.DATE]: asText, [types.TIMESTAMP]: asText, [types.TIMESTAMPTZ]: asText },
} as const

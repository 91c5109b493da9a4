import type { Logger } from 'drizzle-orm/logger'
import { LRUCache } from 'lru-cache'
import type postgres from 'postgres'
import type { Client } from './pool.ts'

/** One row, its values in the order in which they are selected. */
export type StatementRow = readonly unknown[]

/**
 * Plain SQL, for reading so many rows that the cost of each matters: no objects, no names.
 *
 * Values are the same as from drizzle: text, numbers, booleans, null, dates as "2020-01-31", arrays of text as arrays. A
 * parameter may be an array too: `where id = any($1)`, `from unnest($1::text[])`.
 */
export interface Statements {
  /**
   * The rows that a statement selects. PostgreSQL prepares a text that is used again, and keeps it as long as the
   * connection lasts, so everything that differs between queries belongs in the parameters.
   */
  rows(text: string, parameters: readonly unknown[]): Promise<readonly StatementRow[]>
}

/**
 * Uses a pool of connections to a PostgreSQL server that drizzle has been set up with before, which sets how dates are
 * read.
 */
export function statementsOfServer(client: Client, logger?: Logger): Statements {
  const seen = new LRUCache<string, true>({ max: MAX_SEEN })
  const prepared = new LRUCache<string, true>({ max: MAX_PREPARED, ttl: PREPARED_MS })

  /** Whether to prepare a text: texts that are used again are, as long as there are not too many. */
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
      // Without parameters, the library would send only the text, to be parsed each time.
      const options = { prepare: isPrepared(text), simple: false }
      // The library's type only has values that it can serialise; PostgreSQL decides the type.
      return client.unsafe(text, [...parameters] as postgres.ParameterOrJSON<never>[], options).values()
    },
  }
}

/** How many texts are prepared at once, so that nobody can fill the memory of the database with ever new queries. */
export const MAX_PREPARED = 500
/** The library replaces its connections within an hour, and prepared statements with them. */
const PREPARED_MS = 60 * 60 * 1000
/** How many texts are remembered in order to recognise one that is used again. */
export const MAX_SEEN = 2_000

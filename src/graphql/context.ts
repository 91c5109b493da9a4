import type { Database } from '../database/client.ts'
import type { Indexes } from '../database/indexes.ts'
import type { NameIndex } from '../database/names.ts'
import type { SearchIndex } from '../database/search/search-index.ts'
import type { Statistics } from '../database/statistics/statistics.ts'
import { Loaders } from './loaders.ts'

/** What an address may ask for in a minute, in units of cost, and what is left of it. */
export interface Quota {
  readonly limit: number
  readonly remaining: number
  /** Whole seconds until it is full again. */
  readonly reset: number
}

/** What the resolvers of one request share. */
export interface Context {
  readonly db: Database
  readonly search: SearchIndex
  /** What can be asked for by name. */
  readonly names: NameIndex
  /** Counts by group. */
  readonly statistics: Statistics
  readonly loaders: Loaders
  /** What is left of the quota of the address that asks; null where there is none. */
  readonly quota: Quota | null
  /** What has been read by now, in units of cost. */
  spent: number
}

/** A context for one request: what it loads is loaded once, and forgotten with it. */
export function createContext(
  db: Database,
  search: SearchIndex,
  indexes: Indexes,
  quota: Quota | null = null,
): Context {
  return { db, search, ...indexes, loaders: new Loaders(db), quota, spent: 0 }
}

import type { Database } from '../database/client.ts'
import type { Indexes } from '../database/indexes.ts'
import type { NameIndex } from '../database/names.ts'
import type { SearchIndex } from '../database/search/search-index.ts'
import type { Statistics } from '../database/statistics/statistics.ts'
import { Loaders } from './loaders.ts'

/** The quota of an address for a minute, in units of cost, and how much of it is left. */
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
  /** The rows that can be given by name. */
  readonly names: NameIndex
  /** Counts by group. */
  readonly statistics: Statistics
  readonly loaders: Loaders
  /** What is left of the quota of the client address; null if there is no quota. */
  readonly quota: Quota | null
  /** The cost of what has been read so far. */
  spent: number
}

/** The context of one request: it loads everything once, and caches it until the end of the request. */
export function createContext(
  db: Database,
  search: SearchIndex,
  indexes: Indexes,
  quota: Quota | null = null,
): Context {
  return { db, search, ...indexes, loaders: new Loaders(db), quota, spent: 0 }
}

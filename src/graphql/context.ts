import type { Database } from '../database/client.ts'
import type { Names } from '../database/names.ts'
import type { SearchIndex } from '../database/search/search-index.ts'
import { Loaders } from './loaders.ts'

/** What the resolvers of one request share. */
export interface Context {
  readonly db: Database
  readonly search: SearchIndex
  /** What can be asked for by name. */
  readonly names: Names
  readonly loaders: Loaders
  /** What has been read by now, in units of cost. */
  spent: number
}

/** A context for one request: what it loads is loaded once, and forgotten with it. */
export function createContext(db: Database, search: SearchIndex, names: Names): Context {
  return { db, search, names, loaders: new Loaders(db), spent: 0 }
}

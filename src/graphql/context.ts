import type { Database } from '../database/client.ts'
import { Loaders } from './loaders.ts'

/** What the resolvers of one request share. */
export interface Context {
  readonly db: Database
  readonly loaders: Loaders
}

/** A context for one request: what it loads is loaded once, and forgotten with it. */
export function createContext(db: Database): Context {
  return { db, loaders: new Loaders(db) }
}

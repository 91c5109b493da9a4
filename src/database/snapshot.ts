import { PGlite } from '@electric-sql/pglite'
import type { Database, Reader } from './client.ts'

/**
 * Runs reads that take long and are to see one state of the data. On a server they share a transaction. The embedded
 * database has one session, which a transaction would keep from everybody else until it ends; its folder is open to one
 * process, which loads before it serves. So it reads without one, and whoever reads looks at the end whether the revision is
 * still the one that it began with.
 */
export function inSnapshot<T>(db: Database, read: (snapshot: Reader) => Promise<T>): Promise<T> {
  if ('$client' in db && db.$client instanceof PGlite) return read(db)
  return db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}

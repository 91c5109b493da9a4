import { PGlite } from '@electric-sql/pglite'
import type { Database, Reader } from './client.ts'

/**
 * Runs long reads that must see one state of the data. On a server they share a transaction. The embedded database has only
 * one session, which a transaction would block for everybody else; but only one process uses its folder, and that process
 * loads before it serves. So it reads without a transaction, and the caller checks at the end whether the revision is still
 * the same.
 */
export function inSnapshot<T>(db: Database, read: (snapshot: Reader) => Promise<T>): Promise<T> {
  if ('$client' in db && db.$client instanceof PGlite) return read(db)
  return db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}

import { and, eq, sql } from 'drizzle-orm'
import type { Tables } from '../datasets/index.ts'
import type { Transaction } from './client.ts'
import { LOADED } from './revisions.ts'
import { writeSearch } from './search/write.ts'
import { writeSimilarTexts } from './similar/write.ts'
import { derivedState } from './tables/search.ts'

/** Raise this when the derived tables of the same rows would be different: the next start rewrites them. */
const RULES_VERSION = 5

/**
 * Writes the tables that are derived from the rows (the words of search, the similar texts), unless they were written from
 * this revision by these rules, since a newer program may find the data of an older one. All servers are notified after the
 * transaction, so that they clear their caches.
 */
export async function writeDerived(tx: Transaction, revision: number, tables: Tables): Promise<void> {
  const written = await tx
    .select()
    .from(derivedState)
    .where(and(eq(derivedState.revision, revision), eq(derivedState.version, RULES_VERSION)))
  if (written.length > 0) return
  await writeSearch(tx, tables)
  await writeSimilarTexts(tx, tables)
  await tx.delete(derivedState)
  await tx.insert(derivedState).values({ revision, version: RULES_VERSION })
  await tx.execute(sql`select pg_notify(${LOADED}, '')`)
}

import { and, eq } from 'drizzle-orm'
import type { Row } from '../datasets/index.ts'
import type { Reader } from './client.ts'
import { tables } from './tables/index.ts'

/** The tombstone of a public id that has been withdrawn; null if it has not. */
export async function findTombstone(
  reader: Reader,
  dataset: string,
  recordId: string,
): Promise<Row<'tombstones'> | null> {
  const { tombstones } = tables
  const [found] = await reader
    .select()
    .from(tombstones)
    .where(and(eq(tombstones.dataset, dataset), eq(tombstones.recordId, recordId)))
    .limit(1)
  return found ?? null
}

import { and, asc, count, desc, eq, gt, max, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { DatasetName } from '../datasets/index.ts'
import type { Reader } from './client.ts'
import { isBetween, type KeysetPage } from './page.ts'
import { changes, tables } from './tables/index.ts'

const { tombstones } = tables

/** One row of the change log. */
export type Change = typeof changes.$inferSelect & {
  /** What was withdrawn stays so in the log as well: `before` and `after` are null. */
  readonly isWithdrawn: boolean
}

/** What a change is found by, in the order of the log. */
const PLACE = [changes.revision, changes.dataset, changes.rowKey]

/** Whether the row, or the row whose value it quotes, has been withdrawn. */
const isWithdrawn = sql`exists (select from ${tombstones} where
  (${tombstones.dataset} = ${changes.dataset} and ${tombstones.recordId} = ${changes.rowKey})
  or (${changes.dataset} = 'quotes' and ${tombstones.recordId} = split_part(${changes.rowKey}, ' ', 1)))`

/** Reads a page of the changes after a revision, in its direction. */
export async function readChanges(
  reader: Reader,
  since: number,
  page: KeysetPage<readonly unknown[]>,
): Promise<Change[]> {
  return reader
    .select({
      revision: changes.revision,
      dataset: changes.dataset,
      rowKey: changes.rowKey,
      kind: changes.kind,
      before: shownValues(changes.before),
      after: shownValues(changes.after),
      // In brackets, or drizzle leaves the tables of its columns out.
      isWithdrawn: sql<boolean>`(${isWithdrawn})`,
    })
    .from(changes)
    .where(and(gt(changes.revision, since), isBetween(PLACE, page)))
    .orderBy(...PLACE.map((column) => (page.direction === 'forward' ? asc(column) : desc(column))))
    .limit(page.size)
}

function shownValues(column: typeof changes.before | typeof changes.after): SQL<unknown> {
  return sql`case when not ${isWithdrawn} then ${column} end`.mapWith(column)
}

/** How many changes there are after a revision. */
export async function countChanges(reader: Reader, since: number): Promise<number> {
  const [counted] = await reader.select({ rows: count() }).from(changes).where(gt(changes.revision, since))
  return counted?.rows ?? 0
}

/** Selects the revision that last changed each of some rows of a dataset. */
export function lastRevisions(
  reader: Pick<Reader, 'select'>,
  dataset: DatasetName,
  keys: readonly string[] | Placeholder,
) {
  return reader
    .select({ parentKey: changes.rowKey, value: max(changes.revision) })
    .from(changes)
    .where(and(eq(changes.dataset, dataset), sql`${changes.rowKey} = any(${sql.param(keys)}::text[])`))
    .groupBy(changes.rowKey)
}

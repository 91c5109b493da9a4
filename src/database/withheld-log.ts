import { and, eq, sql } from 'drizzle-orm'
import { MASK } from '../datasets/mask.ts'
import type { Transaction } from './client.ts'
import type { RowChange } from './row-changes.ts'
import { changes } from './tables/index.ts'

/** The logged change of a row: without the name, for a source in which a name is withheld. */
export function withoutWithheld(change: RowChange): RowChange {
  const { dataset, before, after } = change
  if (dataset !== 'documents' || before === null || !isMasked(after)) return change
  const { text, sha256 } = after
  return { ...change, before: { ...before, text, sha256 } }
}

/** Removes names from earlier log entries about a source. */
export async function withholdInLog(tx: Transaction, found: readonly RowChange[]): Promise<void> {
  for (const { dataset, rowKey, after } of found) {
    if (dataset !== 'documents' || !isMasked(after)) continue
    const told = JSON.stringify({ text: after.text, sha256: after.sha256 })
    const without = (column: typeof changes.before | typeof changes.after) =>
      sql`case when ${column} ->> 'text' is null then ${column} else ${column} || ${told}::jsonb end`
    await tx
      .update(changes)
      .set({ before: without(changes.before), after: without(changes.after) })
      .where(and(eq(changes.dataset, dataset), eq(changes.rowKey, rowKey)))
  }
}

function isMasked(row: object | null): row is { text: string; sha256: string } {
  return row !== null && 'text' in row && typeof row.text === 'string' && row.text.includes(MASK)
}

import { max, min } from 'drizzle-orm'
import type { Reader } from './client.ts'
import { tables } from './tables/index.ts'

/** The first and the last day of the periods of all agreements; null if no period is known. */
export async function readTemporalCoverage(
  reader: Reader,
): Promise<{ start: string | null; end: string | null }> {
  const { periodStart, periodEnd } = tables.agreements
  const [days] = await reader.select({ start: min(periodStart), end: max(periodEnd) }).from(tables.agreements)
  return days ?? { start: null, end: null }
}

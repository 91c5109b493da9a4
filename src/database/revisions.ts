import { desc } from 'drizzle-orm'
import type { Reader } from './client.ts'
import type { Statements } from './statements.ts'
import { revisions } from './tables/index.ts'

/** One state of the whole data set. */
export type Revision = typeof revisions.$inferSelect

/** The channel on which all servers are notified, by a load or after a check, that their caches are out of date. */
export const LOADED = 'medborgarloften_loaded'

/** The number of the current revision, 0 if nothing has been loaded: for frequent use. */
export async function latestNumber({ rows }: Statements): Promise<number> {
  const [[number] = []] = await rows('select max(number) from revisions', [])
  return Number(number ?? 0)
}

/** The current revision, or null if nothing has been loaded. */
export async function latestRevision(reader: Reader): Promise<Revision | null> {
  const [latest] = await reader.select().from(revisions).orderBy(desc(revisions.number)).limit(1)
  return latest ?? null
}

import { desc } from 'drizzle-orm'
import type { Reader } from './client.ts'
import type { Statements } from './statements.ts'
import { revisions } from './tables/index.ts'

/** One state of the whole data set. */
export type Revision = typeof revisions.$inferSelect

/** The channel by which all servers are told that what they keep was made of other rows: by a load, or after a check. */
export const LOADED = 'medborgarloften_loaded'

/** The number of the revision that is served, 0 where nothing has been loaded: for those who ask again and again. */
export async function latestNumber({ rows }: Statements): Promise<number> {
  const [[number] = []] = await rows('select max(number) from revisions', [])
  return Number(number ?? 0)
}

/** The revision that is served, or null in a database that nothing was loaded into. */
export async function latestRevision(reader: Reader): Promise<Revision | null> {
  const [latest] = await reader.select().from(revisions).orderBy(desc(revisions.number)).limit(1)
  return latest ?? null
}

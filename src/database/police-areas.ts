import { eq, or, sql } from 'drizzle-orm'
import type { Row } from '../datasets/index.ts'
import type { Reader } from './client.ts'
import { tables } from './tables/index.ts'

/** The local police area of an id, a name or an alias: `hoglandet`, `Lokalpolisområde Höglandet`, `Högländet`. */
export async function findPoliceArea(reader: Reader, text: string): Promise<Row<'police_areas'> | null> {
  if (text.includes('\0')) return null // PostgreSQL has no text with a NUL in it
  const { id, name, aliases } = tables.police_areas
  const asked = text.replace(/^lokalpolisområde\s+/i, '')
  const [found] = await reader
    .select()
    .from(tables.police_areas)
    .where(
      or(
        eq(id, text),
        sql`lower(${name}) = lower(${asked})`,
        sql`lower(${asked}) = any(lower(${aliases}::text)::text[])`,
      ),
    )
    // An id is meant before a name, and a name before an alias.
    .orderBy(sql`${id} = ${text} desc`, sql`lower(${name}) = lower(${asked}) desc`, id)
    .limit(1)
  return found ?? null
}

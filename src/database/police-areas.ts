import { eq, or, sql } from 'drizzle-orm'
import type { Row } from '../datasets/index.ts'
import type { Reader } from './client.ts'
import { swedishOrder } from './swedish-order.ts'
import { tables } from './tables/index.ts'

/**
 * The local police area with an id, or with a name or an alias in any case: `hoglandet`, `Lokalpolisområde Höglandet`,
 * `Högländet`.
 */
export async function findPoliceArea(reader: Reader, text: string): Promise<Row<'police_areas'> | null> {
  if (text.includes('\0')) return null // a text in PostgreSQL cannot contain a NUL
  const { id, name, aliases } = tables.police_areas
  const asked = swedishOrder(sql`${text.replace(/^lokalpolisområde\s+/i, '')}`)
  const isNamed = sql`${swedishOrder(name)} = ${asked}`
  const [found] = await reader
    .select()
    .from(tables.police_areas)
    .where(
      or(
        eq(id, text),
        isNamed,
        sql`exists (select from unnest(${aliases}) as alias where ${swedishOrder(sql`alias`)} = ${asked})`,
      ),
    )
    // An id takes precedence over a name, and a name over an alias.
    .orderBy(sql`${id} = ${text} desc`, sql`${isNamed} desc`, id)
    .limit(1)
  return found ?? null
}

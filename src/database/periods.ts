import { type SQL, sql } from 'drizzle-orm'
import { tables } from './tables/index.ts'

const { stage, periodStart, periodEnd, periodUnknownReason } = tables.agreements

/**
 * The condition that an agreement is in force on a day, as `lifecycle` says: an open-ended one is, from its
 * first day on; one whose start or end is not known is not, nor is one that is only announced.
 */
export function isActiveOn(day: SQL): SQL {
  return sql`(${stage} = 'agreed' and ${periodStart} <= ${day} and (${periodEnd} >= ${day}
    or (${periodEnd} is null and ${periodUnknownReason} = 'open_ended')))`
}

/** The first known year of the period of an agreement: if only the end is known, the year of the end. */
export const firstYear = sql`extract(year from coalesce(${periodStart}, ${periodEnd}))::int`

/** The last known year of the period of an agreement, likewise; `endless` if it is open-ended. */
export function lastYear(endless: SQL): SQL {
  return sql`(case when ${periodEnd} is null and ${periodUnknownReason} = 'open_ended' then ${endless}
    else extract(year from coalesce(${periodEnd}, ${periodStart}))::int end)`
}

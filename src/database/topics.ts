import { type SQL, sql } from 'drizzle-orm'
import { tables } from './tables/index.ts'

const { topics } = tables

/** Selects the ids of some topics and of all that are narrower, for `in (…)`. */
export function topicsWithin(keys: SQL): SQL {
  return sql`with recursive wanted(id) as (
    select ${topics.id} from ${topics} where ${topics.id} = any(${keys})
    union select ${topics.id} from ${topics} join wanted on ${topics.broaderId} = wanted.id
  ) select id from wanted`
}

/** Selects each topic (`id`) with itself and every broader one (`within`). */
export const topicsUpward = sql`with recursive upward(id, within) as (
    select ${topics.id}, ${topics.id} from ${topics}
    union select upward.id, ${topics.broaderId} from upward
      join ${topics} on ${topics.id} = upward.within where ${topics.broaderId} is not null
  ) select id, within from upward`

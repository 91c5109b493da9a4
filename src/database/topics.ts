import { type SQL, sql } from 'drizzle-orm'
import { tables } from './tables/index.ts'

const { activity_topics, agreement_topics, promise_topics, topics } = tables

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

/** The links to topics, by dataset: the row, and one topic that it has itself. */
export const topicLinks = {
  agreements: { from: agreement_topics, id: agreement_topics.agreementId, topicId: agreement_topics.topicId },
  promises: { from: promise_topics, id: promise_topics.promiseId, topicId: promise_topics.topicId },
  activities: { from: activity_topics, id: activity_topics.activityId, topicId: activity_topics.topicId },
} as const

/** The datasets whose rows are about topics. */
export type TopicalDataset = keyof typeof topicLinks

/** Selects the ids of the rows that are about one of some topics, or about one that is narrower. */
export function aboutTopics(dataset: TopicalDataset, keys: SQL): SQL {
  const { from, id, topicId } = topicLinks[dataset]
  return sql`select ${id} from ${from} where ${topicId} in (${topicsWithin(keys)})`
}

/** Selects the ids of the rows that are about one of some topics itself. */
export function aboutTopicsThemselves(dataset: TopicalDataset, keys: SQL): SQL {
  const { from, id, topicId } = topicLinks[dataset]
  return sql`select ${id} from ${from} where ${topicId} = any(${keys})`
}

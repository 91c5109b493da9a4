import { type SQL, sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { topicsWithin } from '../../database/topics.ts'
import { ofAgreement } from './agreement.ts'
import { flag, isIn, keys, reaching } from './condition.ts'
import { filterOf } from './filter.ts'
import { HAS_TARGET, targetConditions } from './target.ts'

const { activities, activity_promises, promise_topics, promises } = tables

const throughActivity = (activity: SQL) =>
  isIn(
    promises.id,
    sql`select ${activity_promises.promiseId} from ${activity_promises}
      join ${activities} on ${activities.id} = ${activity_promises.activityId} where ${activity}`,
  )

/** Which promises. */
export const promiseFilter = filterOf('promises', {
  agreement: ofAgreement(promises.agreementId),
  topic: keys('topics', 'About the topic or one that is narrower, by key.', (topics) =>
    isIn(
      promises.id,
      sql`select ${promise_topics.promiseId} from ${promise_topics} where ${isIn(promise_topics.topicId, topicsWithin(topics))}`,
    ),
  ),
  hasActivities: flag(
    { yes: 'activities belong to the promise, by the source or by topic.', no: 'none do.' },
    throughActivity(sql`true`),
  ),
  ...reaching(
    throughActivity,
    targetConditions('An activity of the promise, the same for all that is asked of it,'),
  ),
  hasTarget: flag(
    {
      yes: 'an activity of the promise, the same for all that is asked of it, has a measurable target.',
      no: 'none has.',
    },
    { through: throughActivity, matching: HAS_TARGET },
  ),
})

import { type SQL, sql } from 'drizzle-orm'
import { asActivities, hasActor, hasTarget } from '../../database/commitments.ts'
import { tables } from '../../database/tables/index.ts'
import { topicsWithin } from '../../database/topics.ts'
import { commitment } from '../../datasets/vocabularies/promises.ts'
import { ofAgreement } from './agreement.ts'
import { flag, isAny, isIn, keys, oneOf } from './condition.ts'
import { filterOf } from './filter.ts'
import { commitmentConditions } from './target.ts'

const { activities, activity_promises, activity_topics } = tables

/** Which activities. */
export const activityFilter = filterOf('activities', {
  agreement: ofAgreement(activities.agreementId),
  ...commitmentConditions(asActivities, 'The activity'),
  hasTarget: flag({ yes: 'it has a measurable target.', no: 'it has none.' }, hasTarget(asActivities)),
  hasActor: flag({ yes: 'the source names an actor.', no: 'it names none.' }, hasActor(asActivities)),
  topic: keys('topics', 'About the topic or one that is narrower, by key.', (topics) =>
    isIn(activities.id, aboutTopics(topics)),
  ),
  promise: keys('promises', 'Belongs to the promise, by the source or by topic.', (promises) =>
    isIn(
      activities.id,
      sql`select ${activity_promises.activityId} from ${activity_promises} where ${isAny(activity_promises.promiseId, promises)}`,
    ),
  ),
  commitment: oneOf(commitment, 'What the activity commits somebody to.', (values) =>
    isAny(activities.commitment, values),
  ),
})

function aboutTopics(topics: SQL): SQL {
  const { activityId, topicId } = activity_topics
  return sql`select ${activityId} from ${activity_topics} where ${isIn(topicId, topicsWithin(topics))}`
}

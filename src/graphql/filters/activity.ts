import { sql } from 'drizzle-orm'
import { asActivities, hasActor, hasTarget } from '../../database/commitments.ts'
import { tables } from '../../database/tables/index.ts'
import { commitment } from '../../datasets/vocabularies/promises.ts'
import { ofAgreement } from './agreement.ts'
import { flag, isAny, isIn, keys, oneOfCondition } from './condition.ts'
import { filterOf } from './filter.ts'
import { commitmentConditions, reportedState } from './target.ts'
import { topicConditions } from './topic.ts'

const { outcomes, activities, activity_promises } = tables

/** Which activities. */
export const activityFilter = filterOf('activities', {
  ...ofAgreement(activities.agreementId),
  ...commitmentConditions(asActivities, 'The activity'),
  reportedState: reportedState(activities.id, outcomes.activityId),
  hasTarget: flag(
    { yes: 'it has a measurable target.', no: 'it has no measurable target.' },
    hasTarget(asActivities),
  ),
  hasActor: flag({ yes: 'the source names an actor.', no: 'it names no actor.' }, hasActor(asActivities)),
  ...topicConditions('activities'),
  promise: keys('promises', 'Belongs to the promise, according to the source or by topic.', (promises) =>
    isIn(
      activities.id,
      sql`select ${activity_promises.activityId} from ${activity_promises} where ${isAny(activity_promises.promiseId, promises)}`,
    ),
  ),
  commitment: oneOfCondition(commitment, 'What the activity commits someone to.', (values) =>
    isAny(activities.commitment, values),
  ),
})

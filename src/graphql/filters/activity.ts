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
  ...commitmentConditions(asActivities, { sv: 'Aktiviteten', en: 'The activity' }),
  reportedState: reportedState(activities.id, outcomes.activityId),
  hasTarget: flag(
    {
      yes: { sv: 'den har ett mätbart mål.', en: 'it has a measurable target.' },
      no: { sv: 'den har inget mätbart mål.', en: 'it has no measurable target.' },
    },
    hasTarget(asActivities),
  ),
  hasActor: flag(
    {
      yes: { sv: 'källan namnger en aktör.', en: 'the source names an actor.' },
      no: { sv: 'källan namnger ingen aktör.', en: 'the source names no actor.' },
    },
    hasActor(asActivities),
  ),
  ...topicConditions('activities'),
  promise: keys(
    'promises',
    {
      sv: 'Hör till löftet, enligt källan eller efter ämne.',
      en: 'Belongs to the promise, according to the source or by topic.',
    },
    (promises) =>
      isIn(
        activities.id,
        sql`select ${activity_promises.activityId} from ${activity_promises} where ${isAny(activity_promises.promiseId, promises)}`,
      ),
  ),
  commitment: oneOfCondition(
    commitment,
    { sv: 'Vad aktiviteten förpliktar någon till.', en: 'What the activity commits someone to.' },
    (values) => isAny(activities.commitment, values),
  ),
})

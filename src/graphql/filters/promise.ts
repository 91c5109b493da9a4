import { sql } from 'drizzle-orm'
import { asCommitments, hasActor, hasTarget, isPromiseWith } from '../../database/commitments.ts'
import { tables } from '../../database/tables/index.ts'
import { topicsWithin } from '../../database/topics.ts'
import { ofAgreement } from './agreement.ts'
import { flag, isIn, keys, reaching } from './condition.ts'
import { filterOf } from './filter.ts'
import { commitmentConditions } from './target.ts'

const { activity_promises, promise_topics, promises } = tables

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
    isIn(promises.id, sql`select ${activity_promises.promiseId} from ${activity_promises}`),
  ),
  ...reaching(
    isPromiseWith,
    commitmentConditions(
      asCommitments,
      'The promise itself or an activity of it, the same for all that is asked of it,',
    ),
  ),
  hasTarget: flag(
    {
      yes: 'the promise itself or an activity of it, the same for all that is asked of it, has a measurable target.',
      no: 'neither has.',
    },
    { through: isPromiseWith, matching: hasTarget(asCommitments) },
  ),
  hasActor: flag(
    {
      yes: 'the source names an actor of the promise itself or of an activity of it, the same for all that is asked of it.',
      no: 'it names none of either.',
    },
    { through: isPromiseWith, matching: hasActor(asCommitments) },
  ),
})

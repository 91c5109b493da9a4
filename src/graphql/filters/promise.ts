import { sql } from 'drizzle-orm'
import {
  asCommitments,
  hasActor,
  hasTarget,
  isPromiseWith,
  promisesOfActorsThemselves,
} from '../../database/commitments.ts'
import { tables } from '../../database/tables/index.ts'
import { ofAgreement } from './agreement.ts'
import { flag, isIn, keys, reaching } from './condition.ts'
import { filterOf } from './filter.ts'
import { commitmentConditions } from './target.ts'
import { topicConditions } from './topic.ts'

const { activity_promises, promises } = tables

/** Which promises. */
export const promiseFilter = filterOf('promises', {
  agreement: ofAgreement(promises.agreementId),
  ...topicConditions('promises'),
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
  actorItself: keys(
    'actors',
    'The actor is to keep the promise itself, alone or with others; where it is only to carry out an activity of it, the promise is left out. By key.',
    (actors) => isIn(promises.id, promisesOfActorsThemselves(actors)),
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

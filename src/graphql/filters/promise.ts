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
import { commitmentConditions, reportedState } from './target.ts'
import { topicConditions } from './topic.ts'

const { outcomes, activity_promises, promises } = tables

/** Which promises. */
export const promiseFilter = filterOf('promises', {
  ...ofAgreement(promises.agreementId),
  ...topicConditions('promises'),
  hasActivities: flag(
    {
      yes: 'activities belong to the promise, according to the source or by topic.',
      no: 'no activities do.',
    },
    isIn(promises.id, sql`select ${activity_promises.promiseId} from ${activity_promises}`),
  ),
  ...reaching(
    isPromiseWith,
    commitmentConditions(
      asCommitments,
      'The promise itself or one of its activities (the same one for all these conditions)',
    ),
  ),
  actorItself: keys(
    'actors',
    'The actor with this key is to keep the promise itself, alone or with others. Promises of which the actor is only to carry out an activity are not included.',
    (actors) => isIn(promises.id, promisesOfActorsThemselves(actors)),
  ),
  reportedState: reportedState(promises.id, outcomes.promiseId),
  hasTarget: flag(
    {
      yes: 'the promise itself or one of its activities (the same one for all these conditions) has a measurable target.',
      no: 'neither the promise nor any activity has.',
    },
    { through: isPromiseWith, matching: hasTarget(asCommitments) },
  ),
  hasActor: flag(
    {
      yes: 'the source names an actor of the promise itself or of one of its activities (the same one for all these conditions).',
      no: 'it names no actor of either.',
    },
    { through: isPromiseWith, matching: hasActor(asCommitments) },
  ),
})

import { sql } from 'drizzle-orm'
import {
  asCommitments,
  hasActor,
  hasTarget,
  isPromiseWith,
  promisesOfActors,
  promisesOfActorsThemselves,
} from '../../database/commitments.ts'
import { tables } from '../../database/tables/index.ts'
import { ofAgreement } from './agreement.ts'
import { flag, isIn, keyArray, keys, reaching } from './condition.ts'
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
      yes: {
        sv: 'aktiviteter hör till löftet, enligt källan eller efter ämne.',
        en: 'activities belong to the promise, according to the source or by topic.',
      },
      no: { sv: 'inga aktiviteter gör det.', en: 'no activities do.' },
    },
    isIn(promises.id, sql`select ${activity_promises.promiseId} from ${activity_promises}`),
  ),
  ...reaching(
    isPromiseWith,
    commitmentConditions(asCommitments, {
      sv: 'Löftet självt eller någon av dess aktiviteter (samma för alla dessa villkor)',
      en: 'The promise itself or one of its activities (the same one for all these conditions)',
    }),
    {
      actor: (sent: string[], bind) => isIn(promises.id, promisesOfActors(keyArray('actors', sent, bind))),
    },
  ),
  actorItself: keys(
    'actors',
    {
      sv: 'Aktören med detta id ska hålla löftet självt, ensam eller med andra. Löften i vilka aktören bara ska utföra en aktivitet tas inte med.',
      en: 'The actor with this key is responsible for the promise itself, alone or with others. Promises for which the actor is only responsible for an activity are not included.',
    },
    (actors) => isIn(promises.id, promisesOfActorsThemselves(actors)),
  ),
  reportedState: reportedState(promises.id, outcomes.promiseId),
  hasTarget: flag(
    {
      yes: {
        sv: 'löftet självt eller någon av dess aktiviteter (samma för alla dessa villkor) har ett mätbart mål.',
        en: 'the promise itself or one of its activities (the same one for all these conditions) has a measurable target.',
      },
      no: {
        sv: 'varken löftet eller någon aktivitet har det.',
        en: 'neither the promise nor any activity has.',
      },
    },
    { through: isPromiseWith, matching: hasTarget(asCommitments) },
  ),
  hasActor: flag(
    {
      yes: {
        sv: 'källan namnger en aktör för löftet självt eller för någon av dess aktiviteter (samma för alla dessa villkor).',
        en: 'the source names an actor for the promise itself or for one of its activities (the same one for all these conditions).',
      },
      no: { sv: 'källan namnger ingen aktör för någotdera.', en: 'the source names no actor for either.' },
    },
    { through: isPromiseWith, matching: hasActor(asCommitments) },
  ),
})

import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { tables } from './tables/index.ts'

// In a document that only lists what is to be done, each item is a promise, with its own actors and target. So a condition on
// a number or an actor applies to promises and activities alike.

const { activities, activity_actors, activity_promises, promise_actors, promises } = tables

/** The columns of activities, or of promises and activities together. */
export interface Commitments {
  readonly id: SQLWrapper
  readonly targetOperator: SQLWrapper
  readonly targetValue: SQLWrapper
  readonly targetUnit: SQLWrapper
  readonly targetPer: SQLWrapper
  readonly targetPerYear: SQLWrapper
  readonly targetWhat: SQLWrapper
  /** Their actors, in columns `link.commitment_id` and `link.actor_id`. */
  readonly actors: SQL
}

const actorsOfActivities = sql`select ${activity_actors.activityId} as commitment_id, ${activity_actors.actorId} as actor_id from ${activity_actors}`
const actorsOfPromises = sql`select ${promise_actors.promiseId}, ${promise_actors.actorId} from ${promise_actors}`

/** Activities alone. */
export const asActivities: Commitments = {
  id: activities.id,
  targetOperator: activities.targetOperator,
  targetValue: activities.targetValue,
  targetUnit: activities.targetUnit,
  targetPer: activities.targetPer,
  targetPerYear: activities.targetPerYear,
  targetWhat: activities.targetWhat,
  actors: sql`(${actorsOfActivities}) as link`,
}

/** Promises and activities together, as the functions below select them. No activity has the id of a promise. */
export const asCommitments: Commitments = {
  id: sql`commitment.id`,
  targetOperator: sql`commitment.target_operator`,
  targetValue: sql`commitment.target_value`,
  targetUnit: sql`commitment.target_unit`,
  targetPer: sql`commitment.target_per`,
  targetPerYear: sql`commitment.target_per_year`,
  targetWhat: sql`commitment.target_what`,
  actors: sql`(${actorsOfActivities} union all ${actorsOfPromises}) as link`,
}

const columnsOf = ({
  id,
  agreementId,
  targetOperator,
  targetValue,
  targetUnit,
  targetPer,
  targetPerYear,
  targetWhat,
}: typeof activities | typeof promises) =>
  sql`${id} as id, ${agreementId} as agreement_id, ${targetOperator} as target_operator, ${targetValue} as target_value,
    ${targetUnit} as target_unit, ${targetPer} as target_per,
    ${targetPerYear} as target_per_year, ${targetWhat} as target_what`

/** Selects the agreements with a promise or an activity. */
export function agreementsWithCommitment(matching: SQL): SQL {
  // Each part of the union reads only one table, since PostgreSQL otherwise does not use an index in it.
  return sql`select commitment.agreement_id from (
      select ${columnsOf(activities)} from ${activities}
      union all
      select ${columnsOf(promises)} from ${promises}
    ) as commitment where ${matching}`
}

/** The condition that a promise itself, or one of its activities, meets a condition. */
export function isPromiseWith(matching: SQL): SQL {
  return sql`(exists (select from (select ${columnsOf(promises)}) as commitment where ${matching})
    or ${promises.id} in (
      select ${activity_promises.promiseId} from ${activity_promises}
        join (select ${columnsOf(activities)} from ${activities}) as commitment
          on commitment.id = ${activity_promises.activityId}
        where ${matching}))`
}

/** Selects the promises that some actors are to keep themselves. */
export function promisesOfActorsThemselves(actors: SQL): SQL {
  return sql`select ${promise_actors.promiseId} from ${promise_actors}
    where ${promise_actors.actorId} = any(${actors}) and ${areFew(promise_actors.promiseId)}`
}

/** Selects the promises that some actors are to keep, or in which they are to carry out an activity. */
export function promisesOfActors(actors: SQL): SQL {
  return sql`${promisesOfActorsThemselves(actors)}
    union all
    select ${activity_promises.promiseId} from ${activity_promises}
      join ${activity_actors} on ${activity_actors.activityId} = ${activity_promises.activityId}
      where ${activity_actors.actorId} = any(${actors}) and ${areFew(activity_actors.activityId)}`
}

/**
 * A condition that is always true, but that PostgreSQL estimates to be true for few rows, so that it starts with these rows. A
 * statement is planned once for all actors: planned for a common one, it would read all links to find the ten of a rare one.
 */
function areFew(key: SQLWrapper): SQL {
  return sql`${key} = ${key} || ''`
}

/** The condition that there is a measurable target. */
export function hasTarget({ targetValue }: Commitments): SQL {
  return sql`${targetValue} is not null`
}

/** The condition that the source names an actor. */
export function hasActor({ id, actors }: Commitments): SQL {
  return sql`exists (select from ${actors} where link.commitment_id = ${id})`
}

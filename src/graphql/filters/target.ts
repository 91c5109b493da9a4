import { sql } from 'drizzle-orm'
import { swedishOrder } from '../../database/swedish-order.ts'
import { tables } from '../../database/tables/index.ts'
import { type Conditions, isAny, isIn, keys, numbers, texts } from './condition.ts'

const { activities, activity_actors } = tables

/** The condition that an activity has a measurable target. */
export const HAS_TARGET = sql`${activities.targetValue} is not null`

/** What is asked of an activity by those who ask for a promise or an agreement too. */
export function targetConditions(activity: string): Conditions {
  return {
    actor: keys('actors', `${activity} is to be carried out by the actor, alone or with others.`, (actors) =>
      isIn(
        activities.id,
        sql`select ${activity_actors.activityId} from ${activity_actors} where ${isAny(activity_actors.actorId, actors)}`,
      ),
    ),
    targetValue: numbers(`${activity} has a target whose number lies here.`, activities.targetValue),
    targetUnit: texts(
      `${activity} has a target that counts this, in the words of the source, such as "trafikkontroller".`,
      (units) =>
        sql`${swedishOrder(activities.targetUnit)} in (select ${swedishOrder(sql`unit`)} from unnest(${units}) as unit)`,
    ),
  }
}

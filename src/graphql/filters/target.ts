import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Commitments } from '../../database/commitments.ts'
import { swedishOrder } from '../../database/swedish-order.ts'
import { tables } from '../../database/tables/index.ts'
import { joinTexts, type Text } from '../../datasets/dataset.ts'
import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { targetOperator, targetPer } from '../../datasets/vocabularies/promises.ts'
import {
  type Condition,
  type Conditions,
  isAny,
  isIn,
  keys,
  numbers,
  oneOfCondition,
  textsCondition,
} from './condition.ts'

/** The conditions on activities, or on promises and activities. `subject` is the beginning of each description. */
export function commitmentConditions(of: Commitments, subject: Text): Conditions {
  const sentence = (sv: string, en: string) => joinTexts(subject, { sv, en })
  return {
    actor: keys(
      'actors',
      sentence(
        'ska utföras av aktören med detta id, ensam eller med andra.',
        'is to be carried out by the actor with this key, alone or with others.',
      ),
      (actors) =>
        isIn(
          of.id,
          sql`select link.commitment_id from ${of.actors} where ${isAny(sql`link.actor_id`, actors)}`,
        ),
    ),
    targetValue: numbers(
      sentence('har ett mål vars tal ligger i intervallet.', 'has a target whose number is in this range.'),
      of.targetValue,
    ),
    targetUnit: textsCondition(
      sentence(
        'har ett mål med denna enhet, med källans ord, t.ex. "trafikkontroller".',
        'has a target with this unit, in the words of the source, such as "trafikkontroller".',
      ),
      (units) =>
        sql`${swedishOrder(of.targetUnit)} in (select ${swedishOrder(sql`unit`)} from unnest(${units}) as unit)`,
    ),
    targetOperator: oneOfCondition(
      targetOperator,
      sentence(
        'har ett mål vars tal ska läsas så här.',
        'has a target whose number is to be interpreted like this.',
      ),
      (values) => isAny(of.targetOperator, values),
    ),
    targetPer: oneOfCondition(
      targetPer,
      sentence('har ett mål vars tal gäller denna tid.', 'has a target whose number refers to this time.'),
      (values) => isAny(of.targetPer, values),
    ),
  }
}

/** What a report says about a promise or an activity itself, by the column of outcomes with its key. */
export function reportedState(id: PgColumn, key: PgColumn): Condition {
  return oneOfCondition(
    outcomeState,
    { sv: 'En redovisning säger detta om den.', en: 'A report says this about it.' },
    (values) =>
      isIn(id, sql`select ${key} from ${tables.outcomes} where ${isAny(tables.outcomes.state, values)}`),
  )
}

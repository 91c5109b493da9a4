import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import {
  actorBasis,
  commitment,
  linkBasis,
  targetOperator,
  targetPer,
} from '../../datasets/vocabularies/promises.ts'
import { agreementId, topics } from './agreements.ts'
import { key, matches, oneOf, SLUG, together, vocabulary } from './columns.ts'

/** What a promise and an activity say alike. */
const commitmentColumns = () => ({
  targetOperator: vocabulary(targetOperator),
  targetValue: doublePrecision(),
  targetUnit: text(),
  targetPer: vocabulary(targetPer),
  deadlineOn: date(),
  targetGroup: text(),
})

type TargetColumns = Record<'targetOperator' | 'targetValue' | 'targetUnit' | 'targetPer', AnyPgColumn>

/** The checks of `commitmentColumns` in a table of that name. */
function commitmentChecks(
  name: string,
  { targetOperator: operator, targetValue: value, targetUnit: unit, targetPer: per }: TargetColumns,
) {
  return [
    oneOf(`${name}_target_operator`, operator, targetOperator),
    oneOf(`${name}_target_per`, per, targetPer),
    check(`${name}_target_value`, sql`${value} > 0`),
    check(`${name}_target`, together(operator, value)),
    check(`${name}_target_unit`, together(value, unit)),
    check(`${name}_target_time`, sql`${per} is null or ${value} is not null`),
  ]
}

export const promises = pgTable(
  'promises',
  {
    id: key().primaryKey(),
    agreementId: agreementId(),
    position: integer().notNull(),
    text: text().notNull(),
    heading: text(),
    ...commitmentColumns(),
  },
  (table) => [
    ...commitmentChecks('promises', table),
    index('promises_by_agreement').on(table.agreementId, table.position, table.id),
  ],
)

const promiseId = () =>
  key()
    .notNull()
    .references(() => promises.id)
const topicId = () =>
  key()
    .notNull()
    .references(() => topics.id)

export const promiseTopics = pgTable(
  'promise_topics',
  { promiseId: promiseId(), topicId: topicId() },
  (table) => [
    primaryKey({ columns: [table.promiseId, table.topicId] }),
    index('promise_topics_by_topic').on(table.topicId, table.promiseId),
  ],
)

export const activities = pgTable(
  'activities',
  {
    id: key().primaryKey(),
    agreementId: agreementId(),
    position: integer().notNull(),
    text: text().notNull(),
    heading: text(),
    commitment: vocabulary(commitment).notNull(),
    ...commitmentColumns(),
  },
  (table) => [
    oneOf('activities_commitment', table.commitment, commitment),
    ...commitmentChecks('activities', table),
    index('activities_by_agreement').on(table.agreementId, table.position, table.id),
  ],
)

const activityId = () =>
  key()
    .notNull()
    .references(() => activities.id)

export const activityPromises = pgTable(
  'activity_promises',
  { activityId: activityId(), promiseId: promiseId(), basis: vocabulary(linkBasis).notNull() },
  (table) => [
    primaryKey({ columns: [table.activityId, table.promiseId] }),
    oneOf('activity_promises_basis', table.basis, linkBasis),
    index('activity_promises_by_promise').on(table.promiseId, table.activityId),
  ],
)

export const activityTopics = pgTable(
  'activity_topics',
  { activityId: activityId(), topicId: topicId() },
  (table) => [
    primaryKey({ columns: [table.activityId, table.topicId] }),
    index('activity_topics_by_topic').on(table.topicId, table.activityId),
  ],
)

export const actors = pgTable(
  'actors',
  {
    id: key().primaryKey(),
    labelSv: text().notNull(),
    labelEn: text().notNull(),
    descriptionSv: text().notNull(),
    descriptionEn: text().notNull(),
  },
  (table) => [matches('actors_id', table.id, SLUG)],
)

const actorColumns = () => ({
  actorId: key()
    .notNull()
    .references(() => actors.id),
  position: integer().notNull(),
  basis: vocabulary(actorBasis).notNull(),
  text: text().notNull(),
})

export const promiseActors = pgTable(
  'promise_actors',
  { promiseId: promiseId(), ...actorColumns() },
  (table) => [
    primaryKey({ columns: [table.promiseId, table.actorId] }),
    oneOf('promise_actors_basis', table.basis, actorBasis),
    index('promise_actors_by_actor').on(table.actorId, table.promiseId),
  ],
)

export const activityActors = pgTable(
  'activity_actors',
  { activityId: activityId(), ...actorColumns() },
  (table) => [
    primaryKey({ columns: [table.activityId, table.actorId] }),
    oneOf('activity_actors_basis', table.basis, actorBasis),
    index('activity_actors_by_actor').on(table.actorId, table.activityId),
  ],
)

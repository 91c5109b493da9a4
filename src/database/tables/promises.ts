import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import {
  actorBasis,
  commitment,
  linkBasis,
  targetOperator,
  targetPer,
} from '../../datasets/vocabularies/promises.ts'
import { agreementId, topics } from './agreements.ts'
import { key, matches, oneOf, SLUG, together, vocabulary } from './columns.ts'

export const promises = pgTable(
  'promises',
  {
    id: key().primaryKey(),
    agreementId: agreementId(),
    position: integer().notNull(),
    text: text().notNull(),
    heading: text(),
  },
  (table) => [index('promises_by_agreement').on(table.agreementId, table.position, table.id)],
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
    targetOperator: vocabulary(targetOperator),
    targetValue: doublePrecision(),
    targetUnit: text(),
    targetPer: vocabulary(targetPer),
    deadlineOn: date(),
    targetGroup: text(),
  },
  (table) => [
    oneOf('activities_commitment', table.commitment, commitment),
    oneOf('activities_target_operator', table.targetOperator, targetOperator),
    oneOf('activities_target_per', table.targetPer, targetPer),
    check('activities_target_value', sql`${table.targetValue} > 0`),
    check('activities_target', together(table.targetOperator, table.targetValue)),
    check('activities_target_unit', together(table.targetValue, table.targetUnit)),
    check('activities_target_time', sql`${table.targetPer} is null or ${table.targetValue} is not null`),
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

export const activityActors = pgTable(
  'activity_actors',
  {
    activityId: activityId(),
    actorId: key()
      .notNull()
      .references(() => actors.id),
    position: integer().notNull(),
    basis: vocabulary(actorBasis).notNull(),
    text: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.actorId] }),
    oneOf('activity_actors_basis', table.basis, actorBasis),
    index('activity_actors_by_actor').on(table.actorId, table.activityId),
  ],
)

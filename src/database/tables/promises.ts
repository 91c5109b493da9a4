import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index } from 'drizzle-orm/pg-core'
import { datasets } from '../../datasets/index.ts'
import { agreements, topics } from './agreements.ts'
import { bothOrNeither, matches, SLUG } from './columns.ts'
import { datasetTable } from './dataset-table.ts'

type TargetColumns = Record<'targetOperator' | 'targetValue' | 'targetUnit' | 'targetPer', AnyPgColumn>

/** The checks of what a promise and an activity say alike, in a table of that name. */
function commitmentChecks(
  name: string,
  { targetOperator: operator, targetValue: value, targetUnit: unit, targetPer: per }: TargetColumns,
) {
  return [
    check(`${name}_target_value`, sql`${value} > 0`),
    check(`${name}_target`, bothOrNeither(operator, value)),
    check(`${name}_target_unit`, bothOrNeither(value, unit)),
    check(`${name}_target_time`, sql`${per} is null or ${value} is not null`),
  ]
}

export const promises = datasetTable(datasets.promises, {
  references: { agreementId: () => agreements.id },
  further: (table) => [
    ...commitmentChecks('promises', table),
    index('promises_by_agreement').on(table.agreementId, table.position, table.id),
  ],
})

export const promiseTopics = datasetTable(datasets.promise_topics, {
  references: { promiseId: () => promises.id, topicId: () => topics.id },
  further: (table) => [index('promise_topics_by_topic').on(table.topicId, table.promiseId)],
})

export const activities = datasetTable(datasets.activities, {
  references: { agreementId: () => agreements.id },
  further: (table) => [
    ...commitmentChecks('activities', table),
    index('activities_by_agreement').on(table.agreementId, table.position, table.id),
  ],
})

export const activityPromises = datasetTable(datasets.activity_promises, {
  references: { activityId: () => activities.id, promiseId: () => promises.id },
  further: (table) => [index('activity_promises_by_promise').on(table.promiseId, table.activityId)],
})

export const activityTopics = datasetTable(datasets.activity_topics, {
  references: { activityId: () => activities.id, topicId: () => topics.id },
  further: (table) => [index('activity_topics_by_topic').on(table.topicId, table.activityId)],
})

export const actors = datasetTable(datasets.actors, {
  further: (table) => [matches('actors_id', table.id, SLUG)],
})

export const promiseActors = datasetTable(datasets.promise_actors, {
  references: { promiseId: () => promises.id, actorId: () => actors.id },
  further: (table) => [index('promise_actors_by_actor').on(table.actorId, table.promiseId)],
})

export const activityActors = datasetTable(datasets.activity_actors, {
  references: { activityId: () => activities.id, actorId: () => actors.id },
  further: (table) => [index('activity_actors_by_actor').on(table.actorId, table.activityId)],
})

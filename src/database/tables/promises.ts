import { sql } from 'drizzle-orm'
import { check, index } from 'drizzle-orm/pg-core'
import { datasets } from '../../datasets/index.ts'
import { agreements, documents, topics } from './agreements.ts'
import { bothOrNeither, matches, SLUG, sortIndexes } from './columns.ts'
import { type DatasetTable, datasetTable } from './dataset-table.ts'

/** The checks that promises and activities share. */
function commitmentChecks(
  name: string,
  table: DatasetTable<typeof datasets.promises> | DatasetTable<typeof datasets.activities>,
) {
  const { targetOperator: operator, targetValue: value, targetValueTo: to, targetPerYear: perYear } = table
  return [
    check(`${name}_gist`, bothOrNeither(table.gistSv, table.gistEn)),
    check(`${name}_text`, sql`(${table.text} is null) = (${table.textUnknownReason} is not null)`),
    // Each row has a gist in our words or the text of the source.
    check(`${name}_known`, sql`${table.text} is not null or ${table.gistSv} is not null`),
    check(`${name}_target_value`, sql`${value} >= 0`),
    check(`${name}_target`, bothOrNeither(operator, value)),
    check(
      `${name}_target_value_to`,
      sql`(${operator} is not distinct from 'between') = (${to} is not null) and (${to} is null or ${to} > ${value})`,
    ),
    check(
      `${name}_target_counts`,
      sql`(${value} is null) = (${table.targetUnit} is null and ${table.targetWhat} is null)`,
    ),
    check(`${name}_target_time`, sql`${table.targetPer} is null or ${value} is not null`),
    check(
      `${name}_target_per_year`,
      sql`(${value} is null) = (${perYear} is null and ${table.targetPerYearUnknownReason} is null)
        and (${perYear} is null or ${table.targetPerYearUnknownReason} is null)`,
    ),
    check(`${name}_deadline`, bothOrNeither(table.deadlineOn, table.deadlinePrecision)),
    check(`${name}_due`, bothOrNeither(table.dueOn, table.dueBasis)),
    check(`${name}_note`, bothOrNeither(table.noteSv, table.noteEn)),
    index(`${name}_by_agreement`).on(table.agreementId, table.position, table.id),
    index(`${name}_by_document`).on(table.documentId, table.id),
    index(`${name}_by_target_what`).on(table.targetWhat, table.id),
    ...sortIndexes(`${name}_by_deadline`, table.deadlineOn, table.id),
  ]
}

export const promises = datasetTable(datasets.promises, {
  references: { agreementId: () => agreements.id, documentId: () => documents.id },
  further: (table) => commitmentChecks('promises', table),
})

export const promiseTopics = datasetTable(datasets.promise_topics, {
  references: { promiseId: () => promises.id, topicId: () => topics.id },
  further: (table) => [index('promise_topics_by_topic').on(table.topicId, table.promiseId)],
})

export const activities = datasetTable(datasets.activities, {
  references: { agreementId: () => agreements.id, documentId: () => documents.id },
  further: (table) => commitmentChecks('activities', table),
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

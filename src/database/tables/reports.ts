import { sql } from 'drizzle-orm'
import { check, index } from 'drizzle-orm/pg-core'
import { datasets } from '../../datasets/index.ts'
import { agreements } from './agreements.ts'
import { bothOrNeither, matches } from './columns.ts'
import { datasetTable } from './dataset-table.ts'
import { municipalities } from './places.ts'
import { activities, promises } from './promises.ts'

export const reports = datasetTable(datasets.reports, {
  references: { municipalityCode: () => municipalities.code },
  further: (table) => [
    matches('reports_id', table.id, '^[0-9]{4}-rep[1-9][0-9]*$'),
    matches('reports_url', table.url, '^https?://'),
    check('reports_published', bothOrNeither(table.publishedOn, table.publishedOnPrecision)),
    check('reports_covers', sql`${table.coversFrom} <= ${table.coversTo}`),
    index('reports_by_municipality').on(table.municipalityCode, table.id),
    check('reports_note', bothOrNeither(table.noteSv, table.noteEn)),
  ],
})

export const confirmations = datasetTable(datasets.confirmations, {
  references: { municipalityCode: () => municipalities.code, agreementId: () => agreements.id },
  further: (table) => [index('confirmations_by_agreement').on(table.agreementId)],
})

export const reportAgreements = datasetTable(datasets.report_agreements, {
  references: { reportId: () => reports.id, agreementId: () => agreements.id },
  further: (table) => [index('report_agreements_by_agreement').on(table.agreementId, table.reportId)],
})

export const outcomes = datasetTable(datasets.outcomes, {
  references: {
    agreementId: () => agreements.id,
    promiseId: () => promises.id,
    activityId: () => activities.id,
    reportId: () => reports.id,
  },
  further: (table) => [
    check('outcomes_of_one', sql`${table.promiseId} is null or ${table.activityId} is null`),
    check('outcomes_gist', bothOrNeither(table.gistSv, table.gistEn)),
    check(
      'outcomes_value',
      sql`${table.value} is not null or (${table.unit} is null and ${table.per} is null)`,
    ),
    check('outcomes_covers', sql`${table.coversFrom} <= ${table.coversTo}`),
    index('outcomes_by_agreement').on(table.agreementId, table.id),
    index('outcomes_by_promise').on(table.promiseId, table.id),
    index('outcomes_by_activity').on(table.activityId, table.id),
    index('outcomes_by_report').on(table.reportId, table.id),
  ],
})

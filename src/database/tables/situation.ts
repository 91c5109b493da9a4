import { sql } from 'drizzle-orm'
import { check, index } from 'drizzle-orm/pg-core'
import { datasets } from '../../datasets/index.ts'
import { agreements, documents } from './agreements.ts'
import { datasetTable } from './dataset-table.ts'

export const findings = datasetTable(datasets.findings, {
  references: { agreementId: () => agreements.id },
  further: (table) => [
    check('findings_basis_text', sql`(cardinality(${table.basis}) = 0) = (${table.basisText} is null)`),
    index('findings_by_agreement').on(table.agreementId, table.position, table.id),
  ],
})

export const followUps = datasetTable(datasets.follow_ups, {
  references: { agreementId: () => agreements.id },
  further: (table) => [
    check(
      'follow_ups_due',
      sql`(${table.dueOn} is null and cardinality(${table.dueTimes}) = 0) or ${table.dueText} is not null`,
    ),
    check('follow_ups_report', sql`(${table.reportState} = 'found') = (${table.reportUrl} is not null)`),
    index('follow_ups_by_agreement').on(table.agreementId, table.position, table.id),
  ],
})

export const issues = datasetTable(datasets.issues, {
  references: { agreementId: () => agreements.id },
  keys: ['recordId'],
  further: (table) => [
    index('issues_by_agreement').on(table.agreementId, table.position, table.id),
    index('issues_by_record').on(table.recordId, table.id),
  ],
})

export const quotes = datasetTable(datasets.quotes, {
  references: { documentId: () => documents.id, agreementId: () => agreements.id },
  further: (table) => [
    check('quotes_offsets', sql`${table.startOffset} >= 0 and ${table.startOffset} < ${table.endOffset}`),
    check('quotes_length', sql`char_length(${table.words}) = ${table.endOffset} - ${table.startOffset}`),
    index('quotes_by_agreement').on(table.agreementId),
    index('quotes_by_document').on(table.documentId, table.startOffset),
  ],
})

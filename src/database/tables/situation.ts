import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { type ValueOf, valuesOf } from '../../datasets/dataset.ts'
import {
  findingBasis,
  findingKind,
  followUpFrequency,
  issueKind,
  reportState,
} from '../../datasets/vocabularies/situation.ts'
import { agreementId, documents } from './agreements.ts'
import { key, oneOf, vocabulary } from './columns.ts'

export const findings = pgTable(
  'findings',
  {
    id: key().primaryKey(),
    agreementId: agreementId(),
    position: integer().notNull(),
    kind: vocabulary(findingKind).notNull(),
    text: text().notNull(),
    basis: text().array().$type<ValueOf<typeof findingBasis>[]>().notNull(),
    basisText: text(),
  },
  (table) => [
    oneOf('findings_kind', table.kind, findingKind),
    check(
      'findings_basis',
      sql`${table.basis} <@ array[${sql.raw(
        valuesOf(findingBasis)
          .map((value) => `'${value}'`)
          .join(', '),
      )}]`,
    ),
    check('findings_basis_text', sql`(cardinality(${table.basis}) = 0) = (${table.basisText} is null)`),
    index('findings_by_agreement').on(table.agreementId, table.position, table.id),
  ],
)

export const followUps = pgTable(
  'follow_ups',
  {
    id: key().primaryKey(),
    agreementId: agreementId(),
    position: integer().notNull(),
    text: text().notNull(),
    frequency: vocabulary(followUpFrequency),
    dueOn: date(),
    dueText: text(),
    channel: text(),
    body: text(),
    reportState: vocabulary(reportState).notNull(),
    reportUrl: text(),
  },
  (table) => [
    oneOf('follow_ups_frequency', table.frequency, followUpFrequency),
    oneOf('follow_ups_report_state', table.reportState, reportState),
    check('follow_ups_due', sql`${table.dueOn} is null or ${table.dueText} is not null`),
    check('follow_ups_report', sql`(${table.reportState} = 'found') = (${table.reportUrl} is not null)`),
    index('follow_ups_by_agreement').on(table.agreementId, table.position, table.id),
  ],
)

export const issues = pgTable(
  'issues',
  {
    id: key().primaryKey(),
    agreementId: agreementId(),
    position: integer().notNull(),
    kind: vocabulary(issueKind).notNull(),
    recordId: key(),
    text: text(),
    explanationSv: text().notNull(),
    explanationEn: text().notNull(),
  },
  (table) => [
    oneOf('issues_kind', table.kind, issueKind),
    index('issues_by_agreement').on(table.agreementId, table.position, table.id),
    index('issues_by_record').on(table.recordId, table.id),
  ],
)

export const quotes = pgTable(
  'quotes',
  {
    recordId: key().notNull(),
    columnName: key().notNull(),
    position: integer().notNull(),
    agreementId: agreementId(),
    documentId: key()
      .notNull()
      .references(() => documents.id),
    startOffset: integer().notNull(),
    endOffset: integer().notNull(),
    words: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.columnName, table.position] }),
    check('quotes_offsets', sql`${table.startOffset} >= 0 and ${table.startOffset} < ${table.endOffset}`),
    check('quotes_length', sql`char_length(${table.words}) = ${table.endOffset} - ${table.startOffset}`),
    index('quotes_by_agreement').on(table.agreementId),
    index('quotes_by_document').on(table.documentId, table.startOffset),
  ],
)

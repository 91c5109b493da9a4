import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import {
  agreementKind,
  datePrecision,
  extent,
  extentSeen,
  followUpPromised,
  publisherKind,
  relation,
  reviewState,
  topicBasis,
  unknownReason,
} from '../../datasets/vocabularies/agreements.ts'
import { key, matches, oneOf, SLUG, together, vocabulary } from './columns.ts'
import { municipalities, policeAreas } from './places.ts'

export const topics = pgTable(
  'topics',
  {
    id: key().primaryKey(),
    labelSv: text().notNull(),
    labelEn: text().notNull(),
    definitionSv: text().notNull(),
    definitionEn: text().notNull(),
    keywordsSv: text().array().notNull(),
    broaderId: key().references((): AnyPgColumn => topics.id),
    source: text().notNull(),
  },
  (table) => [
    matches('topics_id', table.id, SLUG),
    check('topics_broader', sql`${table.broaderId} <> ${table.id}`),
    index('topics_by_broader').on(table.broaderId, table.id),
  ],
)

export const documents = pgTable(
  'documents',
  {
    id: key().primaryKey(),
    url: text(),
    publisherKind: vocabulary(publisherKind),
    retrievedOn: date(),
    mediaType: text(),
    sha256: text(),
    text: text(),
  },
  (table) => [
    matches('documents_id', table.id, SLUG),
    matches('documents_url', table.url, '^https?://'),
    oneOf('documents_publisher_kind', table.publisherKind, publisherKind),
    check('documents_media_type', together(table.text, table.mediaType)),
    check('documents_archived', together(table.text, table.sha256)),
    check('documents_known', sql`${table.url} is not null or ${table.text} is not null`),
    // The text served is the text archived: what a reader gets has this checksum.
    check(
      'documents_sha256',
      sql`encode(sha256(convert_to(${table.text}, 'UTF8')), 'hex') = ${table.sha256}`,
    ),
  ],
)

export const agreements = pgTable(
  'agreements',
  {
    id: key().primaryKey(),
    extent: vocabulary(extent).notNull(),
    kind: vocabulary(agreementKind).notNull(),
    title: text(),
    policeAreaId: key().references(() => policeAreas.id),
    place: text(),
    periodStart: date(),
    periodStartPrecision: vocabulary(datePrecision),
    periodEnd: date(),
    periodEndPrecision: vocabulary(datePrecision),
    periodText: text(),
    periodUnknownReason: vocabulary(unknownReason),
    signedOn: date(),
    signedOnText: text(),
    signedOnUnknownReason: vocabulary(unknownReason),
    followUpPromised: vocabulary(followUpPromised).notNull(),
    extentSeen: vocabulary(extentSeen),
    statedPromises: integer(),
    statedActivities: integer(),
    statedMeasurableTargets: integer(),
    summarySv: text(),
    summaryEn: text(),
    noteSv: text(),
    noteEn: text(),
    reviewState: vocabulary(reviewState),
    reviewedBy: text(),
    reviewedOn: date(),
  },
  (table) => [
    matches('agreements_id', table.id, '^[0-9]{4}-([0-9]{4}|undated)(-[b-z])?$'),
    oneOf('agreements_extent', table.extent, extent),
    oneOf('agreements_kind', table.kind, agreementKind),
    oneOf('agreements_period_start_precision', table.periodStartPrecision, datePrecision),
    oneOf('agreements_period_end_precision', table.periodEndPrecision, datePrecision),
    oneOf('agreements_period_unknown_reason', table.periodUnknownReason, unknownReason),
    oneOf('agreements_signed_on_unknown_reason', table.signedOnUnknownReason, unknownReason),
    oneOf('agreements_follow_up_promised', table.followUpPromised, followUpPromised),
    oneOf('agreements_extent_seen', table.extentSeen, extentSeen),
    oneOf('agreements_review_state', table.reviewState, reviewState),
    check('agreements_period', sql`${table.periodStart} <= ${table.periodEnd}`),
    check('agreements_period_start', together(table.periodStart, table.periodStartPrecision)),
    check('agreements_period_end', together(table.periodEnd, table.periodEndPrecision)),
    // What is unknown has its reason, and what is known has none.
    check(
      'agreements_period_unknown',
      sql`(${table.periodStart} is null or ${table.periodEnd} is null) = (${table.periodUnknownReason} is not null)`,
    ),
    check(
      'agreements_signed_on_unknown',
      sql`(${table.signedOn} is null) = (${table.signedOnUnknownReason} is not null)`,
    ),
    // Nobody's words are made up for a catalogued agreement, and nothing of a transcribed one is a mere count.
    check(
      'agreements_catalogued',
      sql`${table.extent} <> 'catalogued' or (${table.title} is null and ${table.periodText} is null
        and ${table.signedOnText} is null and ${table.reviewState} is null
        and ${table.summarySv} is not null and ${table.summaryEn} is not null and ${table.extentSeen} is not null)`,
    ),
    check(
      'agreements_transcribed',
      sql`${table.extent} <> 'transcribed' or (${table.reviewState} is not null
        and (${table.title} is not null or ${table.reviewState} = 'draft') and ${table.statedPromises} is null
        and ${table.statedActivities} is null and ${table.statedMeasurableTargets} is null
        and ${table.summarySv} is null and ${table.summaryEn} is null and ${table.extentSeen} is null)`,
    ),
    // Who reviewed it and when is what makes it reviewed.
    check(
      'agreements_reviewed',
      sql`(${table.reviewState} is not distinct from 'reviewed') = (${table.reviewedBy} is not null)`,
    ),
    check('agreements_reviewed_on', together(table.reviewedBy, table.reviewedOn)),
    check('agreements_note', together(table.noteSv, table.noteEn)),
    check(
      'agreements_stated',
      sql`${table.statedPromises} >= 0 and ${table.statedActivities} >= 0 and ${table.statedMeasurableTargets} >= 0`,
    ),
    index('agreements_by_police_area').on(table.policeAreaId, table.id),
    index('agreements_by_extent').on(table.extent, table.id),
  ],
)

/** The column that ties a row to its agreement. */
export const agreementId = () =>
  key()
    .notNull()
    .references(() => agreements.id)

export const agreementMunicipalities = pgTable(
  'agreement_municipalities',
  {
    agreementId: agreementId(),
    municipalityCode: key()
      .notNull()
      .references(() => municipalities.code),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.municipalityCode] }),
    index('agreement_municipalities_by_municipality').on(table.municipalityCode, table.agreementId),
  ],
)

export const agreementDocuments = pgTable(
  'agreement_documents',
  {
    agreementId: agreementId(),
    documentId: key()
      .notNull()
      .references(() => documents.id),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.documentId] }),
    index('agreement_documents_by_document').on(table.documentId, table.agreementId),
  ],
)

export const agreementTopics = pgTable(
  'agreement_topics',
  {
    agreementId: agreementId(),
    topicId: key()
      .notNull()
      .references(() => topics.id),
    basis: vocabulary(topicBasis).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.topicId] }),
    oneOf('agreement_topics_basis', table.basis, topicBasis),
    index('agreement_topics_by_topic').on(table.topicId, table.agreementId),
  ],
)

export const agreementRelations = pgTable(
  'agreement_relations',
  {
    id: key().primaryKey(),
    agreementId: agreementId(),
    position: integer().notNull(),
    relation: vocabulary(relation).notNull(),
    relatedKind: vocabulary(agreementKind).notNull(),
    relatedAgreementId: key().references(() => agreements.id),
    relatedPeriodStart: integer(),
    relatedPeriodEnd: integer(),
    text: text().notNull(),
  },
  (table) => [
    oneOf('agreement_relations_relation', table.relation, relation),
    oneOf('agreement_relations_related_kind', table.relatedKind, agreementKind),
    check('agreement_relations_related', sql`${table.relatedAgreementId} <> ${table.agreementId}`),
    check('agreement_relations_period', sql`${table.relatedPeriodStart} <= ${table.relatedPeriodEnd}`),
    index('agreement_relations_by_agreement').on(table.agreementId, table.position, table.id),
    index('agreement_relations_by_related').on(table.relatedAgreementId, table.id),
  ],
)

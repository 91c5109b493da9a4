import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index } from 'drizzle-orm/pg-core'
import { datasets } from '../../datasets/index.ts'
import { bothOrNeither, matches, SLUG, sortIndexes } from './columns.ts'
import { datasetTable } from './dataset-table.ts'
import { municipalities, policeAreas } from './places.ts'

export const topics = datasetTable(datasets.topics, {
  references: { broaderId: (): AnyPgColumn => topics.id },
  further: (table) => [
    matches('topics_id', table.id, SLUG),
    check('topics_broader', sql`${table.broaderId} <> ${table.id}`),
    index('topics_by_broader').on(table.broaderId, table.id),
  ],
})

export const documents = datasetTable(datasets.documents, {
  further: (table) => [
    matches('documents_id', table.id, SLUG),
    matches('documents_url', table.url, '^https?://'),
    check('documents_url_unknown', sql`(${table.url} is null) = (${table.urlUnknownReason} is not null)`),
    check('documents_media_type', bothOrNeither(table.text, table.mediaType)),
    check('documents_archived', bothOrNeither(table.text, table.sha256)),
    check('documents_read', sql`${table.copyKind} is null or ${table.readOn} is not null`),
    check(
      'documents_archived_copy',
      sql`(${table.copyUrl} is not null and ${table.copiedOn} is not null) = (${table.copyKind} is not distinct from 'archived_copy')`,
    ),
    check('documents_copied', bothOrNeither(table.copyUrl, table.copiedOn)),
    check(
      'documents_known',
      sql`${table.url} is not null or ${table.text} is not null or ${table.copyKind} is not null`,
    ),
    // The text is the archived text: what a reader gets has this checksum.
    check(
      'documents_sha256',
      sql`encode(sha256(convert_to(${table.text}, 'UTF8')), 'hex') = ${table.sha256}`,
    ),
  ],
})

export const agreements = datasetTable(datasets.agreements, {
  references: { policeAreaId: () => policeAreas.id },
  further: (table) => [
    matches('agreements_id', table.id, '^[0-9]{4}-([0-9]{4}|undated)(-(co|ap|sp|sa))?(-[b-z])?$'),
    check('agreements_period', sql`${table.periodStart} <= ${table.periodEnd}`),
    check('agreements_period_start', bothOrNeither(table.periodStart, table.periodStartPrecision)),
    check('agreements_period_end', bothOrNeither(table.periodEnd, table.periodEndPrecision)),
    // An unknown value has its reason, and a known one has none.
    check(
      'agreements_period_unknown',
      sql`(${table.periodStart} is null or ${table.periodEnd} is null) = (${table.periodUnknownReason} is not null)`,
    ),
    check(
      'agreements_signed_on_unknown',
      sql`(${table.signedOn} is null) = (${table.signedOnUnknownReason} is not null)`,
    ),
    // A catalogued agreement has no wording, and a transcribed one has no mere counts.
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
    check(
      'agreements_all_listed',
      sql`(${table.extent} <> 'transcribed' or ${table.commitmentsSeen} = 'whole_document')
        and (${table.extent} <> 'catalogued' or ${table.commitmentsSeen} <> 'whole_document')`,
    ),
    // A reviewed agreement has a reviewer and a day.
    check(
      'agreements_reviewed',
      sql`(${table.reviewState} is not distinct from 'reviewed') = (${table.reviewedBy} is not null)`,
    ),
    check('agreements_reviewed_on', bothOrNeither(table.reviewedBy, table.reviewedOn)),
    check('agreements_note', bothOrNeither(table.noteSv, table.noteEn)),
    check(
      'agreements_stated',
      sql`${table.statedPromises} >= 0 and ${table.statedActivities} >= 0 and ${table.statedMeasurableTargets} >= 0`,
    ),
    index('agreements_by_police_area').on(table.policeAreaId, table.id),
    index('agreements_by_extent').on(table.extent, table.id),
    ...sortIndexes('agreements_by_period_start', table.periodStart, table.id),
    ...sortIndexes('agreements_by_period_end', table.periodEnd, table.id),
    ...sortIndexes('agreements_by_signed_on', table.signedOn, table.id),
  ],
})

export const agreementMunicipalities = datasetTable(datasets.agreement_municipalities, {
  references: { municipalityCode: () => municipalities.code, agreementId: () => agreements.id },
  further: (table) => [
    index('agreement_municipalities_by_municipality').on(table.municipalityCode, table.agreementId),
  ],
})

export const municipalityYears = datasetTable(datasets.municipality_years, {
  references: { municipalityCode: () => municipalities.code },
  further: (table) => [index('municipality_years_by_year').on(table.year, table.state)],
})

export const agreementParties = datasetTable(datasets.agreement_parties, {
  references: { agreementId: () => agreements.id },
  further: (table) => [index('agreement_parties_by_kind').on(table.kind, table.agreementId)],
})

export const agreementDocuments = datasetTable(datasets.agreement_documents, {
  references: { documentId: () => documents.id, agreementId: () => agreements.id },
  further: (table) => [index('agreement_documents_by_document').on(table.documentId, table.agreementId)],
})

export const agreementTopics = datasetTable(datasets.agreement_topics, {
  references: { topicId: () => topics.id, agreementId: () => agreements.id },
  further: (table) => [index('agreement_topics_by_topic').on(table.topicId, table.agreementId)],
})

export const agreementRelations = datasetTable(datasets.agreement_relations, {
  references: { relatedAgreementId: () => agreements.id, agreementId: () => agreements.id },
  further: (table) => [
    check('agreement_relations_related', sql`${table.relatedAgreementId} <> ${table.agreementId}`),
    check('agreement_relations_period', sql`${table.relatedPeriodStart} <= ${table.relatedPeriodEnd}`),
    index('agreement_relations_by_agreement').on(table.agreementId, table.position, table.id),
    index('agreement_relations_by_related').on(table.relatedAgreementId, table.id),
  ],
})

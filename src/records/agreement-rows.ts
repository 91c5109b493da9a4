import type { Row, Tables } from '../datasets/index.ts'
import type { AnyRecord } from './agreement-schema.ts'
import { firstDay, lastDay } from './dates.ts'
import { addItemRows } from './item-rows.ts'
import { type At, RecordRows } from './record-rows.ts'

/** Adds the rows of a record to all of its datasets. */
export function addAgreementRows(tables: Tables, record: AnyRecord, text: string, at: At): void {
  const { id: agreementId, document, municipalities } = record
  const rows = new RecordRows(tables, agreementId, document.id, at)
  rows.add('documents', ['document'], documentRow(record, text))
  rows.add('agreements', [], agreementRow(record, rows))
  for (const [index, { code, quote }] of municipalities.entries()) {
    const path = ['municipalities', index]
    rows.cite(agreementId, 'municipality_code', quote, path)
    rows.add('agreement_municipalities', path, { agreementId, municipalityCode: code })
  }
  rows.add('agreement_documents', ['document'], { agreementId, documentId: document.id })
  addTopicRows(record, rows)
  addItemRows(record, rows)
}

function documentRow({ document }: AnyRecord, text: string): Row<'documents'> {
  const { url, urlUnknownReason } = document
  const reason = url === null ? (urlUnknownReason ?? 'not_recorded') : null
  return { ...document, urlUnknownReason: reason, text }
}

function agreementRow(record: AnyRecord, rows: RecordRows): Row<'agreements'> {
  const { id, period, signing, policeArea } = record
  const start = period.start === null ? null : firstDay(period.start)
  const end = period.end === null ? null : lastDay(period.end)
  if (policeArea) rows.cite(id, 'police_area_id', policeArea.quote, ['policeArea'])
  return {
    id,
    extent: 'transcribed',
    kind: record.kind,
    stage: 'agreed',
    title: rows.cite(id, 'title', record.title, ['title']),
    policeAreaId: policeArea?.id ?? null,
    place: rows.cite(id, 'place', record.place, ['place']),
    periodStart: start?.date ?? null,
    periodStartPrecision: start?.precision ?? null,
    periodEnd: end?.date ?? null,
    periodEndPrecision: end?.precision ?? null,
    periodText: rows.cite(id, 'period_text', period.quote, ['period', 'quote']),
    periodUnknownReason: period.unknownReason,
    signedOn: signing.on,
    signedOnText: rows.cite(id, 'signed_on_text', signing.quote, ['signing', 'quote']),
    signedOnUnknownReason: signing.unknownReason,
    followUpPromised: record.followUps.length > 0 ? 'yes' : 'no',
    commitmentsSeen: 'whole_document',
    findingsSeen: 'all',
    reportState: 'not_researched',
    extentSeen: null,
    statedPromises: null,
    statedActivities: null,
    statedMeasurableTargets: null,
    summarySv: null,
    summaryEn: null,
    noteSv: record.note?.sv ?? null,
    noteEn: record.note?.en ?? null,
    reviewState: record.reviewed ? 'reviewed' : 'draft',
    reviewedBy: record.reviewed?.by ?? null,
    reviewedOn: record.reviewed?.on ?? null,
  }
}

/** Adds the topics of the agreement: those of its promises and activities. */
function addTopicRows(record: AnyRecord, rows: RecordRows): void {
  const seen = new Set<string>()
  for (const list of ['promises', 'activities'] as const) {
    for (const [index, { topics }] of record[list].entries()) {
      for (const topicId of topics.filter((each) => !seen.has(each))) {
        seen.add(topicId)
        rows.add('agreement_topics', [list, index, 'topics'], {
          agreementId: record.id,
          topicId,
          basis: 'transcription',
        })
      }
    }
  }
}

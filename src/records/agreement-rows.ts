import type { Row, Tables } from '../datasets/index.ts'
import type { AnyRecord } from './agreement-schema.ts'
import { type At, Citations } from './citations.ts'
import { activityRows, promiseRows } from './commitment-rows.ts'
import { firstDay, lastDay } from './dates.ts'

/** The rows of a reviewed record, in every dataset that holds some of it. */
export function agreementRows(record: AnyRecord, text: string, at: At) {
  const agreementId = record.id
  const documentId = record.document.id
  const citations = new Citations(agreementId, documentId, at)
  return {
    documents: [at(['document'], documentRow(record, text))],
    agreements: [at([], agreementRow(record, citations))],
    agreement_municipalities: record.municipalities.map(({ code, quote }, index) => {
      citations.add(agreementId, 'municipality_code', quote, ['municipalities', index])
      return at(['municipalities', index], { agreementId, municipalityCode: code })
    }),
    agreement_documents: [at(['document'], { agreementId, documentId })],
    agreement_topics: topicRows(record, at),
    agreement_relations: relationRows(record, citations, at),
    ...promiseRows(record, citations, at),
    ...activityRows(record, citations, at),
    ...signatureRows(record, citations, at),
    findings: findingRows(record, citations, at),
    follow_ups: followUpRows(record, citations, at),
    issues: issueRows(record, citations, at),
    quotes: citations.rows,
  } satisfies Partial<Tables>
}

function documentRow({ document }: AnyRecord, text: string): Row<'documents'> {
  const { id, url, publisherKind, retrievedOn, mediaType, sha256 } = document
  return { id, url, publisherKind, retrievedOn, mediaType, sha256, text }
}

function agreementRow(record: AnyRecord, citations: Citations): Row<'agreements'> {
  const { id, period, signing, policeArea } = record
  const start = period.start === null ? null : firstDay(period.start)
  const end = period.end === null ? null : lastDay(period.end)
  if (policeArea) citations.add(id, 'police_area_id', policeArea.quote, ['policeArea'])
  return {
    id,
    extent: 'transcribed',
    kind: record.kind,
    stage: 'agreed',
    title: citations.add(id, 'title', record.title, ['title']),
    policeAreaId: policeArea?.id ?? null,
    place: citations.add(id, 'place', record.place, ['place']),
    periodStart: start?.date ?? null,
    periodStartPrecision: start?.precision ?? null,
    periodEnd: end?.date ?? null,
    periodEndPrecision: end?.precision ?? null,
    periodText: citations.add(id, 'period_text', period.quote, ['period', 'quote']),
    periodUnknownReason: period.unknownReason,
    signedOn: signing.on,
    signedOnText: citations.add(id, 'signed_on_text', signing.quote, ['signing', 'quote']),
    signedOnUnknownReason: signing.unknownReason,
    followUpPromised: record.followUps.length > 0 ? 'yes' : 'no',
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

/** The topics of the agreement: those of its promises and activities. */
function topicRows(record: AnyRecord, at: At): Row<'agreement_topics'>[] {
  const rows = new Map<string, Row<'agreement_topics'>>()
  for (const list of ['promises', 'activities'] as const) {
    for (const [index, { topics }] of record[list].entries()) {
      for (const topicId of topics) {
        const row = { agreementId: record.id, topicId, basis: 'transcription' } as const
        if (!rows.has(topicId)) rows.set(topicId, at([list, index, 'topics'], row))
      }
    }
  }
  return [...rows.values()]
}

function relationRows(record: AnyRecord, citations: Citations, at: At): Row<'agreement_relations'>[] {
  return record.relations.map(({ id, relation, kind, agreement, years, text }, index) => {
    const path = ['relations', index]
    return at(path, {
      id,
      agreementId: record.id,
      position: index + 1,
      relation,
      relatedKind: kind,
      relatedAgreementId: agreement,
      relatedPeriodStart: years?.first ?? null,
      relatedPeriodEnd: years?.last ?? null,
      text: citations.add(id, 'text', text, [...path, 'text']),
    })
  })
}

function signatureRows(record: AnyRecord, citations: Citations, at: At) {
  const rows = { signatories: [] as Row<'signatories'>[], signatures: [] as Row<'signatures'>[] }
  for (const [index, signature] of record.signatures.entries()) {
    const { id, organisation, capacity } = signature
    const path = ['signatures', index]
    const signed = capacity === 'signed'
    const name = citations.add(id, 'name', signature.name, [...path, 'name'])
    rows.signatories.push(at(path, { id: signature.signatory, name }))
    rows.signatures.push(
      at(path, {
        id,
        agreementId: record.id,
        position: index + 1,
        signatoryId: signature.signatory,
        role: signature.role,
        roleAsPrinted: citations.add(id, 'role_as_printed', signature.roleAsPrinted, [
          ...path,
          'roleAsPrinted',
        ]),
        acting: signature.acting,
        organisationKind: organisation.kind,
        organisationAsPrinted: citations.add(id, 'organisation_as_printed', organisation.asPrinted, path),
        municipalityCode: organisation.municipality,
        policeAreaId: organisation.policeArea,
        capacity,
        signedOn: signed ? record.signing.on : null,
        place: signed ? citations.add(id, 'place', record.signing.place, ['signing', 'place']) : null,
      }),
    )
  }
  return rows
}

function findingRows(record: AnyRecord, citations: Citations, at: At): Row<'findings'>[] {
  return record.findings.map(({ id, kind, text, basis, basisText }, index) => {
    const path = ['findings', index]
    return at(path, {
      id,
      agreementId: record.id,
      position: index + 1,
      kind,
      text: citations.add(id, 'text', text, [...path, 'text']),
      basis,
      basisText: citations.add(id, 'basis_text', basisText, [...path, 'basisText']),
    })
  })
}

function followUpRows(record: AnyRecord, citations: Citations, at: At): Row<'follow_ups'>[] {
  return record.followUps.map(({ id, text, frequency, dueOn, dueText, channel, body, report }, index) => {
    const path = ['followUps', index]
    return at(path, {
      id,
      agreementId: record.id,
      position: index + 1,
      text: citations.add(id, 'text', text, [...path, 'text']),
      frequency,
      dueOn,
      dueText: citations.add(id, 'due_text', dueText, [...path, 'dueText']),
      channel: citations.add(id, 'channel', channel, [...path, 'channel']),
      body: citations.add(id, 'body', body, [...path, 'body']),
      reportState: report.state,
      reportUrl: report.url,
    })
  })
}

function issueRows(record: AnyRecord, citations: Citations, at: At): Row<'issues'>[] {
  return record.issues.map(({ id, kind, record: recordId, text, explanation }, index) => {
    const path = ['issues', index]
    return at(path, {
      id,
      agreementId: record.id,
      position: index + 1,
      kind,
      recordId,
      text: citations.add(id, 'text', text, [...path, 'text']),
      explanationSv: explanation.sv,
      explanationEn: explanation.en,
    })
  })
}

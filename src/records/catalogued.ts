import { quoted } from '../common/quoted.ts'
import { agreementMunicipalities } from '../datasets/agreement-municipalities.ts'
import { agreementTopics } from '../datasets/agreement-topics.ts'
import { agreements } from '../datasets/agreements.ts'
import type { Column } from '../datasets/dataset.ts'
import { documents } from '../datasets/documents.ts'
import type { Row, Tables } from '../datasets/index.ts'
import { issues } from '../datasets/issues.ts'
import { catalogueTable } from './catalogue-table.ts'
import { cataloguedDocument } from './catalogued-beside.ts'
import { type Bound, firstDay, isStatedDate, lastDay } from './dates.ts'
import type { Origins } from './origins.ts'
import type { Problem } from './problem.ts'
import { parseTable } from './table-file.ts'

const { columns } = agreements

const stated = (column: Column & { absent: Column['title'] }) => ({
  ...column,
  type: 'text' as const,
})

/** The topics of an agreement in one cell. */
const topics = {
  type: 'list',
  title: agreementTopics.columns.topicId.title,
  description: agreementTopics.description,
} as const satisfies Column

/**
 * The columns of `agreements/catalogued.csv`. A row is one municipality's part in one agreement: a joint
 * agreement has a row for each municipality, which have the same id and the same values but for municipality and document.
 */
const catalogueColumns = {
  id: columns.id,
  municipalityCode: agreementMunicipalities.columns.municipalityCode,
  documentId: documents.columns.id,
  url: documents.columns.url,
  publisherKind: documents.columns.publisherKind,
  readOn: documents.columns.readOn,
  copyKind: documents.columns.copyKind,
  kind: columns.kind,
  stage: columns.stage,
  policeAreaId: columns.policeAreaId,
  place: columns.place,
  // A year, month or day as the page states it.
  periodStart: stated(columns.periodStart),
  periodEnd: stated(columns.periodEnd),
  periodUnknownReason: columns.periodUnknownReason,
  signedOn: columns.signedOn,
  followUpPromised: columns.followUpPromised,
  extentSeen: columns.extentSeen,
  statedPromises: columns.statedPromises,
  statedActivities: columns.statedActivities,
  statedMeasurableTargets: columns.statedMeasurableTargets,
  topics,
  summarySv: columns.summarySv,
  summaryEn: columns.summaryEn,
  noteSv: columns.noteSv,
  noteEn: columns.noteEn,
}

/** The columns of `agreements/catalogued_issues.csv`. */
const issueColumns = {
  id: issues.columns.id,
  agreementId: issues.columns.agreementId,
  kind: issues.columns.kind,
  explanationSv: issues.columns.explanationSv,
  explanationEn: issues.columns.explanationEn,
}

type CatalogueRow = ReturnType<typeof parseTable<typeof catalogueColumns>>['rows'][number]

/** The columns that are about the agreement alone: equal in every row of a joint one. */
function factsOf({
  municipalityCode: _1,
  documentId: _2,
  url: _3,
  publisherKind: _4,
  readOn: _5,
  copyKind: _6,
  ...facts
}: CatalogueRow) {
  return JSON.stringify(facts)
}

/** Reads the agreements of which only facts and a link are known, and adds the rows of those that are not transcribed. */
export function readCatalogued(
  file: string,
  text: string,
  transcribed: ReadonlySet<string>,
  tables: Tables,
  origins: Origins,
): Problem[] {
  const { rows, problems } = parseTable(file, text, catalogueColumns, origins)
  if (problems.length > 0) return problems
  const agreementRows = new Map<string, CatalogueRow>()
  const documentRows = new Map<string, CatalogueRow>()
  const linked = new Set<string>()
  for (const row of rows) {
    if (transcribed.has(row.id)) continue
    const origin = origins.of(row)
    const place = <R extends object>(value: R): R => origins.at(origin, value)
    const wrong = (message: string) => problems.push({ ...origin, message })

    tables.agreement_municipalities.push(
      place({ agreementId: row.id, municipalityCode: row.municipalityCode }),
    )

    const document = documentRows.get(row.documentId)
    if (!document) {
      documentRows.set(row.documentId, row)
      tables.documents.push(place(cataloguedDocument(row.documentId, row)))
    } else if (document.url !== row.url || document.publisherKind !== row.publisherKind) {
      wrong(
        `document ${row.documentId} has a different url or publisher in line ${origins.of(document).line}; make them equal`,
      )
    }

    const first = agreementRows.get(row.id)
    if (!first) {
      agreementRows.set(row.id, row)
      for (const [name, value] of [
        ['period_start', row.periodStart],
        ['period_end', row.periodEnd],
      ]) {
        if (value && !isStatedDate(value))
          wrong(`${name}: ${quoted(value)} is not valid; write 2020, 2020-01 or 2020-01-31`)
      }
      if ((row.periodStart === null || row.periodEnd === null) !== (row.periodUnknownReason !== null)) {
        wrong('give period_start and period_end, or period_unknown_reason if one is missing')
      }
      tables.agreements.push(place(cataloguedAgreement(row)))
      for (const topicId of row.topics) {
        tables.agreement_topics.push(place({ agreementId: row.id, topicId, basis: 'catalogue' }))
      }
    } else if (factsOf(first) !== factsOf(row)) {
      wrong(
        `joint agreement ${row.id} has different facts in line ${origins.of(first).line}; make them equal`,
      )
    }

    if (!first || first.documentId !== row.documentId) {
      const link = { agreementId: row.id, documentId: row.documentId }
      const key = `${row.id} ${row.documentId}`
      if (!linked.has(key)) tables.agreement_documents.push(place(link))
      linked.add(key)
    }
  }
  return problems
}

/** Reads the doubts about catalogued agreements, and adds them to the issues unless the agreement is transcribed. */
export const readCataloguedIssues = catalogueTable(issueColumns, ({ tables, origins, problems }) => {
  return (row, origin) => {
    const position = Number(row.id.match(/-i([1-9]\d*)$/)?.[1])
    if (!row.id.startsWith(`${row.agreementId}-i`) || Number.isNaN(position)) {
      problems.push({
        ...origin,
        message: `id: ${quoted(row.id)} is not valid; write an id such as ${row.agreementId}-i1`,
      })
    }
    tables.issues.push(origins.at(origin, { ...row, position, recordId: null, text: null }))
  }
})

function cataloguedAgreement(row: CatalogueRow): Row<'agreements'> {
  const start: Bound | null = row.periodStart === null ? null : firstDay(row.periodStart)
  const end: Bound | null = row.periodEnd === null ? null : lastDay(row.periodEnd)
  return {
    id: row.id,
    extent: 'catalogued',
    kind: row.kind,
    stage: row.stage,
    title: null,
    policeAreaId: row.policeAreaId,
    place: row.place,
    periodStart: start?.date ?? null,
    periodStartPrecision: start?.precision ?? null,
    periodEnd: end?.date ?? null,
    periodEndPrecision: end?.precision ?? null,
    periodText: null,
    periodUnknownReason: row.periodUnknownReason,
    signedOn: row.signedOn,
    signedOnText: null,
    signedOnUnknownReason: row.signedOn === null ? 'not_stated' : null,
    followUpPromised: row.followUpPromised,
    commitmentsSeen: 'none_listed',
    findingsSeen: 'none',
    reportState: 'not_researched',
    extentSeen: row.extentSeen,
    statedPromises: row.statedPromises,
    statedActivities: row.statedActivities,
    statedMeasurableTargets: row.statedMeasurableTargets,
    summarySv: row.summarySv,
    summaryEn: row.summaryEn,
    noteSv: row.noteSv,
    noteEn: row.noteEn,
    reviewState: null,
    reviewedBy: null,
    reviewedOn: null,
  }
}

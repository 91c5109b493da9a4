import { quoted } from '../common/quoted.ts'
import { agreementDocuments } from '../datasets/agreement-documents.ts'
import { agreementParties } from '../datasets/agreement-parties.ts'
import { agreementRelations } from '../datasets/agreement-relations.ts'
import { documents } from '../datasets/documents.ts'
import type { Row } from '../datasets/index.ts'
import { catalogueTable } from './catalogue-table.ts'
import { positions } from './positions.ts'

// Tables beside the catalogue of agreements: further documents, further parties, and relations to other agreements.

/** The columns of `agreements/further_documents.csv`: documents of an agreement besides its first. */
const documentColumns = {
  id: documents.columns.id,
  agreementId: agreementDocuments.columns.agreementId,
  url: documents.columns.url,
  publisherKind: documents.columns.publisherKind,
  readOn: documents.columns.readOn,
  copyKind: documents.columns.copyKind,
}

/** The columns of `agreements/parties.csv`, in the order of the source. */
const { position: _, ...partyColumns } = agreementParties.columns

const { relatedAgreementId } = agreementRelations.columns

/** The columns of `agreements/relations.csv`. */
const relationColumns = {
  id: agreementRelations.columns.id,
  agreementId: agreementRelations.columns.agreementId,
  relation: agreementRelations.columns.relation,
  relatedAgreementId: {
    type: 'text',
    title: relatedAgreementId.title,
    description: relatedAgreementId.description,
  },
} as const

/** Reads the further documents of agreements that are not transcribed, and adds them. */
export const readFurtherDocuments = catalogueTable(documentColumns, ({ tables, origins, problems }) => {
  const known = new Map(tables.documents.map((each) => [each.id, each]))
  return (row, origin) => {
    const before = known.get(row.id)
    const document = cataloguedDocument(row.id, row)
    // One page may describe several agreements.
    if (!before) tables.documents.push(origins.at(origin, document))
    else if (before.url !== row.url || before.publisherKind !== row.publisherKind) {
      const { file: place, line } = origins.of(before)
      const message = `document ${row.id} has another url or publisher in ${place}:${line}`
      problems.push({ ...origin, message })
    }
    known.set(row.id, before ?? document)
    tables.agreement_documents.push(origins.at(origin, { agreementId: row.agreementId, documentId: row.id }))
  }
})

/** Reads the parties besides municipality and police of agreements that are not transcribed, and adds them. */
export const readParties = catalogueTable(partyColumns, ({ tables, origins }) => {
  const next = positions()
  return (row, origin) => {
    tables.agreement_parties.push(origins.at(origin, { ...row, position: next(row.agreementId) }))
  }
})

/** Reads the relations of agreements that are not transcribed to others in the data, and adds them. */
export const readRelations = catalogueTable(relationColumns, ({ tables, origins, problems }) => {
  const known = new Map(tables.agreements.map((row) => [row.id, row]))
  const next = positions()
  return (row, origin) => {
    const related = known.get(row.relatedAgreementId)
    if (!related) {
      const message = `related_agreement_id: ${quoted(row.relatedAgreementId)} is not an agreement here; write the id of one`
      problems.push({ ...origin, message })
      return
    }
    const position = next(row.agreementId)
    if (row.id !== `${row.agreementId}-r${position}`)
      problems.push({ ...origin, message: `id: ${quoted(row.id)}; write ${row.agreementId}-r${position}` })
    const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)))
    tables.agreement_relations.push(
      origins.at(origin, {
        ...row,
        position,
        relatedKind: related.kind,
        relatedPeriodStart: yearOf(related.periodStart),
        relatedPeriodEnd: yearOf(related.periodEnd),
        text: null,
      }),
    )
  }
})

type LinkedDocument = Pick<Row<'documents'>, 'url' | 'publisherKind' | 'readOn' | 'copyKind'>

/** The row of a document of which only the address is known. */
export function cataloguedDocument(
  id: string,
  { url, publisherKind, readOn, copyKind }: LinkedDocument,
): Row<'documents'> {
  const notArchived = {
    retrievedOn: null,
    copyUrl: null,
    copiedOn: null,
    mediaType: null,
    sha256: null,
    text: null,
  }
  const urlUnknownReason = url === null ? 'not_recorded' : null
  return { id, url, urlUnknownReason, publisherKind, readOn, copyKind, ...notArchived }
}

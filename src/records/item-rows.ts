import { type AnyRecord, agreementSchema } from './agreement-schema.ts'
import { NOT_RECKONED } from './catalogued-commitments.ts'
import { type Cells, cellsOf } from './cells.ts'
import type { ListName } from './lists.ts'
import type { RecordRows } from './record-rows.ts'
import type { Path } from './yaml-file.ts'

/** Adds the rows of the items of a record's lists. A field becomes the column of its name; the exceptions are named here. */
export function addItemRows(record: AnyRecord, rows: RecordRows): void {
  const { signing } = record

  for (const [{ relation, kind, agreement, yearsFirst, yearsLast, ...cells }, path] of of('relations')) {
    rows.add('agreement_relations', path, {
      ...cells,
      relation,
      relatedKind: kind,
      relatedAgreementId: agreement,
      relatedPeriodStart: yearsFirst,
      relatedPeriodEnd: yearsLast,
    })
  }
  for (const [{ topics, actors, ...cells }, path] of of('promises')) {
    const promiseId = cells.id
    rows.add('promises', path, { ...cells, ...commitment(cells) })
    for (const topicId of topics) rows.add('promise_topics', [...path, 'topics'], { promiseId, topicId })
    for (const [actor, actorPath] of actorsOf(promiseId, actors, path))
      rows.add('promise_actors', actorPath, { promiseId, ...actor })
  }
  for (const [{ topics, actors, promises, ...cells }, path] of of('activities')) {
    const activityId = cells.id
    rows.add('activities', path, { ...cells, ...commitment(cells) })
    for (const [index, { id: promiseId, basis }] of promises.entries())
      rows.add('activity_promises', [...path, 'promises', index], { activityId, promiseId, basis })
    for (const topicId of topics) rows.add('activity_topics', [...path, 'topics'], { activityId, topicId })
    for (const [actor, actorPath] of actorsOf(activityId, actors, path))
      rows.add('activity_actors', actorPath, { activityId, ...actor })
  }
  for (const [signature, path] of of('signatures')) {
    const { name, signatory, organisationMunicipality, organisationPoliceArea, ...cells } = signature
    const signed = cells.capacity === 'signed'
    const place = signed ? rows.cite(cells.id, 'place', signing.place, ['signing', 'place']) : null
    rows.add('signatories', path, { id: signatory, name })
    rows.add('signatures', path, {
      ...cells,
      signatoryId: signatory,
      municipalityCode: organisationMunicipality,
      policeAreaId: organisationPoliceArea,
      signedOn: signed ? signing.on : null,
      place,
    })
  }
  const elsewhere = new Set<string>()
  const positions = new Map<string, number>()
  for (const [{ agreement, ...cells }, path] of of('findings', ({ agreement }) => agreement ?? record.id)) {
    const { agreementId } = cells
    const position = (positions.get(agreementId) ?? 0) + 1
    positions.set(agreementId, position)
    rows.add('findings', path, { ...cells, position })
    if (agreement !== null) elsewhere.add(agreement)
  }
  // A statement of the document about another agreement makes it a document of that agreement too.
  for (const agreementId of elsewhere)
    rows.add('agreement_documents', ['findings'], { agreementId, documentId: record.document.id })
  for (const [cells, path] of of('followUps')) rows.add('follow_ups', path, cells)
  for (const [{ record: recordId, asks, ...cells }, path] of of('issues'))
    if (asks === null) rows.add('issues', path, { ...cells, recordId })

  /** The cells of each item of a list, with its position. `ownerOf` gives the agreement that it is about. */
  function of<L extends ListName>(
    list: L,
    ownerOf: (item: AnyRecord[L][number]) => string = () => record.id,
  ): [ItemCells<L>, Path][] {
    const items: readonly AnyRecord[L][number][] = record[list]
    return items.map((item, index) => {
      const path = [list, index]
      const agreementId = ownerOf(item)
      const cells = cellsOf(agreementSchema.shape[list].element, item, item.id, rows.about(agreementId), path)
      return [{ ...cells, agreementId, position: index + 1 }, path]
    })
  }

  /** The cells of a promise or an activity that are not fields. */
  function commitment({ deadlineOn }: { deadlineOn: string | null }) {
    return {
      textUnknownReason: null,
      deadlinePrecision: deadlineOn === null ? null : ('day' as const),
      certainty: null,
      sourceSeen: 'whole_document' as const,
      documentId: record.document.id,
      noteSv: null,
      noteEn: null,
      ...NOT_RECKONED,
    }
  }

  /** The cells of the actors of a promise or an activity. */
  function actorsOf(id: string, actors: AnyRecord['promises'][number]['actors'], path: Path) {
    return actors.map(({ id: actorId, basis, quote }, index) => {
      const actorPath = [...path, 'actors', index]
      const text = rows.cite(id, 'actor_id', quote, actorPath)
      return [{ actorId, position: index + 1, basis, text }, actorPath] as const
    })
  }
}

type ItemCells<L extends ListName> = Cells<AnyRecord[L][number]> & { agreementId: string; position: number }

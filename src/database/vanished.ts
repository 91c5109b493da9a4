import { type DatasetName, datasets, type Tables } from '../datasets/index.ts'
import { BadRecords, type Problem } from '../records/problem.ts'
import type { Data } from '../records/read-data.ts'
import type { RowChange } from './row-changes.ts'

/** Refuses a load in which a public id is missing: it must have a tombstone, and a tombstone must remain. */
export function refuseVanished(
  found: readonly RowChange[],
  before: Tables,
  { tables: { tombstones }, folder }: Pick<Data, 'tables' | 'folder'>,
): void {
  const withdrawn = new Set(tombstones.map(({ dataset, recordId }) => `${dataset} ${recordId}`))
  const isOfDraft = draftRows(before)
  const problems: Problem[] = found.flatMap(({ dataset, rowKey: key, kind, before: row }) => {
    const isPublic = datasets[dataset].key.length === 1 || dataset === 'tombstones'
    if (kind !== 'removed' || !isPublic || withdrawn.has(`${dataset} ${key}`)) return []
    if (row !== null && isOfDraft(dataset, key, row)) return []
    const message =
      dataset === 'tombstones'
        ? `the line of ${key} is gone; restore it, a withdrawn id stays withdrawn`
        : `${key} is gone from ${dataset}; restore it, or add a line: ${dataset},${key},<day>,<reason in Swedish>,<reason in English>`
    return [{ file: 'withdrawn.csv', line: tombstones.length + 2, message }]
  })
  if (problems.length > 0) throw new BadRecords(problems).within(folder)
}

/** Whether a row came only from drafts, whose ids are not public yet, since an editor may remove them. */
function draftRows({ agreements, agreement_documents, signatures }: Tables) {
  const drafts = new Set(agreements.flatMap(({ id, reviewState }) => (reviewState === 'draft' ? id : [])))
  const isOfDraft = ({ agreementId }: { readonly agreementId: string }) => drafts.has(agreementId)
  // Documents and people may belong to several agreements.
  const links = [
    ...agreement_documents.map((row) => ({ key: `documents ${row.documentId}`, isDraft: isOfDraft(row) })),
    ...signatures.map((row) => ({ key: `signatories ${row.signatoryId}`, isDraft: isOfDraft(row) })),
  ]
  const keysOf = (isDraft: boolean) =>
    new Set(links.filter((link) => link.isDraft === isDraft).map(({ key }) => key))
  const linked = keysOf(true).difference(keysOf(false))
  return (dataset: DatasetName, key: string, row: object) => {
    if (dataset === 'agreements') return drafts.has(key)
    if ('agreementId' in row) return drafts.has(String(row.agreementId))
    return linked.has(`${dataset} ${key}`)
  }
}

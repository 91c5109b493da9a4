import { join } from 'node:path'
import { isScalar, parseDocument } from 'yaml'
import { readIfThere, writeWhole } from '../../common/whole-file.ts'
import { putTogether } from '../../common/whole-folder.ts'
import { writeRecord } from '../keeping/record-yaml.ts'
import { type DraftFile, isStill, writeAgreement } from '../keeping/reviewed-draft.ts'
import { idFor, withId } from '../record/agreement-id.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { checkAmong, type Hindrance, missingIn } from './check.ts'

/** Who finishes a record, when, and what happens to an existing one. */
export interface Finishing {
  readonly by: string
  readonly on: string
  /** Replace the record that has its id; or take the next free letter, as a further agreement of the year. */
  readonly ifTaken: 'ask' | 'replace' | 'letter'
}

/** The result: the record has been added to the data, or something prevents it. */
export type FinishResult =
  | { readonly state: 'finished'; readonly id: string; readonly folder: string }
  | { readonly state: 'hindered'; readonly hindrances: readonly Hindrance[] }
  | { readonly state: 'taken'; readonly id: string; readonly free: string }
  /** Somebody else has changed the draft or the record since: reload it and check again. */
  | { readonly state: 'conflict' }

/**
 * Checks a record like all records, and adds it and its text to the data folder if there are no errors. It is not given
 * withdrawn ids.
 */
export async function finish(
  draft: DraftFile,
  dataRoot: string,
  withdrawn: readonly string[],
  finishing: Finishing,
): Promise<FinishResult> {
  const missing = missingIn(draft.record)
  const plain = idFor(draft.record)
  if (missing.length > 0 || plain === null) return { state: 'hindered', hindrances: missing }

  const finished = (id: string) => {
    const record: Unfinished = {
      ...withId(draft.record, id, withdrawn),
      reviewed: { by: finishing.by, on: finishing.on },
      reviewedBefore: null,
    }
    return { record, yaml: writeRecord(record, draft.yaml) }
  }
  let id = plain
  let made = finished(id)
  const folderOf = (each: string) => join(dataRoot, 'agreements', each)
  const there = await readIfThere(join(folderOf(id), 'agreement.yaml'))
  if (there && !there.equals(Buffer.from(made.yaml)) && finishing.ifTaken !== 'replace') {
    const free = await freeId(draft.record, folderOf)
    if (finishing.ifTaken === 'ask') return { state: 'taken', id, free }
    id = free
    made = finished(id)
  }

  const editionFile = join(dataRoot, 'edition.yaml')
  const edition = withDate((await readIfThere(editionFile))?.toString('utf8') ?? '', finishing.on)
  const files = { id, record: made.record, yaml: made.yaml, source: draft.source, edition }
  const hindrances = checkAmong(dataRoot, files)
  if (hindrances.length > 0) return { state: 'hindered', hindrances }

  if (!(await isStill(draft))) return { state: 'conflict' }

  // The record is written last: it is in the data only once everything that it needs is there. If the program stops before the
  // draft says so, finishing again finds the same record there.
  await writeWhole(editionFile, edition)
  const isAsRead = async (folder: string) =>
    areSameBytes(await readIfThere(join(folder, 'agreement.yaml')), there)
  const record = { 'source.txt': draft.source, 'agreement.yaml': made.yaml }
  if (!(await putTogether(folderOf(id), record, isAsRead))) return { state: 'conflict' }
  if (!(await writeAgreement(draft, made.yaml))) return { state: 'conflict' }
  return { state: 'finished', id, folder: folderOf(id) }
}

/** The first unused id of the same municipality and year. */
async function freeId(record: Unfinished, folderOf: (id: string) => string): Promise<string> {
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') {
    const id = idFor(record, letter)
    if (id !== null && (await readIfThere(join(folderOf(id), 'agreement.yaml'))) === null) return id
  }
  throw new Error(`All ids from ${idFor(record)} to ${idFor(record)}-z are used`)
}

/** The edition file with the day of the newest change; comments are kept. */
function withDate(edition: string, date: string): string {
  const document = parseDocument(edition)
  const before = document.get('date', true)
  if (isScalar(before) && String(before.value) >= date) return edition
  document.set('date', date)
  return document.toString()
}

function areSameBytes(one: Buffer | null, other: Buffer | null): boolean {
  return one === null || other === null ? one === other : one.equals(other)
}

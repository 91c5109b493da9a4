import { join } from 'node:path'
import { reasonOf } from '../common/reason.ts'
import { isThere } from '../common/whole-folder.ts'
import { readArchivedCopy } from '../ingest/documents/memento.ts'
import { NotFetched } from '../ingest/documents/not-fetched.ts'
import type { DocumentLink, SourceText } from '../ingest/documents/source-text.ts'
import { type ReadingPlace, readSource } from '../ingest/documents/sources.ts'
import type { Draft } from '../ingest/draft.ts'
import { Unreadable } from '../ingest/unreadable.ts'
import { DraftClash } from '../review/keeping/draft-files.ts'
import { type Drafting, keepSource } from '../review/keeping/keep-source.ts'
import type { KnownAddress } from './addresses.ts'
import { backOffMs, NAME_FAILURES_MAX, type RunPatience } from './patience.ts'
import { type AddressState, notAsked } from './run-state.ts'
import type { RunDrafts } from './third-reader.ts'

/** What is needed to request an address. */
export interface AskingMeans {
  readonly place: ReadingPlace
  readonly drafting: Drafting
  readonly drafts: RunDrafts
  /** The TimeGate of a web archive, to look for copies of pages that are gone. */
  readonly timegate: string | null
  readonly patience: RunPatience
  /** Runs one task at a time: two documents of one municipality must not get the same folder. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Saves the state of an address while its draft is being saved. */
  note(address: KnownAddress, state: AddressState): Promise<void>
  /** Called with the documents that a page links to and that may hold its agreement. */
  onLinks(address: KnownAddress, links: readonly DocumentLink[]): void
  readonly stopping: AbortSignal | undefined
  /** Called with internal errors. */
  onError(error: unknown): void
}

type AddressAnswer = Pick<AddressState, 'outcome'> & Partial<AddressState>

/** Requests an address, saves the draft of the document, and returns the outcome. */
export async function askAddress(
  address: KnownAddress,
  before: AddressState | null,
  means: AskingMeans,
): Promise<AddressState> {
  const { place, patience } = means
  const fresh = notAsked(place.now())
  const { sha256, folder, linkedFrom } = before ?? fresh
  const kept = { ...fresh, retryAt: null, reason: null, sort: null, sha256, folder, linkedFrom }
  try {
    return { ...kept, ...(await answerOf(address, before, means)) }
  } catch (error) {
    means.stopping?.throwIfAborted()
    const fault = faultOf(error, means)
    if (!(error instanceof NotFetched && error.fault === 'later')) return { ...kept, ...fault }
    const failures = (before?.failures ?? 0) + 1
    const waitMs = Math.max(error.retryAfterMs ?? 0, backOffMs(failures, patience))
    const retryAt = new Date(place.now().getTime() + waitMs).toISOString()
    return { ...kept, ...fault, failures, retryAt, soughtAt: before?.soughtAt ?? null }
  }
}

async function answerOf(
  address: KnownAddress,
  before: AddressState | null,
  means: AskingMeans,
): Promise<AddressAnswer> {
  const { place } = means
  try {
    const { source, unchanged } = await readSource({ url: address.url }, place)
    // What a linked document links to is not followed any further.
    if (!before?.linkedFrom) means.onLinks(address, source.links)
    // It has been read and saved before, unless the program was stopped in between.
    if (unchanged && before?.sha256 === source.sha256) return sameAs(before)
    return await keep(source, address, before, means)
  } catch (error) {
    if (!(error instanceof NotFetched && isGone(error, before))) throw error
    return goneAnswer(address, before, error, means)
  }
}

function isGone({ fault, sort }: NotFetched, before: AddressState | null): boolean {
  return fault === 'gone' || (sort === 'ENOTFOUND' && (before?.failures ?? 0) >= NAME_FAILURES_MAX)
}

/** The outcome if the bytes are the same as before. */
function sameAs({ outcome, reason, sort }: AddressState): AddressAnswer {
  return outcome === 'not an agreement' ? { outcome, reason, sort } : { outcome: 'unchanged' }
}

async function keep(
  source: SourceText,
  address: KnownAddress,
  before: AddressState | null,
  means: AskingMeans,
): Promise<AddressAnswer> {
  const { place, drafting, drafts, alone, note } = means
  const found = await drafts.draftOf(source)
  const { sha256 } = source
  // The draft of the earlier content stays as it is.
  if (found.noAgreement !== null) return { ...noAgreementAnswer(found), sha256 }
  await note(address, { ...(before ?? notAsked(place.now())), keeping: sha256 })
  const { kept, folder } = await alone(() => keepSource(source, found, drafting))
  // If the program was stopped while it saved this draft, the outcome has not been reported yet.
  const isUntold = before?.keeping === sha256 && kept === 'same text'
  if (isUntold) return { outcome: before.folder === null ? 'new' : 'changed', sha256, folder }
  const outcome = kept === 'new' ? 'new' : kept === 'changed text' ? 'changed' : 'unchanged'
  return { outcome, sha256, folder }
}

/** The issue of the draft says why. */
function noAgreementAnswer({ noAgreement, record: { issues } }: Draft): AddressAnswer {
  const reason = issues.find(({ asks }) => asks === 'commitments')?.explanation.en ?? null
  return { outcome: 'not an agreement', sort: noAgreement?.replaceAll('_', ' ') ?? null, reason }
}

/** Looks for a copy of a page that is gone, unless that was done recently. */
async function goneAnswer(
  address: KnownAddress,
  before: AddressState | null,
  error: NotFetched,
  means: AskingMeans,
): Promise<AddressAnswer> {
  const { place, timegate, patience } = means
  // An unknown host name counts as gone only after several attempts.
  const failures = error.fault === 'gone' ? 0 : NAME_FAILURES_MAX
  const gone = { outcome: 'gone', reason: error.message, sort: error.sort, failures } as const
  const known = { copy: before?.copy ?? null, soughtAt: before?.soughtAt ?? null }
  const isSought =
    known.soughtAt !== null && place.now().getTime() - new Date(known.soughtAt).getTime() < patience.soughtMs
  // What was read at the address itself is newer than any copy.
  const isRead = known.copy === null && before?.folder && (await isThere(join(before.folder, 'draft.yaml')))
  if (timegate === null || isSought || known.copy !== null || isRead) return { ...gone, ...known }
  const source = await readArchivedCopy(timegate, address.url, address.began, place)
  const soughtAt = place.now().toISOString()
  if (source === null || !('url' in source.origin)) return { ...gone, soughtAt }
  const { folder = null, sha256 } = await keep(source, address, before, means)
  return { ...gone, soughtAt, sha256: sha256 ?? null, folder, copy: source.origin.copy ?? null }
}

/** Why an address failed. Internal errors are reported in full, and do not stop the run. */
function faultOf(error: unknown, { onError }: AskingMeans): AddressAnswer {
  if (error instanceof NotFetched) return { outcome: 'failed', reason: error.message, sort: error.sort }
  const isKnown = error instanceof Unreadable || error instanceof DraftClash
  if (!isKnown) onError(error)
  return {
    outcome: 'failed',
    reason: reasonOf(error),
    sort: error instanceof Unreadable ? 'not readable' : isKnown ? 'a draft is in the way' : 'internal error',
  }
}

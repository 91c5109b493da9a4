import { archiveDocument } from './archive.ts'
import { ACCEPT, documentOfVisit } from './fetch-document.ts'
import { readDocument } from './read-document.ts'
import type { SourceText } from './source-text.ts'
import type { ReadingPlace } from './sources.ts'

/**
 * Reads a web archive's copy of an address, the one nearest to a time or else the newest. Null if the archive has none.
 * The request follows the Memento protocol (RFC 7089): its TimeGate, the archive's address followed by the original one,
 * redirects to the copy, whose header says when it was taken.
 */
export async function readArchivedCopy(
  timegate: string,
  url: string,
  near: Date | null,
  { archive, visitor, now }: ReadingPlace,
): Promise<SourceText | null> {
  const visit = await visitor.visit(`${timegate}${url}`, {
    accept: ACCEPT,
    ...(near && { 'accept-datetime': near.toUTCString() }),
  })
  if (visit.status === 404) return null
  const fetched = documentOfVisit(visit)
  const taken = Date.parse(String(visit.headers['memento-datetime']))
  // A page without that header is not a copy, whatever its text says.
  if (Number.isNaN(taken)) return null
  const retrievedAt = now().toISOString()
  const copy = { url: fetched.url, takenAt: new Date(taken).toISOString() }
  const read = await readDocument(fetched.bytes, {
    origin: { url, retrievedAt, copy },
    mediaType: fetched.mediaType,
  })
  // Its bytes are those of the copy, which may differ from what the address itself last gave.
  const origin = { url: copy.url, retrievedAt }
  await archiveDocument(archive, { ...fetched, mediaType: read.mediaType, origin })
  return read
}

import { archiveDocument } from './archive.ts'
import { ACCEPT, documentOfVisit } from './fetch-document.ts'
import { readDocument } from './read-document.ts'
import type { SourceText } from './source-text.ts'
import type { ReadingPlace } from './sources.ts'

/**
 * Reads the copy that a web archive has of an address, the one nearest to a time or else the newest. Null where it has
 * none. It is asked by the Memento protocol (RFC 7089): its TimeGate is the address that the original one is added to,
 * and leads to the copy, which says itself when it was taken.
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
  // A page without that header is not a copy, whatever it says.
  if (Number.isNaN(taken)) return null
  const retrievedAt = now().toISOString()
  const copy = { url: fetched.url, takenAt: new Date(taken).toISOString() }
  const read = await readDocument(fetched.bytes, {
    origin: { url, retrievedAt, copy },
    mediaType: fetched.mediaType,
  })
  // Its bytes are those of the copy: what the address itself gave last is something else.
  const origin = { url: copy.url, retrievedAt }
  await archiveDocument(archive, { ...fetched, mediaType: read.mediaType, origin })
  return read
}

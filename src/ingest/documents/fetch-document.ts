import type { Remembered, Version } from './archive.ts'
import { faultOfStatus, NotFetched, retryAfterMs } from './not-fetched.ts'
import type { Visit, Visitor } from './visitor.ts'

/** The Accept header: documents first. */
export const ACCEPT = 'text/html,application/pdf,text/plain,*/*;q=0.5'

/** A document as an address returned it. */
interface Fetched extends Version {
  readonly bytes: Uint8Array
  /** As the server declared it, with parameters. */
  readonly mediaType: string
  /** The final address, after redirects. */
  readonly url: string
  /** Whether the server says that the archived bytes are still current. */
  readonly unchanged: boolean
}

/** Fetches a document, or learns that the remembered one is current. Throws `NotFetched` if it gets neither. */
export async function fetchDocument(
  visitor: Visitor,
  url: string,
  remembered: Remembered | null,
): Promise<Fetched> {
  const visit = await visitor.visit(url, {
    accept: ACCEPT,
    ...(remembered?.etag && { 'if-none-match': remembered.etag }),
    ...(remembered?.lastModified && { 'if-modified-since': remembered.lastModified }),
  })
  if (visit.status === 304 && remembered) return { ...remembered, url: visit.url, unchanged: true }
  return documentOfVisit(visit)
}

/** The document of a response. Throws `NotFetched` if the status says that it has none. */
export function documentOfVisit({ status, headers, body, url: end }: Visit): Fetched {
  if (status !== 200)
    throw new NotFetched(`${end} responded with status ${status}; ${advice(status)}.`, {
      fault: faultOfStatus(status),
      sort: `status ${status}`,
      retryAfterMs: retryAfterMs(headers['retry-after'], Date.now()),
    })
  return {
    bytes: body,
    mediaType: headers['content-type'] ?? '',
    url: end,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    unchanged: false,
  }
}

function advice(status: number): string {
  if (status === 404 || status === 410)
    return 'the document no longer exists; look for a new address or in a web archive'
  if (status === 401 || status === 403)
    return 'the site does not allow programs; save the document from a browser and give the file'
  return 'try again later'
}

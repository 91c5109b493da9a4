import type { Remembered, Version } from './archive.ts'
import { faultOfStatus, NotFetched, retryAfterMs } from './not-fetched.ts'
import type { Visit, Visitor } from './visitor.ts'

/** What we ask for: documents first. */
export const ACCEPT = 'text/html,application/pdf,text/plain,*/*;q=0.5'

/** A document as an address gave it. */
interface Fetched extends Version {
  readonly bytes: Uint8Array
  /** As the server declared it, with its parameters. */
  readonly mediaType: string
  /** The address in the end, after redirects. */
  readonly url: string
  /** Whether the bytes are those that the archive has, as the server says. */
  readonly unchanged: boolean
}

/** Fetches a document, or learns that it is the one remembered. Throws `NotFetched` where neither can be had. */
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

/** The document of an answer. Throws `NotFetched` where the status says that it is none. */
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

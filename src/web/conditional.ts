/** Whether a client has the current version, by If-None-Match (RFC 9110, 13.1.2): weak comparison. */
export function isKnownCopy(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag) return true
  const known = tagsOf(ifNoneMatch).map((tag) => tag.replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}

/** Whether the current version is the one that a client expects, by If-Match (RFC 9110, 13.1.1): strong comparison. */
export function isAsWanted(ifMatch: string, etag: string): boolean {
  const wanted = tagsOf(ifMatch)
  return wanted.includes(etag) || wanted.includes('*')
}

/**
 * Whether something has not changed since a time, by If-Modified-Since or If-Unmodified-Since (RFC 9110, 13.1.3),
 * precise to the second. Null if the header is not a valid date, and so has to be ignored.
 */
export function isUnchangedSince(header: string | null, changedAt: Date | null): boolean | null {
  if (header === null || changedAt === null || !HTTP_DATE.test(header)) return null
  const since = Date.parse(header)
  return Number.isNaN(since) ? null : Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}

/** Sun, 06 Nov 1994 08:49:37 GMT */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

function tagsOf(list: string): string[] {
  return list.split(',').map((tag) => tag.trim())
}

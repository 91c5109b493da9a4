/** Whether a copy that a client has is this one, by If-None-Match (RFC 9110, 13.1.2): compared weakly. */
export function isKnownCopy(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag) return true
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}

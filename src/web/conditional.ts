/** Whether a copy that a client has is this one, by If-None-Match (RFC 9110, 13.1.2): compared weakly. */
export function isKnownCopy(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag) return true
  const known = tagsOf(ifNoneMatch).map((tag) => tag.replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}

/** Whether what there is is what a client wants it to be, by If-Match (RFC 9110, 13.1.1): compared strongly. */
export function isAsWanted(ifMatch: string, etag: string): boolean {
  const wanted = tagsOf(ifMatch)
  return wanted.includes(etag) || wanted.includes('*')
}

function tagsOf(list: string): string[] {
  return list.split(',').map((tag) => tag.trim())
}

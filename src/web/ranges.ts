/** A range of bytes: the first and the last, counted from 0. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * The range of a Range header (RFC 9110, 14.1.2), or `unsatisfiable` if it has none. Null if the whole file is to be sent:
 * there is no header, it is not valid, or it asks for several ranges, which a server need not send.
 */
export function requestedRange(range: string | null, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    if (Number(last) === 0) return 'unsatisfiable'
    return length === 0 ? null : { start: bytes - length, end: bytes - 1 }
  }
  const start = Number(first)
  const end = last === '' ? Number.POSITIVE_INFINITY : Number(last)
  if (end < start) return null
  return start < bytes ? { start, end: Math.min(end, bytes - 1) } : 'unsatisfiable'
}

/** Whether a Range header continues from some byte to the end, as a client does that was interrupted. */
export function isResumption(range: string | null): boolean {
  return /^bytes=[ \t]*0*[1-9]\d*-[ \t]*$/i.test(range ?? '')
}

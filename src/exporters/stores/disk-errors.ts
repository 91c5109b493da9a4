import { reasonOf } from '../../common/reason.ts'

/** The error codes of SQLite when it cannot write: read-only, input/output, full, and cannot open. */
const SQLITE_CODES = [8, 10, 13, 14]

/** The errors for a full disk: of the system, SQLite and DuckDB. */
const FULL = /^(ENOSPC|EDQUOT|EFBIG)\b|disk is full|No space left|File too large|quota exceeded/i

/** Whether the disk caused an error, not the program or one of the libraries that write files. */
export function isOfDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('syscall' in error || error.message.startsWith('IO Error: ')) return true
  // The lower byte is the kind of error.
  return 'errcode' in error && SQLITE_CODES.includes(Number(error.errcode) & 0xff)
}

/** What failed, and what to do about it, as the beginning of a sentence. */
export function failureOf(error: unknown): { readonly reason: string; readonly remedy: string } {
  const reason = reasonOf(error)
  return { reason, remedy: FULL.test(reason) ? 'Free some space there' : 'Make it writable' }
}

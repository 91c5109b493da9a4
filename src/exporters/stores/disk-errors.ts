import { reasonOf } from '../../common/reason.ts'

/** What SQLite fails with when it can't write: its codes for read-only, input and output, full, and not to be opened. */
const SQLITE_CODES = [8, 10, 13, 14]

/** What a disk without room is called: by the system, by SQLite and by DuckDB. */
const FULL = /^(ENOSPC|EDQUOT|EFBIG)\b|disk is full|No space left|File too large|quota exceeded/i

/** Whether the disk failed, and not the program, which may be one of the libraries that write files. */
export function isOfDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('syscall' in error || error.message.startsWith('IO Error: ')) return true
  // The lower byte is the kind of error.
  return 'errcode' in error && SQLITE_CODES.includes(Number(error.errcode) & 0xff)
}

/** What failed, and what to do about it, as a sentence begins. */
export function failureOf(error: unknown): { readonly reason: string; readonly remedy: string } {
  const reason = reasonOf(error)
  return { reason, remedy: FULL.test(reason) ? 'Free some space there' : 'Make it writable' }
}

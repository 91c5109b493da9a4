import { reasonOf } from '../common/reason.ts'

/** The database can't be used as it was asked to be; the message says what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
}

/** Why a database failed: the first line of what the driver threw, which drizzle wraps. */
export function databaseReason(error: unknown): string {
  // The embedded database's file system throws what is not an Error, but has a number.
  if (!(error instanceof Error)) return `file system error (${JSON.stringify(error)})`
  if (error.cause instanceof Error) return databaseReason(error.cause)
  return reasonOf(error).replace(/\.?(?:\n.*)?$/s, '')
}

/** The SQLSTATE that PostgreSQL failed with, or the code of the driver or the system; null where an error has neither. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/** The database can't be reached now. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway'

  constructor(cause?: unknown) {
    const reason = cause === undefined ? '' : ` (${databaseReason(cause)})`
    super(`The database cannot be reached${reason}. Check that its server is running, and try again`, {
      cause,
    })
  }
}

/** After how many seconds to ask again for what can't be answered without the database. */
export const RETRY_SECONDS = 5

/** Whether something failed because the database can't be reached now. */
export function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  // By its name: the queue of jobs tells of copies.
  return ('name' in error && error.name === 'DatabaseAway') || ('cause' in error && isAway(error.cause))
}

/** Whether a connection was lost, or can't be made: what was asked may be asked again on another one. */
export function isLoss(error: unknown): boolean {
  return LOST.test(codeOf(error) ?? '')
}

/**
 * What losing a connection is called: by the driver, by the system, and by PostgreSQL (connection exceptions; too many
 * connections; shut down, crashed or just starting; ended for being idle or taking long).
 */
const LOST =
  /^(CONNECT.*|E(CONN|HOST|NET)\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT|08...|53300|57P0[1235]|25P0[34])$/

import { reasonOf } from '../common/reason.ts'

/** Thrown when the database cannot be used as configured; the message says what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
}

/** Why a database failed: the first line of what the driver threw, which drizzle wraps. */
export function databaseReason(error: unknown): string {
  // The file system of the embedded database throws values that are not Errors, but have a number.
  if (!(error instanceof Error)) return `file system error (${JSON.stringify(error)})`
  if (error.cause instanceof Error) return databaseReason(error.cause)
  return reasonOf(error).replace(/\.?(?:\n.*)?$/s, '')
}

/** The SQLSTATE of an error of PostgreSQL, or the code of the driver or the system; null if an error has neither. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/** Thrown when the database cannot be reached now. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway'

  constructor(cause?: unknown) {
    const reason = cause === undefined ? '' : ` (${databaseReason(cause)})`
    super(`The database cannot be reached${reason}. Check that its server is running, and try again`, {
      cause,
    })
  }
}

/** After how many seconds to repeat a request that needs the database. */
export const RETRY_SECONDS = 5

/** Whether something failed because the database can't be reached now. */
export function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  // By its name, since the queue of jobs reports copies of errors.
  return ('name' in error && error.name === 'DatabaseAway') || ('cause' in error && isAway(error.cause))
}

/** Whether a connection was lost or cannot be made, so that the statement may be repeated on another one. */
export function isLoss(error: unknown): boolean {
  return LOST.test(codeOf(error) ?? '')
}

/**
 * The error codes for a lost connection: of the driver, the system, and PostgreSQL (connection exceptions; too many
 * connections; shut down, crashed or starting; ended for being idle or taking long).
 */
const LOST =
  /^(CONNECT.*|E(CONN|HOST|NET)\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT|08...|53300|57P0[1235]|25P0[34])$/

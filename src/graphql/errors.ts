import { GraphQLError } from 'graphql'
import { isAway, RETRY_SECONDS } from '../database/unavailable.ts'

/** The codes of client errors, as in the extensions of a response. The message says what to send instead. */
type ErrorCode =
  | 'BAD_ID'
  | 'BAD_CURSOR'
  | 'BAD_DATE'
  | 'BAD_FILTER'
  | 'BAD_PAGE'
  | 'BAD_REVISION'
  | 'BAD_SEARCH'
  | 'TOO_MANY_IDS'
  | 'TOO_MANY_ROWS'

/** A client error, which is not masked or reported. `limit` is the limit that was exceeded, if any. */
export function clientError(code: ErrorCode, message: string, limit?: number): GraphQLError {
  const passed = limit === undefined ? {} : { limit }
  return new GraphQLError(message, { extensions: { code, ...passed, http: { status: 400 } } })
}

/** The error for a query that cannot be answered while the database is away; null if the cause is another one. */
export function awayRefusal(error: unknown): GraphQLError | null {
  if (!isAway(error instanceof GraphQLError ? error.originalError : error)) return null
  const http = { status: 503, headers: { 'retry-after': String(RETRY_SECONDS) } }
  return new GraphQLError('The database cannot be reached at the moment. Try again in a few seconds', {
    extensions: { code: 'DATABASE_AWAY', http },
  })
}

/** Whether the database stopped a statement because it took too long: SQLSTATE 57014, query_canceled. */
export function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === '57014') return true
  return isCancelled(error instanceof GraphQLError ? error.originalError : error.cause)
}

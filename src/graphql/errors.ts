import { GraphQLError } from 'graphql'
import { isAway, RETRY_SECONDS } from '../database/unavailable.ts'

/** What a client did wrong. `code` in the answer's extensions; the message says what to send instead. */
export type ErrorCode =
  | 'BAD_ID'
  | 'BAD_CURSOR'
  | 'BAD_DATE'
  | 'BAD_FILTER'
  | 'BAD_PAGE'
  | 'BAD_REVISION'
  | 'BAD_SEARCH'
  | 'TOO_MANY_IDS'
  | 'TOO_MANY_ROWS'

/** A client's mistake: not masked, and no fault of ours. `limit` is the one that was passed, if any was. */
export function clientError(code: ErrorCode, message: string, limit?: number): GraphQLError {
  const passed = limit === undefined ? {} : { limit }
  return new GraphQLError(message, { extensions: { code, ...passed, http: { status: 400 } } })
}

/** The refusal of what can't be answered while the database is away; null for an error of another kind. */
export function awayRefusal(error: unknown): GraphQLError | null {
  if (!isAway(error instanceof GraphQLError ? error.originalError : error)) return null
  const http = { status: 503, headers: { 'retry-after': String(RETRY_SECONDS) } }
  return new GraphQLError('The database cannot be reached at the moment. Try again in a few seconds', {
    extensions: { code: 'DATABASE_AWAY', http },
  })
}

/** Whether the database ended a statement for taking too long: SQLSTATE 57014, query_canceled. */
export function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === '57014') return true
  return isCancelled(error instanceof GraphQLError ? error.originalError : error.cause)
}

import { GraphQLError } from 'graphql'

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

/** A client's mistake: not masked, and no fault of ours. `limit` is the one that was passed, if any was. */
export function clientError(code: ErrorCode, message: string, limit?: number): GraphQLError {
  const passed = limit === undefined ? {} : { limit }
  return new GraphQLError(message, { extensions: { code, ...passed, http: { status: 400 } } })
}

/** Whether the database ended a statement for taking too long: SQLSTATE 57014, query_canceled. */
export function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === '57014') return true
  return isCancelled(error instanceof GraphQLError ? error.originalError : error.cause)
}

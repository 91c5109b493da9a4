import { GraphQLError } from 'graphql'
import { shortenErrors } from '../shortened-errors.ts'
import { formHeaders, personalHeaders } from './headers.ts'
import { RESPONSE_TYPE } from './media-types.ts'
import type { Reply } from './request.ts'

/** How the response to an error is sent: `http` in the extensions of the error, which is not sent to clients. */
interface Http {
  readonly status: number
  readonly headers?: { readonly [name: string]: string }
  /** By the draft of GraphQL over HTTP the status is 200 where the response is application/json. */
  readonly spec?: true
}

/** A client error: its code, how the response is sent, and a message that says what to send instead. */
export function mistake(code: string, http: Http, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http } })
}

/** All client errors of one request. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly errors: readonly GraphQLError[]
  /** How many queries were sent in a list; null if there was no list. */
  readonly queries: number | null

  constructor(errors: readonly GraphQLError[], queries: number | null = null) {
    super(errors.map(({ message }) => message).join('\n'))
    this.errors = errors
    this.queries = queries
  }
}

/** The client errors of a request. */
export function errorsIn(error: unknown): readonly GraphQLError[] {
  if (error instanceof Refusal) return error.errors
  return error instanceof GraphQLError ? [error] : []
}

/** For how many queries of a batch the refusal is repeated. */
const MAX_BATCH_TOLD = 10

/** The response to a client error. Other errors are thrown again. */
export function refused(error: unknown, mediaType: string = RESPONSE_TYPE): Reply {
  if (error instanceof GraphQLError) return replyOf({ errors: [error] }, mediaType)
  if (!(error instanceof Refusal)) throw error
  const { errors, queries } = error
  // Clients that send a batch expect a list with as many results, and show nothing of any other response.
  if (queries === null || queries > MAX_BATCH_TOLD) return replyOf({ errors }, mediaType)
  return replyOf({ errors }, mediaType, (result) => Array(queries).fill(result))
}

/** The result of an execution, mostly one with errors. */
interface Result {
  readonly errors: readonly GraphQLError[]
  readonly data?: unknown
  readonly extensions?: object
}

/** The response for one client only. If there are errors, it has the status of the worst of them. */
export function replyOf(
  { errors, ...rest }: Result,
  mediaType: string,
  wrapped: (result: object) => unknown = (result) => result,
): Reply {
  const body = Buffer.from(
    JSON.stringify(
      wrapped({ ...(errors.length > 0 && { errors: shortenErrors(errors).map(toldError) }), ...rest }),
    ),
  )
  const sent = errors.flatMap(({ extensions: { http } }) => (http ? [http as Http] : [])) // as `mistake` has it
  const statuses = sent.flatMap(({ status, spec }) => (spec && mediaType !== RESPONSE_TYPE ? [] : [status]))
  return {
    status: Math.max(200, ...statuses),
    headers: Object.assign(
      personalHeaders(),
      formHeaders(mediaType, 'identity', body),
      ...sent.map(({ headers }) => headers),
    ),
    body,
  }
}

function toldError({ message, locations, path, extensions }: GraphQLError) {
  const { http: _http, unexpected: _unexpected, ...others } = extensions
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: others }
}

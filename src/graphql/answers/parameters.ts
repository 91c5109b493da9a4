import { isUtf8 } from 'node:buffer'
import type { GraphQLError } from 'graphql'
import { quoted } from '../../common/quoted.ts'
import { limits, refusal } from '../limits.ts'
import { isEncoded, isJson } from './media-types.ts'
import { mistake, Refusal } from './refusals.ts'
import type { GraphqlRequest } from './request.ts'

/** The parameters of a request, as defined by GraphQL over HTTP. */
export interface Parameters {
  /** Null if the request names a persisted query instead. */
  readonly query: string | null
  /** The SHA-256 of the query, by Apollo's protocol of persisted queries. */
  readonly sha256: string | null
  readonly operationName: string | null
  readonly variables: { readonly [name: string]: unknown }
}

/**
 * The text in which a request states its query: its target, or its body.
 *
 * @throws {GraphQLError} when the body is not JSON, is compressed, or is not valid UTF-8.
 */
export function requestText({ method, target, body, header }: GraphqlRequest): string {
  if (method !== 'POST') return target
  const contentType = header('content-type')
  if (!isJson(contentType)) {
    throw unsupported(contentType ? `The content-type ${quoted(contentType)}` : 'A missing content-type', {
      'accept-post': 'application/json',
    })
  }
  const encoding = header('content-encoding')
  if (isEncoded(encoding))
    throw unsupported(`The content-encoding ${quoted(encoding ?? '')}`, { 'accept-encoding': 'identity' })
  if (body === null || !isUtf8(body)) throw badRequest('The request body is not valid UTF-8')
  return body.toString()
}

/**
 * The parameters in the text of a request.
 *
 * @throws {GraphQLError} when the text is not a valid request.
 */
export function parametersOf(method: GraphqlRequest['method'], text: string): Parameters {
  return method === 'POST' ? ofBody(text) : ofTarget(text)
}

/** Properties that the draft of GraphQL over HTTP does not know are ignored. */
function ofBody(text: string): Parameters {
  const body = parseJson('The request body', text.replace(/^\ufeff/, '')) // which may begin like that (RFC 8259, 8.1)
  if (Array.isArray(body) && body.length > 0) throw batch(body.length)
  if (!isMap(body))
    throw badRequest('The request body is not a JSON object; send one with the property query')
  return checkedParameters(body)
}

function ofTarget(target: string): Parameters {
  const sent = searchIn(target)
  const single = (name: string) => {
    const [value, ...others] = sent.getAll(name)
    if (others.length > 0)
      throw badRequest(`The parameter ${name} appears ${others.length + 1} times; send it once`)
    return value || undefined
  }
  const json = (name: string) => {
    const value = single(name)
    return value && parseJson(name, value)
  }
  return checkedParameters({
    query: single('query'),
    operationName: single('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

/** Whether a target has any parameters. */
export function hasQuery(target: string): boolean {
  return searchIn(target).has('query')
}

/** The parameters of a target, up to a "#". */
function searchIn(target: string): URLSearchParams {
  const [, search = ''] = /\?([^#]*)/.exec(target) ?? []
  try {
    decodeURIComponent(search)
  } catch {
    throw badRequest('The URL is not valid UTF-8; percent-encode the query string as UTF-8')
  }
  return new URLSearchParams(search)
}

function checkedParameters(sent: { readonly [name: string]: unknown }): Parameters {
  const query = stringOf(sent, 'query')
  const persisted = mapOf(sent, 'extensions')?.persistedQuery
  const sha256 =
    isMap(persisted) && persisted.version === 1 && typeof persisted.sha256Hash === 'string'
      ? persisted.sha256Hash
      : null
  if (query === null && sha256 === null) throw badRequest('The query is missing; send it as query')
  const operationName = stringOf(sent, 'operationName')
  const variables = mapOf(sent, 'variables') ?? {}
  const { size, nesting } = extentOfSent(variables)
  if (size > limits.variables.value) throw refusal('variables', size)
  if (nesting > limits.nesting.value) throw refusal('nesting', nesting)
  return { query, sha256, operationName, variables }
}

/** An empty text counts as missing: forms send one for fields that are not filled in. */
function stringOf(sent: { readonly [name: string]: unknown }, name: string): string | null {
  const value = sent[name] ?? null
  if (value !== null && typeof value !== 'string') {
    throw badRequest(`${name} is not a string; send a string or omit it`)
  }
  return value || null
}

function mapOf(sent: { readonly [name: string]: unknown }, name: string): { [name: string]: unknown } | null {
  const value = sent[name] ?? null
  if (value !== null && !isMap(value))
    throw badRequest(`${name} is not a JSON object; send an object or omit it`)
  return value
}

/** Whether a value sent as JSON is an object, not a list. */
function isMap(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest(`${what} is not valid JSON; send a JSON object`)
  }
}

/** The size of a value sent as JSON (its characters, and one for each value in it), and its depth. */
function extentOfSent(sent: unknown): { size: number; nesting: number } {
  let size = 0
  let nesting = 0
  // Values may be nested more deeply than functions can call themselves.
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: sent, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    size += typeof value === 'string' ? value.length + 1 : 1
    if (typeof value !== 'object' || value === null) continue
    nesting = Math.max(nesting, depth + 1)
    for (const [name, part] of Object.entries(value)) {
      if (!Array.isArray(value)) size += name.length
      waiting.push({ value: part, depth: depth + 1 })
    }
  }
  return { size, nesting }
}

function batch(queries: number): Refusal {
  const http = { status: limits.batch.status, spec: true } as const
  const alone = 'The request body is a list with one query; send the query as an object, not in a list'
  const error = queries === 1 ? mistake(limits.batch.code, http, alone) : refusal('batch', queries)
  return new Refusal([error], queries)
}

/** The error for a request that is not a GraphQL request. */
function badRequest(message: string): GraphQLError {
  return mistake('BAD_REQUEST', { status: 400 }, message)
}

/** The error for a body that cannot be read. `headers` say which bodies can be (RFC 9110, 15.5.16). */
function unsupported(what: string, headers: { readonly [name: string]: string }): GraphQLError {
  const message = `${what} is not supported; send application/json in UTF-8, uncompressed`
  return mistake('UNSUPPORTED_MEDIA_TYPE', { status: 415, headers }, message)
}

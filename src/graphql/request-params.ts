import { GraphQLError } from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import { refusal } from './limits.ts'
import { readBody } from './request-body.ts'

/** What a POST asks for. Properties that the draft of GraphQL over HTTP does not know are ignored. */
export async function paramsOfPost(request: Request): Promise<GraphQLParams> {
  const body = parseJson('The body', utf8('The body', await readBody(request)))
  if (Array.isArray(body)) throw refusal('batch', body.length)
  if (!isMap(body)) throw badRequest('The body is no JSON object; send one with query')
  return params(body)
}

/** What a GET asks for, by its address. */
export function paramsOfGet(request: Request): GraphQLParams {
  const sent = searchIn(request.url)
  if (!sent) throw badRequest('The address is not UTF-8; percent-encode the bytes of UTF-8')
  const json = (name: string) => {
    const text = sent.get(name)
    return text ? parseJson(name, text) : undefined
  }
  return params({
    query: sent.get('query') ?? undefined,
    operationName: sent.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

/** What an address asks for, up to a "#"; null where it is not UTF-8. */
export function searchIn(address: string): URLSearchParams | null {
  const [, search = ''] = /\?([^#]*)/.exec(address) ?? []
  try {
    decodeURIComponent(search)
  } catch {
    return null
  }
  return new URLSearchParams(search)
}

function params(sent: { readonly [name: string]: unknown }): GraphQLParams {
  const { query, operationName, variables, extensions } = sent
  if (query !== undefined && query !== null && typeof query !== 'string') throw badRequest('query is no text')
  if (!query && !isPersisted(extensions)) throw badRequest('There is no query; send one as query')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw badRequest('operationName is no text; send the name of an operation, or leave it out')
  }
  return {
    ...(query && { query }),
    ...(operationName && { operationName }),
    ...(variables !== undefined && variables !== null && { variables: mapOf('variables', variables) }),
    ...(extensions !== undefined && extensions !== null && { extensions: mapOf('extensions', extensions) }),
  }
}

/** Whether extensions name a query that was sent before, by Apollo's protocol. */
function isPersisted(extensions: unknown): boolean {
  const named = isMap(extensions) ? extensions.persistedQuery : undefined
  return isMap(named) && named.version === 1 && typeof named.sha256Hash === 'string'
}

function mapOf(name: string, value: unknown): { [name: string]: unknown } {
  if (isMap(value)) return value
  throw badRequest(`${name} is no JSON object; send one, or leave it out`)
}

/** Whether a value sent as JSON is an object, and no list. */
export function isMap(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function utf8(what: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badRequest(`${what} is not UTF-8; encode it so`)
  }
}

function parseJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest(`${what} is no JSON; send a JSON object`)
  }
}

/** A request that is no GraphQL request at all. */
function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } })
}

/** How large a value sent as JSON is: its characters, and one for each value in it. */
export function sizeOfJson(sent: unknown): number {
  let size = 0
  // Values may lie within each other deeper than functions can call themselves.
  const waiting: unknown[] = [sent]
  while (waiting.length > 0) {
    const value = waiting.pop()
    size += typeof value === 'string' ? value.length + 1 : 1
    if (typeof value !== 'object' || value === null) continue
    for (const [name, part] of Object.entries(value)) {
      if (!Array.isArray(value)) size += name.length
      waiting.push(part)
    }
  }
  return size
}

import { isUtf8 } from 'node:buffer'
import { isEncoded, isJson } from '../media-types.ts'
import { isMap, searchIn } from '../request-params.ts'

/** A request for an answer, as it came. */
export interface GraphqlRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  /** Path and query, as sent. */
  readonly target: string
  /** The body; null where there is none. */
  readonly body: Buffer | null
  /** Tells whose budget the answer is taken from. */
  readonly addressOf: () => string
  header(name: string): string | undefined
}

/** An answer, ready to be sent. */
export interface Reply {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: Buffer | null
}

/** What a request asks, in the terms of GraphQL. */
export interface Asked {
  readonly query: string
  readonly operationName: string | null
  readonly variables: { readonly [name: string]: unknown }
  /** What tells this from all else that can be asked, however the request was written. */
  readonly key: string
}

/**
 * The text of a request that tells it from all others that want something else, or null where it must be looked
 * at more closely first.
 */
export function textOf({ method, target, body, header }: GraphqlRequest): string | null {
  if (method !== 'POST') return target
  if (body === null || !isJson(header('content-type')) || isEncoded(header('content-encoding'))) return null
  if (!isUtf8(body)) return null
  return body.toString()
}

/** What a request asks, if it is as plain as most are. What is wrong or special in another gives null. */
export function askedOf({ method }: GraphqlRequest, text: string): Asked | null {
  const sent = method === 'POST' ? parsed(text) : parametersOf(text)
  if (!isMap(sent)) return null
  const { query, operationName = null, variables, extensions } = sent
  if (typeof query !== 'string' || (extensions ?? null) !== null) return null
  if (operationName !== null && typeof operationName !== 'string') return null
  const values = variables ?? {}
  if (!isMap(values)) return null
  const key = jsonOf([operationName, values, query])
  return key === null ? null : { query, operationName, variables: values, key }
}

/** A value as JSON; null where it is nested too deep to be written. */
function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value)
  } catch {
    return null
  }
}

function parametersOf(target: string): unknown {
  const parameters = searchIn(target)
  if (!parameters) return null
  const { variables, ...others } = Object.fromEntries(parameters)
  const isRepeated = new Set(parameters.keys()).size < parameters.size
  return isRepeated
    ? null
    : { ...others, ...(variables !== undefined && { variables: parsed(variables) ?? [] }) }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { secondsSince, type TrafficLine } from '../../web/traffic.ts'
import { readBody } from './body.ts'
import type { Endpoint } from './endpoint.ts'
import { mistake, refused } from './refusals.ts'
import type { GraphqlRequest, Reply } from './request.ts'

const PATH = /^\/graphql(?:\?|$)/

interface TakeMeans {
  readonly addressOf: () => string
  readonly onError: (error: unknown) => void
  /** Where responses are counted, by method. */
  readonly lines: { readonly [M in GraphqlRequest['method']]: TrafficLine }
}

/**
 * Responds to GraphQL requests of Node: to convert them to web requests takes longer than to respond
 * from the cache. False for other requests, which others handle.
 */
export function takeRequest(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
  { addressOf, onError, lines }: TakeMeans,
): boolean {
  const { method, url: target = '' } = request
  if (!PATH.test(target) || (method !== 'GET' && method !== 'HEAD' && method !== 'POST')) return false
  const give = (reply: Reply, seconds = 0) => {
    if (sendReply(response, reply)) lines[method].count(reply.status, seconds)
  }
  const fail = (error: unknown) => {
    onError(error)
    give(refused(FAULT))
  }
  const asked = { method, target, addressOf, header: (name) => headerOf(request, name) } satisfies Omit<
    GraphqlRequest,
    'body'
  >
  const answer = (body: Buffer | null) => {
    try {
      const reply = endpoint.answer({ ...asked, body })
      if (reply instanceof Promise) {
        // To read the clock takes longer than to count: only for what has to be waited for.
        const began = performance.now()
        reply.then((late) => give(late, secondsSince(began))).catch(fail)
      } else give(reply)
    } catch (error) {
      fail(error)
    }
  }
  if (method === 'POST') {
    const refuse = (error: unknown) => give(endpoint.refuse(asked, error))
    readBody(request, request.headers['content-length']).then(answer, refuse).catch(fail)
  } else answer(null)
  return true
}

/** The message for an internal error. */
const FAULT = mistake(
  'INTERNAL_SERVER_ERROR',
  { status: 500 },
  'An internal error occurred. It has been logged',
)

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

/** Sends a response; false if the client is gone or has already got one. */
function sendReply(response: ServerResponse, { status, headers, body }: Reply): boolean {
  if (response.destroyed || response.headersSent) return false
  response.writeHead(status, headers)
  response.end(body)
  return true
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphQLError } from 'graphql'
import { type Line, secondsSince } from '../../web/traffic.ts'
import { limits, refusal } from '../limits.ts'
import { CLOSING } from '../request-body.ts'
import type { Endpoint } from './endpoint.ts'
import type { GraphqlRequest, Reply } from './request.ts'
import { refused } from './web.ts'

const PATH = /^\/graphql(?:\?|$)/

interface TakeMeans {
  readonly addressOf: () => string
  readonly onError: (error: unknown) => void
  /** Where answers are counted, by method. */
  readonly lines: { readonly [M in GraphqlRequest['method']]: Line }
}

/**
 * Answers requests for GraphQL as Node gives them: to wrap them as requests of the web takes longer than to answer
 * from what is kept. False for what is not such a request, or is an unusual one: others answer it.
 */
export function takeRequest(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
  { addressOf, onError, lines }: TakeMeans,
): boolean {
  const { method, url: target = '' } = request
  if (!PATH.test(target) || (method !== 'GET' && method !== 'HEAD' && method !== 'POST')) return false
  if (method === 'POST' && !isSmall(request)) return false
  const give = (reply: Reply, seconds = 0) => {
    if (send(response, reply)) lines[method].count(reply.status, seconds)
  }
  const fail = (error: unknown) => {
    onError(error)
    give(FAILED)
  }
  const answer = (body: Buffer | null) => {
    const header = (name: string) => headerOf(request, name)
    try {
      const reply = endpoint.answer({ method, target, body, addressOf, header } satisfies GraphqlRequest)
      if (reply instanceof Promise) {
        // To look at the clock takes longer than to count: only for what has to be waited for.
        const began = performance.now()
        reply.then((late) => give(late, secondsSince(began))).catch(fail)
      } else give(reply)
    } catch (error) {
      fail(error)
    }
  }
  if (method === 'POST') {
    readBody(request, answer, () => give(refused(refusal('bodyMs', undefined, CLOSING))))
  } else answer(null)
  return true
}

/** What a client is told of a fault of ours. */
const FAILED = refused(
  new GraphQLError('The server failed to answer. The fault has been noted', {
    extensions: { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } },
  }),
)

/** Whether a body is known to be within the limit before it is read. */
function isSmall({ headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return length !== undefined && Number(length) <= limits.body.value
}

function readBody(request: IncomingMessage, onBody: (body: Buffer) => void, onLate: () => void): void {
  const chunks: Buffer[] = []
  const timer = setTimeout(() => {
    request.removeAllListeners('end')
    onLate()
  }, limits.bodyMs.value)
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    clearTimeout(timer)
    onBody(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
  })
  request.on('close', () => clearTimeout(timer)) // nobody is there to be answered
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

/** Sends an answer; false if nobody is there to get it, or has got one. */
function send(response: ServerResponse, { status, headers, body }: Reply): boolean {
  if (response.destroyed || response.headersSent) return false
  response.writeHead(status, headers)
  response.end(body)
  return true
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphQLError } from 'graphql'
import { limits, refusal } from '../limits.ts'
import { CLOSING } from '../request-body.ts'
import type { Endpoint } from './endpoint.ts'
import type { GraphqlRequest, Reply } from './request.ts'
import { refused } from './web.ts'

const PATH = /^\/graphql(?:\?|$)/

/**
 * Answers requests for GraphQL as Node gives them: to wrap them as requests of the web takes longer than to answer
 * from what is kept. False for what is not such a request, or is an unusual one: others answer it.
 */
export function takeRequest(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
  { addressOf, onError }: { addressOf: () => string; onError: (error: unknown) => void },
): boolean {
  const { method, url: target = '' } = request
  if (!PATH.test(target) || (method !== 'GET' && method !== 'HEAD' && method !== 'POST')) return false
  if (method === 'POST' && !isSmall(request)) return false
  const fail = (error: unknown) => {
    onError(error)
    send(response, FAILED)
  }
  const answer = (body: Buffer | null) => {
    const header = (name: string) => headerOf(request, name)
    try {
      const reply = endpoint.answer({ method, target, body, addressOf, header } satisfies GraphqlRequest)
      if (reply instanceof Promise) reply.then((late) => send(response, late)).catch(fail)
      else send(response, reply)
    } catch (error) {
      fail(error)
    }
  }
  if (method === 'POST') {
    readBody(request, answer, () => send(response, refused(refusal('bodyMs', undefined, CLOSING))))
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

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, headers)
  response.end(body)
}

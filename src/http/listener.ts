import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServerAdapter } from '@whatwg-node/server'
import { REQUEST_ID, RequestIds } from '../web/request-id.ts'
import { senderReader } from './address.ts'
import type { Sender } from './route.ts'

/** How long the headers of a request may take to arrive, and all of it. A body for GraphQL has less. */
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000
/** For how long a client may take nothing of what waits for it, which would be kept for it for ever. */
const STALLED_MS = 120_000

/** What answers requests, and is told whom each is from. */
export interface Answering {
  /** Answers a request as Node gives it; false for one that `fetch` is to answer. */
  take(request: IncomingMessage, response: ServerResponse, addressOf: () => string): boolean
  fetch(request: Request, sender: Sender): Response | Promise<Response>
}

/** Does what a request needs, with whatever is to know its id. */
export type WithinRequest = (requestId: string, work: () => void) => void

/** The HTTP server of Node, behind so many proxies. Each response has the id of its request. */
export function createListener(
  answering: Answering,
  proxies: number,
  within: WithinRequest = (_requestId, work) => work(),
): Server {
  const senderOf = senderReader(proxies)
  const ids = new RequestIds()
  const addressOf = ({ socket, headers }: IncomingMessage) => {
    const sent = {
      socketAddress: socket.remoteAddress,
      forwardedFor: String(headers['x-forwarded-for'] ?? ''),
    }
    return senderOf(sent)
  }
  const adapter = createServerAdapter<{ req: IncomingMessage }>(async (request: Request, { req }) => {
    const response = await answering.fetch(request, { address: addressOf(req) })
    // The adapter turns it off when it begins to send, which is next.
    setImmediate(() => req.socket.setTimeout(server.timeout))
    return response
  })
  // Connections are looked through for late ones once a second: every half minute would be too seldom.
  const times = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 1_000 }
  const server = createServer(times, (request, response) => {
    // A target in absolute form is to be taken too (RFC 9112, 3.2.2). Whom it names is not asked.
    request.url = request.url?.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '')
    const id = ids.of(request.headers)
    response.setHeader(REQUEST_ID, id)
    within(id, () => {
      if (!answering.take(request, response, () => addressOf(request))) adapter(request, response)
    })
  })
  server.timeout = STALLED_MS
  return server
}

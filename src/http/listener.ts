import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServerAdapter } from '@whatwg-node/server'
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

/** The HTTP server of Node. */
export function createListener(answering: Answering, proxies: number): Server {
  const senderOf = senderReader(proxies)
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
    if (!answering.take(request, response, () => addressOf(request))) adapter(request, response)
  })
  server.timeout = STALLED_MS
  return server
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServerAdapter } from '@whatwg-node/server'
import { REQUEST_ID, RequestIds } from '../web/request-id.ts'
import { senderReader } from './address.ts'
import type { Sender } from './route.ts'

/** How long the headers and the whole of a request may take to arrive. A GraphQL body has less time. */
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000
/** How long a client may read nothing of its response, which would otherwise stay in memory for ever. */
const STALLED_MS = 120_000

/** Handles requests, with the address of the client. */
interface Answering {
  /** Responds to a request of Node; false for requests that `fetch` handles. */
  take(request: IncomingMessage, response: ServerResponse, addressOf: () => string): boolean
  fetch(request: Request, sender: Sender): Response | Promise<Response>
}

/** Does what a request needs, with whatever is to know its id. */
type WithinRequest = (
  requestId: string,
  work: () => void,
  request: IncomingMessage,
  response: ServerResponse,
) => void

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
    // The adapter resets it when it begins to send, which is next.
    setImmediate(() => req.socket.setTimeout(server.timeout))
    return response
  })
  // Checks connections for timeouts every second: the default, half a minute, is too rare.
  const times = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 1_000 }
  const server = createServer(times, (request, response) => {
    // A target in absolute form must be accepted too (RFC 9112, 3.2.2). Its host is ignored.
    request.url = request.url?.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '')
    const id = ids.of(request.headers)
    response.setHeader(REQUEST_ID, id)
    const answer = () => {
      if (!answering.take(request, response, () => addressOf(request))) adapter(request, response)
    }
    within(id, answer, request, response)
  })
  server.timeout = STALLED_MS
  return server
}

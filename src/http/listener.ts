import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServerAdapter } from '@whatwg-node/server'
import { senderOf } from './address.ts'
import type { Sender } from './route.ts'

/** How long the headers of a request may take to arrive, and all of it. A body for GraphQL has less. */
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000

/** What answers a request. */
export type Fetch = (request: Request, sender: Sender) => Response | Promise<Response>

/** The HTTP server of Node before a fetch handler, which is told whom each request is from. */
export function createListener(fetch: Fetch, proxies: number): Server {
  const adapter = createServerAdapter<{ req: IncomingMessage }>((request: Request, { req }) => {
    const forwardedFor = req.headers['x-forwarded-for']
    const sender = {
      ...(req.socket.remoteAddress && { socketAddress: req.socket.remoteAddress }),
      ...(forwardedFor && { forwardedFor: String(forwardedFor) }),
    }
    return fetch(request, { address: senderOf(sender, proxies) })
  })
  // Connections are looked through for late ones once a second: every half minute would be too seldom.
  const times = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 1_000 }
  return createServer(times, adapter)
}

import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A reverse proxy in front of several servers. */
export interface ReverseProxy {
  readonly port: number
  /** Ends it at once. */
  fail(): void
}

/** The header in which the proxy says which server a response is from. */
export const FROM = 'x-from'

/**
 * A reverse proxy that asks the servers in turn. If one cannot be reached or ends before its response has begun, it asks
 * the next, as nginx does for GET.
 */
export async function openProxy(servers: readonly number[], port = 0): Promise<ReverseProxy> {
  const agent = new Agent({ keepAlive: true })
  let turn = 0

  function pass(asked: IncomingMessage, response: ServerResponse, at: number, left: number): void {
    const to = servers[at % servers.length]
    const passed = request({ agent, port: to, path: asked.url, method: asked.method, headers: asked.headers })
    passed.on('response', (given) => {
      response.writeHead(given.statusCode ?? 502, { ...given.headers, [FROM]: String(to) })
      given.on('error', () => response.destroy()).pipe(response)
    })
    passed.on('error', () => {
      if (response.headersSent) response.destroy()
      else if (left > 0) pass(asked, response, at + 1, left - 1)
      else response.writeHead(502).end()
    })
    passed.end()
  }

  const server = createServer((asked, response) => pass(asked, response, turn++, servers.length - 1))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port
    fail() {
      server.close()
      server.closeAllConnections()
      agent.destroy()
    },
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Pages = {
  readonly [path: string]: (request: IncomingMessage, response: ServerResponse) => void
}

/** A web server of this machine, and the paths that it was asked for. Anything else than its pages is 404. */
export async function serve(pages: Pages) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const page = pages[path]
    if (page) page(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A page that gives these words. */
export function words(text: string, headers: { readonly [name: string]: string } = {}): Pages[string] {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/plain', ...headers }).end(text)
}

/** A page that leads on. */
export function leadsTo(location: string): Pages[string] {
  return (_, response) => response.writeHead(302, { location }).end()
}

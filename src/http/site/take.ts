import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reply } from '../../graphql/answers/request.ts'
import type { Traffic } from '../../web/traffic.ts'
import type { Pages } from './pages.ts'
import { replyFor } from './routes.ts'

/**
 * Responds to a request of Node for a cached page: to convert it to a web request takes longer than to respond.
 * False for all other requests.
 */
export function takePage(
  pages: Pages,
  traffic: Traffic,
  onError: (error: unknown) => void,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method, url = '' } = request
  if (method !== 'GET' && method !== 'HEAD') return false
  const page = pages.kept(url)
  if (!page) return false
  const give = ({ status, headers, body }: Reply) => {
    if (response.destroyed || response.headersSent) return
    response.writeHead(status, headers)
    response.end(body)
    traffic.line(page.route, method).count(status, 0)
  }
  const reply = replyFor(page, (name) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  })
  if (reply instanceof Promise) reply.then(give, onError)
  else give(reply)
  return true
}

import { alive } from './operators.ts'
import { notStarted } from './readiness.ts'

/** After how many seconds to try again. */
const RETRY_SECONDS = 5

const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, x-request-id',
  'cache-control': 'no-store',
  'retry-after': String(RETRY_SECONDS),
}

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
  'access-control-allow-headers': '*',
}

/** The response to a request that comes before the data are loaded, for pages of any origin to read. */
export function notYet(request: Request): Response {
  const message = `The server is starting and loading the data. Try again in ${RETRY_SECONDS} seconds`
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { ...HEADERS, ...PREFLIGHT } })
  const pathname = URL.parse(request.url)?.pathname
  if (pathname === '/health/ready') return notStarted(request)
  if (pathname === '/health/live') return alive()
  if (pathname !== '/graphql') {
    const headers = { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }
    return new Response(`${message}\n`, { status: 503, headers })
  }
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'STARTING' } }] })
  const headers = { ...HEADERS, 'content-type': 'application/graphql-response+json; charset=utf-8' }
  return new Response(body, { status: 503, headers })
}

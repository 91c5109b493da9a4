import { timingSafeEqual } from 'node:crypto'

/** The names by which a browser on this machine reaches the server. */
const OWN_HOSTS = ['127.0.0.1', 'localhost', '[::1]']

/** The largest request body: a form with every field filled in is far smaller. */
export const MOST_BYTES = 1_000_000

/**
 * Why a request is refused: null if it is not. The page writes files, so only it may send requests. Another site could
 * resolve a name of its own to this machine, or send requests from a page that is open in the same browser.
 */
export function requestRefusal(request: Request, token: string): string | null {
  // An invalid Host header makes an invalid address.
  const url = URL.parse(request.url)
  const host = request.headers.get('host')
  const hosts = [url?.hostname, ...(host === null ? [] : [URL.parse(`http://${host}`)?.hostname])]
  if (url === null || !hosts.every((each) => OWN_HOSTS.includes(each ?? '')))
    return 'This server only accepts requests for 127.0.0.1 and localhost. Open the address that npm run review printed.'
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if ((origin !== null && origin !== url.origin) || (site !== null && site !== 'same-origin'))
    return 'Requests from other pages are not allowed to write here.'
  if (!isSameToken(request.headers.get('x-review-token') ?? '', token))
    return 'The token of the page is missing or out of date. Reload the page.'
  return null
}

function isSameToken(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The body of a request as JSON. Null if it is too large, or not JSON. */
export async function jsonOf(request: Request): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) return null
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of request.body ?? []) {
    bytes += part.byteLength
    if (bytes > MOST_BYTES) return null
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return null
  }
}

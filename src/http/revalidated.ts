import { sha256Of } from '../common/sha256.ts'
import { LATEST_CACHE } from '../exporters/served-as.ts'
import { isKnownCopy } from '../web/conditional.ts'

/** A response about the newest release: it may be cached for minutes, and a client that has it gets a 304. */
export function revalidated(request: Request, text: string, mediaType: string): Response {
  const headers = {
    'cache-control': LATEST_CACHE,
    etag: `"${sha256Of(text)}"`,
    'x-content-type-options': 'nosniff',
  }
  if (isKnownCopy(request.headers.get('if-none-match'), headers.etag))
    return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': mediaType } })
}

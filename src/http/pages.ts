import { respondWithText } from './given.ts'
import { PAGE_HEADERS } from './site/security.ts'

/** Headers of responses that are never cached. */
export const FRESH = { 'cache-control': 'no-cache' }

/** A response with a page that is made for each request. */
export function htmlPage(request: Request, text: string): Promise<Response> {
  return respondWithText(request, text, 'text/html', { ...PAGE_HEADERS, ...FRESH })
}

import { PAGE_HEADERS } from './site/security.ts'

/** Headers of every page. */
export const HTML_HEADERS = { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' }

/** Headers of responses that are never cached. */
export const FRESH = { 'cache-control': 'no-cache' }

/** A response with a page. */
export function htmlPage(text: string): Response {
  return new Response(text, { headers: { ...HTML_HEADERS, ...FRESH } })
}

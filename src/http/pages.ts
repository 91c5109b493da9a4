import { PAGE_HEADERS } from './site/security.ts'

/** What goes with every page. */
export const HTML_HEADERS = { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' }

/** Headers of what is asked for anew each time. */
export const FRESH = { 'cache-control': 'no-cache' }

/** An answer that is a page. */
export function htmlPage(text: string): Response {
  return new Response(text, { headers: { ...HTML_HEADERS, ...FRESH } })
}

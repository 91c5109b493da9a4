/** What goes with every page: nothing runs on it and nothing is fetched for it. */
export const HTML_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  'x-content-type-options': 'nosniff',
}

/** Headers of what is asked for anew each time. */
export const FRESH = { 'cache-control': 'no-cache' }

/** An answer that is a page. */
export function htmlPage(text: string): Response {
  return new Response(text, { headers: { ...HTML_HEADERS, ...FRESH } })
}

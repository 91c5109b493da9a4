import { problemPage } from '../site/problem-page.ts'
import { HTML_HEADERS } from './pages.ts'

/** Titles of the problems that the routes answer with, by HTTP status. */
const TITLES: { readonly [status: number]: string } = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  412: 'Precondition failed',
  416: 'Range not satisfiable',
  500: 'Internal error',
  503: 'Not ready',
}

/** An answer for what went wrong: problem JSON by RFC 9457, or a page for a browser. */
export function problem(
  request: Request,
  status: number,
  detail: string,
  headers: { [name: string]: string } = {},
): Response {
  const title = TITLES[status] ?? 'Error'
  const common = {
    ...headers,
    'cache-control': 'no-store',
    vary: 'accept',
  }
  if (request.headers.get('accept')?.includes('text/html')) {
    const page = problemPage('en', title, detail)
    return new Response(page, { status, headers: { ...common, ...HTML_HEADERS } })
  }
  const body = JSON.stringify({ type: 'about:blank', title, status, detail })
  return new Response(body, { status, headers: { ...common, 'content-type': 'application/problem+json' } })
}

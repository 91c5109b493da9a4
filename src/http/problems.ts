import type { Text } from '../datasets/dataset.ts'
import { languageOfPath } from '../site/language.ts'
import { problemPage } from '../site/problem-page.ts'
import { PAGE_HEADERS } from './site/security.ts'

const HTML = 'text/html; charset=utf-8'

/** The titles of problems, by HTTP status. */
const TITLES: { readonly [status: number]: Text } = {
  400: { sv: 'Felaktig begäran', en: 'Bad request' },
  404: { sv: 'Hittades inte', en: 'Not found' },
  405: { sv: 'Metoden är inte tillåten', en: 'Method not allowed' },
  410: { sv: 'Tillbakadraget', en: 'Withdrawn' },
  412: { sv: 'Villkoret är inte uppfyllt', en: 'Precondition failed' },
  416: { sv: 'Filen har ingen sådan del', en: 'Range not satisfiable' },
  500: { sv: 'Internt fel', en: 'Internal error' },
  501: { sv: 'Finns inte', en: 'Not implemented' },
  503: { sv: 'Inte redo', en: 'Not ready' },
}

/**
 * The response for an error: problem JSON by RFC 9457, in English, or for a browser a page in the language of the
 * address. `members` are for programs, beside those of every problem.
 */
export function problem(
  request: Request,
  status: number,
  detail: Text,
  headers: { [name: string]: string } = {},
  members: object = {},
): Response {
  const title = TITLES[status] ?? { sv: 'Fel', en: 'Error' }
  const common = {
    ...headers,
    'cache-control': 'no-store',
    vary: 'accept',
  }
  if (request.headers.get('accept')?.includes('text/html')) {
    const language = languageOfPath(URL.parse(request.url)?.pathname ?? '/')
    const page = problemPage(language, title[language], detail[language])
    return new Response(page, { status, headers: { ...common, ...PAGE_HEADERS, 'content-type': HTML } })
  }
  const body = JSON.stringify({ type: 'about:blank', title: title.en, status, detail: detail.en, ...members })
  return new Response(body, { status, headers: { ...common, 'content-type': 'application/problem+json' } })
}

import { html } from '../../site/html.ts'

/** The headers of every response: scripts and styles only from this server, and no framing by other pages. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export function answer(body: string | Uint8Array<ArrayBuffer>, mediaType: string, status = 200): Response {
  return new Response(body, { status, headers: { ...HEADERS, 'content-type': mediaType } })
}

export function pageAnswer(text: string, status = 200): Response {
  return answer(text, 'text/html; charset=utf-8', status)
}

export function jsonAnswer(value: object, status = 200): Response {
  return answer(JSON.stringify(value), 'application/json', status)
}

/** A response for an error: JSON for the page's own code, and a page for a person who opened an address. */
export function faultAnswer(request: Request, status: number, message: string): Response {
  if (!request.headers.get('accept')?.includes('text/html')) return jsonAnswer({ message }, status)
  const text = html`<!doctype html><html lang="en"><meta charset="utf-8"><title>${status}</title><h1>${status}</h1><pre>${message}</pre><p><a href="/">/</a></p></html>`
  return pageAnswer(text.text, status)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Outcome } from '../../src/catalogue-run/run-state.ts'

/** A made-up page: what it says, in a first and in a later version, and how often it has been asked for. */
export interface MadePage {
  readonly path: string
  readonly text: string
  readonly changed: string
  readonly isLater: boolean
  /** Counted from 1. */
  readonly asked: number
  /** A path at another host. */
  readonly elsewhere: string
}

/** How a page behaves, and what a run is to make of it: at first, and when the pages have their later version. */
export interface PageFault {
  readonly name: string
  answer(page: MadePage, request: IncomingMessage, response: ServerResponse): void
  readonly first: Outcome
  readonly later: Outcome
}

/** How long a host asks to be left alone, in seconds. */
export const RETRY_AFTER_S = 1
/** How long a slow page takes. */
const SLOW_MS = 150

const give = (response: ServerResponse, text: string, headers: { readonly [name: string]: string } = {}) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(htmlOf(text))

/** The words of a page as HTML. */
function htmlOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `<li>${line.slice(2)}</li>` : `<p>${line}</p>`))
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${text.split('\n')[0]}</title></head><body><main>${lines.join('\n').replace(/<li>.*<\/li>/s, '<ul>$&</ul>')}</main></body></html>`
}

/** Fails once, and is as good as any other afterwards. */
const once = (name: string, fail: (response: ServerResponse) => void): PageFault => ({
  name,
  answer: ({ asked, text }, _, response) => (asked === 1 ? fail(response) : give(response, text)),
  first: 'new',
  later: 'unchanged',
})
const status = (code: number, outcome: Outcome): PageFault => ({
  name: `status ${code}`,
  answer: (_page, _request, response) => response.writeHead(code).end(),
  first: outcome,
  later: outcome,
})

/** Every fault that pages of municipalities have. */
export const pageFaults: readonly PageFault[] = [
  {
    name: 'asked conditionally',
    answer({ text }, request, response) {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
      else give(response, text, { etag: '"1"' })
    },
    first: 'new',
    later: 'unchanged',
  },
  {
    name: 'changed',
    answer({ text, changed, isLater }, request, response) {
      const etag = isLater ? '"2"' : '"1"'
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else give(response, isLater ? changed : text, { etag })
    },
    first: 'new',
    later: 'changed',
  },
  {
    name: 'slow',
    answer: ({ text }, _, response) => void setTimeout(() => give(response, text), SLOW_MS),
    first: 'new',
    later: 'unchanged',
  },
  once('busy', (response) => response.writeHead(429, { 'retry-after': String(RETRY_AFTER_S) }).end()),
  once('failing', (response) => response.writeHead(500).end()),
  once('dropped', (response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' }).write('<p>Medborgar')
    setImmediate(() => response.destroy())
  }),
  {
    name: 'moved',
    answer: ({ path }, _, response) => response.writeHead(301, { location: `${path}/ny` }).end(),
    first: 'new',
    later: 'unchanged',
  },
  {
    name: 'moved to another host',
    answer: ({ elsewhere }, _, response) => response.writeHead(302, { location: elsewhere }).end(),
    first: 'new',
    later: 'unchanged',
  },
  {
    name: 'not the encoding that it says',
    answer: ({ text }, _, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(Buffer.from(htmlOf(text), 'latin1')),
    first: 'new',
    later: 'unchanged',
  },
  {
    name: 'soft 404',
    answer: (_page, _request, response) =>
      give(response, 'Sidan finns inte\nSidan som du söker kan ha flyttats. Använd sökfunktionen.'),
    first: 'not an agreement',
    later: 'not an agreement',
  },
  {
    name: 'gone later',
    answer: ({ text, isLater }, _, response) =>
      isLater ? response.writeHead(410).end() : give(response, text),
    first: 'new',
    later: 'gone',
  },
  status(404, 'gone'),
  status(403, 'failed'),
  status(500, 'failed'),
]

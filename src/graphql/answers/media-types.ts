import Negotiator from 'negotiator'

const JSON_TYPE = 'application/json'
/** The media type of GraphQL over HTTP. */
export const RESPONSE_TYPE = 'application/graphql-response+json'
/** The media types of responses; the first one is the default. */
const ANSWERS = [JSON_TYPE, RESPONSE_TYPE]
/** The media type of a page for people. */
export const PAGE = 'text/html'

/** The header Accept of a client, if there is one. */
type Accept = string | null | undefined

/** The media type that a client prefers, by Accept and its q-values; null if it accepts none of ours. */
export function answerType(accept: Accept): string | null {
  return preferred(accept, ANSWERS)
}

/** Whether a client prefers a page to data, as a browser does. */
export function wantsPage(accept: Accept): boolean {
  return preferred(accept, [...ANSWERS, PAGE]) === PAGE
}

/** Whether a client is a browser that shows the response: browsers alone accept XHTML. */
export function isBrowser(accept: Accept): boolean {
  return /application\/xhtml\+xml/i.test(accept ?? '')
}

function preferred(sent: Accept, types: readonly string[]): string | null {
  // Everything that is sent is UTF-8, whether a client asks for it or not.
  const available = types.flatMap((type) => [type, `${type}; charset=utf-8`])
  const accept = sent ?? '*/*'
  const type = new Negotiator({ headers: { accept: accept.toLowerCase() } }).mediaType(available)
  return type?.split(';')[0] ?? null
}

/** Whether a body is compressed or otherwise encoded, by its Content-Encoding. Such bodies are not read. */
export function isEncoded(contentEncoding: string | null | undefined): boolean {
  return !['', 'identity'].includes((contentEncoding ?? '').trim().toLowerCase())
}

/** Whether a body is JSON in UTF-8, by its Content-Type. */
export function isJson(contentType: string | null | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((name) => name.startsWith('charset='))
  return type?.trim() === JSON_TYPE && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))
}

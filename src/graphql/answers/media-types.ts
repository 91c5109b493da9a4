import Negotiator from 'negotiator'

const JSON_TYPE = 'application/json'
/** The media type that GraphQL has of its own. */
export const RESPONSE_TYPE = 'application/graphql-response+json'
/** The media types that an answer can have; the first one where a client has no wish. */
const ANSWERS = [JSON_TYPE, RESPONSE_TYPE]
/** The media type of a page for people. */
export const PAGE = 'text/html'

/** What a client says in the header Accept, if it says anything. */
type Accept = string | null | undefined

/** The media type of the answer that a client wants most, by Accept and its q-values; null where it wants none of ours. */
export function answerType(accept: Accept): string | null {
  return preferred(accept, ANSWERS)
}

/** Whether a client would rather have a page than an answer, as a browser would. */
export function wantsPage(accept: Accept): boolean {
  return preferred(accept, [...ANSWERS, PAGE]) === PAGE
}

/** Whether a client is a browser that shows what it gets: all of those ask for XHTML, and nothing else does. */
export function isBrowser(accept: Accept): boolean {
  return /application\/xhtml\+xml/i.test(accept ?? '')
}

function preferred(sent: Accept, types: readonly string[]): string | null {
  // Everything that is sent is UTF-8, whether a client asks for it by name or not.
  const available = types.flatMap((type) => [type, `${type}; charset=utf-8`])
  const accept = sent ?? '*/*'
  const type = new Negotiator({ headers: { accept: accept.toLowerCase() } }).mediaType(available)
  return type?.split(';')[0] ?? null
}

/** Whether a body is compressed or the like, by its Content-Encoding: none that is, is read. */
export function isEncoded(contentEncoding: string | null | undefined): boolean {
  return !['', 'identity'].includes((contentEncoding ?? '').trim().toLowerCase())
}

/** Whether a body is JSON in UTF-8, by its Content-Type. */
export function isJson(contentType: string | null | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((name) => name.startsWith('charset='))
  return type?.trim() === JSON_TYPE && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))
}

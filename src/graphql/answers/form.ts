import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { answerType, isBrowser, wantsPage } from './media-types.ts'

/** The codings in which responses are cached, the smallest first. */
const CODINGS = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof CODINGS)[number]

/** The form in which a client wants a response. */
export interface ResponseForm {
  /** Tells it from other forms. */
  readonly key: string
  /** Null if the client accepts no media type of data. */
  readonly mediaType: string | null
  readonly coding: Coding
  /** When the client gets the page for people instead. */
  readonly page: 'always' | 'without a query' | 'never'
}

/** How many combinations of headers are cached: most clients are of few kinds. */
const MAX_KNOWN = 200
/** Longer headers are parsed each time. */
const MAX_CHARACTERS = 500

/** Parses the form that clients want, and caches it. */
export class ResponseForms {
  readonly #known = new LRUCache<string, ResponseForm>({ max: MAX_KNOWN })
  /** The headers of the last request, and the form that it wants. */
  #last: { accept: string | undefined; acceptEncoding: string | undefined; form: ResponseForm } | null = null

  /** The form that a client wants, by Accept and Accept-Encoding with their q-values (RFC 9110, 12.5). */
  of(accept: string | undefined, acceptEncoding: string | undefined): ResponseForm {
    // Most requests have the same headers as the one before.
    const last = this.#last
    if (last && last.accept === accept && last.acceptEncoding === acceptEncoding) return last.form
    const key = `${accept}\n${acceptEncoding}`
    const form = this.#known.get(key) ?? negotiate(accept, acceptEncoding)
    if (key.length <= MAX_CHARACTERS) {
      this.#known.set(key, form)
      this.#last = { accept, acceptEncoding, form }
    }
    return form
  }
}

function negotiate(accept: string | undefined, encoding: string | undefined): ResponseForm {
  const mediaType = answerType(accept)
  const coding = acceptedCoding(encoding)
  return { key: `${mediaType} ${coding}`, mediaType, coding, page: pageFor(accept, mediaType) }
}

/** The coding that a client prefers, by Accept-Encoding. */
export function acceptedCoding(header: string | undefined): Coding {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': header ?? 'identity' } })
  const wanted = negotiator.encoding([...CODINGS])
  return CODINGS.find((each) => each === wanted) ?? 'identity'
}

function pageFor(accept: string | undefined, mediaType: string | null): ResponseForm['page'] {
  if (!wantsPage(accept)) return 'never'
  // GraphiQL puts the query into its address, which then opens GraphiQL again. Java clients prefer HTML, too.
  return mediaType === null || isBrowser(accept) ? 'always' : 'without a query'
}

import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { answerType, isBrowser, wantsPage } from './media-types.ts'

/** The codings that answers are kept in, the smallest first. */
const CODINGS = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof CODINGS)[number]

/** In which form a client wants an answer. */
export interface ResponseForm {
  /** What tells it from others. */
  readonly key: string
  /** Null where the client wants nothing that data can be sent as. */
  readonly mediaType: string | null
  readonly coding: Coding
  /** When the client is given the page for people instead. */
  readonly page: 'always' | 'without a query' | 'never'
}

/** How many ways of asking are remembered: most clients are of few kinds. */
const MAX_KNOWN = 200
/** A header that is longer is read each time. */
const MAX_CHARACTERS = 500

/** Reads in which form clients want their answers, and remembers it. */
export class ResponseForms {
  readonly #known = new LRUCache<string, ResponseForm>({ max: MAX_KNOWN })
  /** What the last request said, and the form that it wants. */
  #last: { accept: string | undefined; acceptEncoding: string | undefined; form: ResponseForm } | null = null

  /** The form that a client wants, by Accept and Accept-Encoding with their q-values (RFC 9110, 12.5). */
  of(accept: string | undefined, acceptEncoding: string | undefined): ResponseForm {
    // Most requests say what the one before them said.
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
  const negotiator = new Negotiator({ headers: { 'accept-encoding': encoding ?? 'identity' } })
  const wanted = negotiator.encoding([...CODINGS])
  const coding = CODINGS.find((each) => each === wanted) ?? 'identity'
  return { key: `${mediaType} ${coding}`, mediaType, coding, page: pageFor(accept, mediaType) }
}

function pageFor(accept: string | undefined, mediaType: string | null): ResponseForm['page'] {
  if (!wantsPage(accept)) return 'never'
  // GraphiQL writes the query into its address, which then leads back to it. Java says that it wants HTML most, too.
  return mediaType === null || isBrowser(accept) ? 'always' : 'without a query'
}

import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { answerType, PAGE, wantsPage } from '../media-types.ts'

/** The codings that answers are kept in, the smallest first. */
const CODINGS = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof CODINGS)[number]

/** In which form a client wants an answer. */
export interface Form {
  /** What tells it from others, for an answer that is given to anybody. */
  readonly key: string
  readonly mediaType: string
  readonly coding: Coding
  /** The coding for an answer that is made for this client alone: there is no time for the smallest. */
  readonly personalCoding: Exclude<Coding, 'br'>
}

/** How many ways of asking are remembered. */
const MAX_KNOWN = 200
const known = new LRUCache<string, { readonly form: Form | null }>({ max: MAX_KNOWN })

/** What the last request said, and the form that it wants. */
let last: { accept: string | undefined; acceptEncoding: string | undefined; form: Form | null } | null = null

/**
 * The form that a client wants, by Accept and Accept-Encoding with their q-values (RFC 9110, 12.5), or null
 * where it wants nothing that there is.
 */
export function formOf(accept: string | undefined, acceptEncoding: string | undefined): Form | null {
  // Most requests say what the one before them said.
  if (last && last.accept === accept && last.acceptEncoding === acceptEncoding) return last.form
  const key = `${accept}\n${acceptEncoding}`
  const { form } = known.get(key) ?? { form: negotiate(accept, acceptEncoding) }
  known.set(key, { form })
  last = { accept, acceptEncoding, form }
  return form
}

function negotiate(accept: string | undefined, encoding: string | undefined): Form | null {
  const mediaType = wantsPage(accept) ? PAGE : answerType(accept)
  if (mediaType === null) return null
  const negotiator = new Negotiator({ headers: { 'accept-encoding': encoding ?? 'identity' } })
  const codingOf = <C extends Coding>(codings: readonly C[]) => {
    const wanted = negotiator.encoding([...codings])
    return codings.find((each) => each === wanted) ?? 'identity'
  }
  const coding = codingOf(CODINGS)
  return { key: `${mediaType} ${coding}`, mediaType, coding, personalCoding: codingOf(['gzip', 'identity']) }
}

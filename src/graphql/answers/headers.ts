import type { Coding } from './form.ts'

/**
 * How long a copy may be given out before it is asked for anew: the data change by night, and a minute late is
 * no harm. After that it may serve while it is checked, which costs a 304.
 */
const SHARED = 'public, max-age=60, stale-while-revalidate=600'
/** No cache keeps an answer to POST, or a refusal. */
const PERSONAL = 'private, no-store'

const COMMON = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, ratelimit, ratelimit-policy, retry-after, x-request-id',
  vary: 'accept, accept-encoding',
  'x-content-type-options': 'nosniff',
}

/** The headers of an answer that anybody may keep. */
export function sharedHeaders(etag: string): { [name: string]: string } {
  return { ...COMMON, 'cache-control': SHARED, etag }
}

/** The headers of a response that is for one client. */
export function personalHeaders(): { [name: string]: string } {
  return { ...COMMON, 'cache-control': PERSONAL }
}

/** What tells of the form of a body. */
export function formHeaders(mediaType: string, coding: Coding, body: Buffer): { [name: string]: string } {
  return {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-length': String(body.length),
    ...(coding !== 'identity' && { 'content-encoding': coding }),
  }
}

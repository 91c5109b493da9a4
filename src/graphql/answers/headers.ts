import type { Coding } from './form.ts'

/**
 * How long a cached response may be used without revalidation: the data change at night, and a minute of delay does
 * no harm. After that it may be used while it is revalidated, which costs a 304.
 */
const SHARED = 'public, max-age=60, stale-while-revalidate=600'
/** Caches do not keep responses to POST, or refusals. */
const PERSONAL = 'private, no-store'

const COMMON = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, ratelimit, ratelimit-policy, retry-after, x-request-id',
  vary: 'accept, accept-encoding',
  'x-content-type-options': 'nosniff',
}

/** The headers of a response that any cache may keep. */
export function sharedHeaders(etag: string): { [name: string]: string } {
  return { ...COMMON, 'cache-control': SHARED, etag }
}

/** The headers of a response that is for one client. */
export function personalHeaders(): { [name: string]: string } {
  return { ...COMMON, 'cache-control': PERSONAL }
}

/** The headers that describe the form of a body. */
export function formHeaders(mediaType: string, coding: Coding, body: Buffer): { [name: string]: string } {
  return {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-length': String(body.length),
    ...(coding !== 'identity' && { 'content-encoding': coding }),
  }
}

import { Unreadable } from '../unreadable.ts'

/**
 * Why an address returned no document: `gone`, it no longer has one; `closed`, it refuses programs; `later`, it may return
 * one if it is asked again.
 */
type FetchFault = 'gone' | 'closed' | 'later'

/** An address returned no document. The message says why, and what to do. */
export class NotFetched extends Unreadable {
  readonly fault: FetchFault
  /** The same for every address with this fault, such as "status 500", to count them by. */
  readonly sort: string
  /** How long the host asked to be left alone. */
  readonly retryAfterMs: number | null

  constructor(
    message: string,
    { fault, sort, retryAfterMs = null }: Pick<NotFetched, 'fault' | 'sort'> & Partial<NotFetched>,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.fault = fault
    this.sort = sort
    this.retryAfterMs = retryAfterMs
  }
}

/** The longest time that a host is left alone at its request. */
export const RETRY_AFTER_MS_MAX = 24 * 60 * 60 * 1000

/** How long a Retry-After header asks to wait: a number of seconds, or a date. Null if it is neither. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? ''
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), RETRY_AFTER_MS_MAX)
}

/** What a status other than 200 means for the next attempt. */
export function faultOfStatus(status: number): FetchFault {
  if (status === 404 || status === 410) return 'gone'
  return status === 408 || status === 425 || status === 429 || status >= 500 ? 'later' : 'closed'
}

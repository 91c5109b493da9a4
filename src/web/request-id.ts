import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { parentTrace } from './traceparent.ts'

/** The header by which a request is recognised in the log of each program that it passes through. */
export const REQUEST_ID = 'x-request-id'

/**
 * Which ids of clients are used. An address, a name or a personal identity number is too short or has other characters,
 * so that none of them gets into the log this way.
 */
const ID = /^[A-Za-z0-9_-]{16,64}$/

/** Gives a request its own id, that of its trace, or else a new one. */
export class RequestIds {
  // To generate each at random would take longer than to respond from the cache.
  readonly #prefix = randomBytes(9).toString('base64url')
  #count = 0

  of(headers: IncomingHttpHeaders): string {
    const { [REQUEST_ID]: sent, traceparent } = headers
    if (typeof sent === 'string' && ID.test(sent)) return sent
    const trace = typeof traceparent === 'string' ? parentTrace(traceparent)?.traceId : undefined
    return trace ?? `${this.#prefix}-${(this.#count++).toString(36).padStart(4, '0')}`
  }
}

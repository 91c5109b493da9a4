import type { IncomingMessage, ServerResponse } from 'node:http'

/** The attributes of a span besides its name. Never what was requested, nor from which address. */
export interface SpanAttributes {
  readonly [name: string]: string | number
}

/** Does work as a span of the trace that it belongs to: the span ends with the work, or with the promise that it returns. */
export type InSpan = <T>(name: string, attributes: SpanAttributes, work: () => T) => T

/** Does work without a trace. */
export const untraced: InSpan = (_name, _attributes, work) => work()

/** Sends traces of what a server does to a collector. */
export interface Tracing {
  readonly inSpan: InSpan
  /** Answers a request as a span that ends with its response. It is part of the trace that the request names. */
  request(request: IncomingMessage, response: ServerResponse, work: () => void): void
  /** Names the route of the request that is answered. */
  route(route: string): void
  /** Sends what has not been sent. */
  stop(): Promise<void>
}

/** Where a request belongs in the trace of its client. */
interface ParentTrace {
  readonly traceId: string
  readonly spanId: string
  /** Whether the client has its part of the trace recorded. */
  readonly isSampled: boolean
}

/** Version, trace id, span id and flags, by W3C Trace Context. */
const TRACEPARENT = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:-|$)/

/** What the header `traceparent` says; null if it is not a valid one. */
export function parentTrace(traceparent: string): ParentTrace | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return null
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

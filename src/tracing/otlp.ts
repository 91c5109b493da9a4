import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { parentTrace } from '../web/traceparent.ts'
import type { InSpan, SpanAttributes, Tracing } from './tracing.ts'

/** How long the collector may take to accept what is sent at the end. */
const STOP_MS = 2_000

/**
 * Sends traces by OTLP over HTTP, in batches, to the collector at a base address such as http://127.0.0.1:4318. Of every
 * trace that begins here, or that a client names, a share is sent.
 */
export function createTracing({
  endpoint,
  share,
}: {
  readonly endpoint: string
  readonly share: number
}): Tracing {
  // The name is that of OTEL_SERVICE_NAME, if it is set.
  const resource = resourceFromAttributes({ 'service.name': 'medborgarloften' }).merge(
    detectResources({ detectors: [envDetector] }),
  )
  const byShare = new TraceIdRatioBasedSampler(share)
  const provider = new TracerProvider({
    resource,
    // Otherwise any client could have all of its requests traced.
    sampler: new ParentBasedSampler({
      root: byShare,
      remoteParentSampled: byShare,
      remoteParentNotSampled: new AlwaysOffSampler(),
    }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }) }),
    ],
  })
  const tracer = provider.getTracer('medborgarloften')
  const contexts = new AsyncLocalStorage<{ readonly context: Context; readonly request?: Span }>()

  const begin = (name: string, attributes: SpanAttributes, kind: SpanKind, parent: Context) => {
    const span = tracer.startSpan(name, { attributes, kind }, parent)
    return { span, context: trace.setSpan(parent, span) }
  }
  const inSpan: InSpan = (name, attributes, work) => {
    const above = contexts.getStore()
    const { span, context } = begin(name, attributes, SpanKind.INTERNAL, above?.context ?? ROOT_CONTEXT)
    return contexts.run({ ...above, context }, () => ended(span, work))
  }
  return {
    inSpan,
    request(request, response, work) {
      const { method = '' } = request
      const attributes = { 'http.request.method': method }
      const { span, context } = begin(method, attributes, SpanKind.SERVER, contextOf(request))
      endWith(response, span)
      contexts.run({ context, request: span }, work)
    },
    route(route) {
      const span = contexts.getStore()?.request
      span?.setAttribute('http.route', route)
      if (span && 'name' in span) span.updateName(`${span.name} ${route}`)
    },
    async stop() {
      await provider.forceFlush({ timeoutMillis: STOP_MS }).catch(() => {})
      await provider.shutdown().catch(() => {})
    },
  }
}

function contextOf({ headers: { traceparent } }: IncomingMessage): Context {
  const parent = typeof traceparent === 'string' ? parentTrace(traceparent) : null
  if (!parent) return ROOT_CONTEXT
  const { traceId, spanId, isSampled } = parent
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}

function endWith(response: ServerResponse, span: Span): void {
  response.once('close', () => {
    span.setAttribute('http.response.status_code', response.statusCode)
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  })
}

/** Does the work, and ends the span. For an error only its name is recorded: the message may contain what a client sent. */
function ended<T>(span: Span, work: () => T): T {
  const fail = (error: unknown): never => {
    span.setStatus({ code: SpanStatusCode.ERROR })
    span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown')
    span.end()
    throw error
  }
  try {
    const result = work()
    if (!(result instanceof Promise)) {
      span.end()
      return result
    }
    return result.then((value) => {
      span.end()
      return value
    }, fail) as T // a promise for the same
  } catch (error) {
    return fail(error)
  }
}

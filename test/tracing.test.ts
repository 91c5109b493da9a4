import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { statementName } from '../src/database/traced-pool.ts'
import { commandProcesses } from './support/command-process.ts'
import { fillExportsDir } from './support/database-templates.ts'
import { newServerDatabase } from './support/databases.ts'

const { within, start } = commandProcesses()

/** A span as OTLP has it in JSON. */
interface SentSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: object }[]
}

interface SentTraces {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: SentSpan['attributes'] }
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[]
  }[]
}

/** A collector of traces, and what it was sent. */
async function collector() {
  const sent: SentTraces[] = []
  const headers: unknown[] = []
  const server = createServer(async (request, response) => {
    headers.push(request.headers.authorization)
    if (request.url === '/v1/traces') sent.push((await json(request)) as SentTraces) // as OTLP has it
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    headers,
    sent,
    spans: () =>
      sent.flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    close: () => server.close(),
  }
}

describe('a server', () => {
  let made: Awaited<ReturnType<typeof newServerDatabase>>
  let loaded: string
  /** Starts a server that notes which files it loads. */
  async function startNoting(environment: { [name: string]: string } = {}) {
    const hooks = within('hooks.mjs')
    loaded = within('loaded')
    writeFileSync(loaded, '')
    writeFileSync(
      hooks,
      `import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({ load(url, context, next) {
  if (url.includes('@opentelemetry')) appendFileSync(${JSON.stringify(loaded)}, url + '\\n')
  return next(url, context)
} })`,
    )
    const environs = { DATABASE_URL: made.url, NODE_OPTIONS: `--import=${hooks}`, ...environment }
    const server = start(['start', '--json'], environs)
    const { url } = JSON.parse(await server.firstLine) as { url: string }
    return { ...server, url }
  }
  /** The packages of OpenTelemetry that were loaded. */
  const packages = () => [
    ...new Set(
      [...readFileSync(loaded, 'utf8').matchAll(/@opentelemetry\/([^/]+)/g)].map(([, name]) => name),
    ),
  ]

  beforeEach(async () => {
    await fillExportsDir(within('exports'))
    made = await newServerDatabase('records')
  })
  afterEach(() => made.drop())

  test('sends spans of its start, of requests and of their parts, without what was asked', async () => {
    const { url: endpoint, spans, sent, headers, close } = await collector()
    const server = await startNoting({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=of-the-collector',
      OTEL_SERVICE_NAME: 'named-by-operator',
    })
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
    const body = JSON.stringify({
      query:
        'query SecretQuery($id: ID!) { secretAlias: municipality(code: "0685") { name } topic(id: $id) { key } }',
      variables: { id: 'secret-variable' },
    })
    const ask = (headers: { [name: string]: string }) =>
      fetch(`${server.url}/graphql?secret`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
    expect((await ask({ traceparent })).status).toBe(200)
    expect((await ask({})).status).toBe(200) // from memory
    await fetch(`${server.url}/secret`, {
      headers: { traceparent: `00-${'1'.repeat(32)}-00f067aa0ba902b7-00` },
    })
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    close()

    const of = (id: string) => spans().filter((span) => span.traceId === id)
    const traced = of(traceId)
    const parentOf = ({ parentSpanId }: SentSpan) =>
      traced.find(({ spanId }) => spanId === parentSpanId)?.name
    const request = traced.find(({ name }) => name === 'POST /graphql')
    expect(request?.parentSpanId).toBe('00f067aa0ba902b7')
    expect(request?.attributes).toEqual(
      expect.arrayContaining([
        { key: 'http.route', value: { stringValue: '/graphql' } },
        { key: 'http.response.status_code', value: { intValue: 200 } },
      ]),
    )
    const children = traced.filter((span) => span !== request).map((span) => [span.name, parentOf(span)])
    expect(children).toEqual(
      expect.arrayContaining([
        ['parse', 'POST /graphql'],
        ['plan', 'POST /graphql'],
        ['select revisions', 'POST /graphql'],
        ['run plan', 'POST /graphql'],
        ['select municipalities', 'run plan'],
      ]),
    )
    const names = spans().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['load', 'release', 'transaction']))
    expect(names.filter((name) => name === 'POST /graphql')).toHaveLength(2)
    expect(of('1'.repeat(32))).toEqual([]) // the client did not want it
    expect(JSON.stringify(sent)).not.toMatch(/secret|vetlanda|0685|127\.0\.0\.1/i)
    expect(JSON.stringify(sent[0]?.resourceSpans[0]?.resource)).toContain('named-by-operator')
    expect(new Set(headers)).toEqual(new Set(['of-the-collector']))
    expect(packages()).toContain('sdk-trace')
  })

  test('loads nothing for it, where no collector is set', async () => {
    const server = await startNoting()
    expect((await fetch(`${server.url}/graphql?query={__typename}`)).status).toBe(200)
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(packages()).toEqual(['api']) // which the library of the metrics needs
  })

  test('serves and stops, where the collector does not respond', async () => {
    const server = await startNoting({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })
    expect((await fetch(`${server.url}/graphql?query={__typename}`)).status).toBe(200)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })
})

test.each([
  ['select a, b from municipalities where x = $1', 'select municipalities'],
  ['select * from "activities" as a', 'select activities'],
  ['insert into "topics" ("key") values ($1)', 'insert topics'],
  ['update release_checks set x = 1', 'update release_checks'],
  ['select count(*) from unnest($1::text[])', 'select'],
  ["with x as (select 'secret' from topics) select 1", 'with topics'],
  ["-- 'secret'", 'statement'],
])('the name of %s is %s', (text, name) => {
  expect(statementName(text)).toBe(name)
})

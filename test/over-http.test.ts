import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { onPglite } from './support/databases.ts'
import { listening } from './support/listening.ts'

let database: OpenDatabase
let server: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  database = await onPglite.openLoaded()
  server = await listening({ database })
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const NEW = 'application/graphql-response+json'

interface Sent {
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly search?: string
  readonly accept?: string
  readonly type?: string
  readonly encoding?: string
  readonly method?: string
}

/** The status, headers and body of an answer. POST, unless there is something to GET. */
async function answerTo({
  body,
  search,
  accept = NEW,
  type = 'application/json',
  encoding = 'identity',
  method,
}: Sent) {
  const response = await fetch(`${server.url}${search ?? ''}`, {
    method: method ?? (search === undefined ? 'POST' : 'GET'),
    headers: { accept, ...(body !== undefined && { 'content-type': type, 'content-encoding': encoding }) },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  const json = text.startsWith('{') ? JSON.parse(text) : null
  return {
    status: response.status,
    headers: response.headers,
    json,
    code: json?.errors?.[0]?.extensions?.code,
  }
}

const post = (body: object, sent: Sent = {}) => answerTo({ ...sent, body: JSON.stringify(body) })

describe('the audits of graphql-http', () => {
  // The server is not there yet when they are listed.
  const audits = serverAudits({ url: () => server.url })
  test.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' })
  })
})

describe('the status of a query that is wrong', () => {
  test.each([
    ['that cannot be parsed', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['that does not fit the schema', { query: '{ nothing }' }, 422, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'whose fragments go in circles',
      { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
      422,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'with variables that do not fit',
      { query: 'query ($a: ID!) { node(id: $a) { id } }' },
      400,
      'BAD_VARIABLES',
    ],
    [
      'with a variable of another type',
      { query: 'query ($a: Int!) { topics(first: $a) { totalCount } }', variables: { a: 'ten' } },
      400,
      'BAD_VARIABLES',
    ],
    [
      'with a variable that is no day',
      {
        query: 'query ($a: Date) { agreements(first: 1, filter: { activeOn: $a }) { totalCount } }',
        variables: { a: '2020-02-30' },
      },
      400,
      'BAD_DATE',
    ],
    ['with a page that is none', { query: '{ topics(first: 0) { totalCount } }' }, 400, 'BAD_PAGE'],
    [
      'with two operations and no name',
      { query: 'query A { __typename } query B { __typename }' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['that is missing', {}, 400, 'BAD_REQUEST'],
    ['that is a mutation', { query: 'mutation { a }' }, 422, 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_what, body, status, code) => {
    const answer = await post(body)
    expect(answer).toMatchObject({ status, code })
    expect(answer.json).not.toHaveProperty('data')
  })

  test('is 200 for clients of old, where the draft says so', async () => {
    for (const query of ['{', '{ nothing }'])
      expect((await post({ query }, { accept: 'application/json' })).status).toBe(200)
  })

  test('a mistake in one field refuses the whole query', async () => {
    const { status, json } = await post({
      query:
        '{ topic(id: "fraud") { key } agreement(id: "0685-2020") { promises(first: 101) { totalCount } } }',
    })
    expect(status).toBe(400)
    expect(json).toMatchObject({ errors: [{ extensions: { code: 'BAD_PAGE', limit: 100 } }] })
    expect(json).not.toHaveProperty('data')
  })
})

test('a target in absolute form is answered as the path in it', async () => {
  const path = `http://medborgarloften.example/graphql?query=${encodeURIComponent('{ __typename }')}`
  const [response] = await once(request({ port: server.port, path }).end(), 'response')
  expect(response.statusCode).toBe(200)
  expect(await json(response)).toMatchObject({ data: { __typename: 'Query' } })
})

describe('a request that is none', () => {
  const query = encodeURIComponent('{ __typename }')
  test.each<[string, Sent, number, string]>([
    [
      'a compressed body',
      { body: gzipSync('{"query":"{ __typename }"}'), encoding: 'gzip' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['malformed JSON', { body: '{"query"' }, 400, 'BAD_REQUEST'],
    ['JSON of another kind', { body: '"{ __typename }"' }, 400, 'BAD_REQUEST'],
    ['an empty body', { body: '' }, 400, 'BAD_REQUEST'],
    ['a body that is not UTF-8', { body: Uint8Array.of(0x22, 0xff, 0x22) }, 400, 'BAD_REQUEST'],
    [
      'an address that is not UTF-8',
      { search: '?query=%7B__typename%7D&operationName=%FF' },
      400,
      'BAD_REQUEST',
    ],
    [
      'variables in an address that are no JSON',
      { search: `?query=${query}&variables=x` },
      400,
      'BAD_REQUEST',
    ],
    ['variables that are a list', { search: `?query=${query}&variables=[1]` }, 400, 'BAD_REQUEST'],
    ['extensions that are no JSON', { search: `?query=${query}&extensions={` }, 400, 'BAD_REQUEST'],
    ['an empty list', { body: '[]' }, 400, 'BAD_REQUEST'],
    ['a parameter that is sent twice', { search: `?query=${query}&query=${query}` }, 400, 'BAD_REQUEST'],
    [
      'variables that are sent twice',
      { search: `?query=${query}&variables={}&variables={}` },
      400,
      'BAD_REQUEST',
    ],
    [
      'a form',
      { body: 'query={__typename}', type: 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['text', { body: '{"query":"{ __typename }"}', type: 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['GraphQL alone', { body: '{ __typename }', type: 'application/graphql' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'JSON in another encoding',
      { body: '{"query":"{ __typename }"}', type: 'application/json; charset=iso-8859-1' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'an answer that we cannot write',
      { search: `?query=${query}`, accept: 'text/csv' },
      406,
      'NOT_ACCEPTABLE',
    ],
    [
      'an answer that is refused by its q-value',
      { search: `?query=${query}`, accept: 'application/json;q=0' },
      406,
      'NOT_ACCEPTABLE',
    ],
  ])('%s is refused with a code', async (_what, sent, status, code) => {
    expect(await answerTo(sent)).toMatchObject({ status, code })
  })

  test.each([
    [2, 'Queries in one request: at most 1, but this request has 2. Send one JSON object, not a list'],
    [1, 'The request body is a list with one query; send the query as an object'],
  ])(
    'a batch of %i is refused in a list of as many results, which its clients read',
    async (size, message) => {
      const body = JSON.stringify(Array(size).fill({ query: '{ __typename }' }))
      // Of application/json clients read no results that have another status than 200.
      for (const [accept, status] of [
        [NEW, 400],
        ['application/json', 200],
      ] as const) {
        const response = await fetch(server.url, {
          method: 'POST',
          headers: { accept, 'content-type': 'application/json' },
          body,
        })
        expect(response.status).toBe(status)
        const results = (await response.json()) as { errors: { message: string; extensions: object }[] }[]
        expect(results).toHaveLength(size)
        for (const { errors } of results) {
          expect(errors[0]?.message).toContain(message)
          expect(errors[0]?.extensions).toMatchObject({ code: 'BATCH_REFUSED' })
        }
      }
    },
  )

  test('a large batch is refused in few words', async () => {
    const answer = await answerTo({ body: JSON.stringify(Array(1_000).fill({})) })
    expect(answer).toMatchObject({ status: 400, code: 'BATCH_REFUSED' })
    expect(answer.json.errors).toHaveLength(1)
  })

  test('a compressed body is told what is read in its place', async () => {
    const { headers } = await answerTo({ body: '{}', encoding: 'br' })
    expect(headers.get('accept-encoding')).toBe('identity')
  })

  test('by a method that there is not is 405, with those that there are', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const { status, headers } = await answerTo({ method, body: '{}' })
      expect(status).toBe(405)
      expect(headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    }
  })
})

test.each<[string, Sent]>([
  ['one that cannot be read', { body: '{"query":"{"}' }],
  ['one that does not fit the schema', { search: '?query={nothing}' }],
  ['one with a page that is none', { search: '?query={topics(first:0){totalCount}}' }],
  ['a form', { body: 'query={__typename}', type: 'application/x-www-form-urlencoded' }],
  ['one that nothing can answer', { search: '?query={__typename}', accept: 'text/csv' }],
  [
    'a persisted query that is not known',
    { search: `?extensions=${encodeURIComponent('{"persistedQuery":{"version":1,"sha256Hash":"0"}}')}` },
  ],
])('a page of any origin may read why %s is refused, and no cache keeps it', async (_what, sent) => {
  const { json, headers } = await answerTo(sent)
  expect(json.errors).toHaveLength(1)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-expose-headers')).toContain('retry-after')
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  ['{ a: __typename }', 'B', 'The query has no operation named "B"; omit operationName'],
  ['query A { __typename }', 'B', 'The query has no operation named "B"; omit operationName or send A'],
  [
    'query A { __typename } query B { __typename }',
    null,
    'The query has 2 operations; send one of their names as operationName: A, B',
  ],
  [
    'query A { __typename } query B { __typename }',
    'C',
    'The query has no operation named "C"; send one of their names as operationName: A, B',
  ],
])('which operation is to be sent is told: %s with %s', async (query, operationName, message) => {
  const { json, code } = await post({ query, operationName })
  expect(code).toBe('OPERATION_RESOLUTION_FAILURE')
  expect(json.errors[0].message).toBe(message)
})

test('a body may begin with the mark of UTF-8', async () => {
  expect(await answerTo({ body: '\ufeff{"query":"{ __typename }"}' })).toMatchObject({ status: 200 })
})

test('properties that nobody knows are ignored', async () => {
  const answer = await post({ query: '{ __typename }', id: 7, doc: [] })
  expect(answer).toMatchObject({ status: 200, json: { data: { __typename: 'Query' } } })
})

test.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  [`application/json;q=0.5, ${NEW}`, NEW],
  [`${NEW};q=0.5, application/json`, 'application/json'],
  [`${NEW};q=0.5, application/json;q=0.4`, NEW],
  [`${NEW}, application/json`, NEW],
  [`application/json, ${NEW}`, 'application/json'],
  ['application/json; charset=utf-8', 'application/json'],
  ['text/html;q=0.3, application/*;q=0.2', 'application/json'],
  ['text/html', 'text/html'],
  // As Java sends it, and as a browser does, which comes back by an address that GraphiQL has written a query into.
  ['text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', 'application/json'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  [`text/html;q=0.3, ${NEW};q=0.8`, NEW],
  ['text/event-stream, application/json;q=0.1', 'application/json'],
])('to who accepts %s goes %s', async (accept, type) => {
  const response = await fetch(`${server.url}?query={__typename}`, { ...(accept && { headers: { accept } }) })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')?.split(';')[0]).toBe(type)
  expect(response.headers.get('vary')).toContain('accept')
  await response.body?.cancel()
})

describe('a persisted query', () => {
  const query = '{ topic(id: "fraud") { key } }'
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') }
  const search = `?extensions=${encodeURIComponent(JSON.stringify({ persistedQuery }))}`

  test('is not found, then sent, then found by GET', async () => {
    expect(await answerTo({ search })).toMatchObject({ status: 404, code: 'PERSISTED_QUERY_NOT_FOUND' })
    const found = { status: 200, json: { data: { topic: { key: 'fraud' } } } }
    expect(await post({ query, extensions: { persistedQuery } })).toMatchObject(found)
    expect(await answerTo({ search })).toMatchObject(found)
  })

  test.each([
    ['of another version', { version: 2, sha256Hash: persistedQuery.sha256Hash }],
    ['without a hash', { version: 1 }],
    ['that is nothing', {}],
  ])('%s is refused, whatever is accepted', async (_what, other) => {
    for (const accept of [NEW, 'application/json']) {
      const answer = await post({ extensions: { persistedQuery: other } }, { accept })
      expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    }
  })

  test('of another hash is refused', async () => {
    const answer = await post({ query: '{ __typename }', extensions: { persistedQuery } })
    expect(answer).toMatchObject({ status: 400, code: 'PERSISTED_QUERY_MISMATCH' })
  })
})

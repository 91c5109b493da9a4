import { generateKeyPairSync } from 'node:crypto'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { reasonOf, traceOf } from '../src/common/reason.ts'
import { createJsonLog } from '../src/log/json-log.ts'
import { RequestIds } from '../src/web/request-id.ts'
import { commandProcesses, logLines } from './support/command-process.ts'
import { fillExportsDir } from './support/database-templates.ts'
import { newServerDatabase } from './support/databases.ts'

const { within, start } = commandProcesses()

/** A log, and the lines that it has written. */
function written(level: 'debug' | 'info' | 'silent' = 'info') {
  const lines: { [name: string]: unknown }[] = []
  return { log: createJsonLog(level, { write: (line) => lines.push(JSON.parse(line)) }), lines }
}

describe('a line of the log', () => {
  test('is JSON with level, time, message and the stack apart', () => {
    const { log, lines } = written()
    log.error('Error: broken\n    at here\ncaused by Error: cut\n    at there', { tries: 2 })
    expect(lines).toEqual([
      {
        level: 'error',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        pid: process.pid,
        tries: 2,
        msg: 'Error: broken',
        stack: '    at here\ncaused by Error: cut\n    at there',
      },
    ])
  })

  test('is not written below the level', () => {
    const { log, lines } = written()
    log.debug('not written')
    log.info('written')
    written('silent').log.error('not written')
    expect(lines.map(({ msg }) => msg)).toEqual(['written'])
  })

  test('has the id of the request that it is written for, also after waiting', async () => {
    const { log, lines } = written()
    const ask = async (id: string) => {
      await new Promise((resolve) => setImmediate(resolve))
      log.warn(id)
    }
    await Promise.all(['a', 'b'].map((id) => log.within(id, () => ask(id))))
    log.warn('none')
    expect(lines.map(({ msg, request }) => [msg, request])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['none', undefined],
    ])
  })
})

describe('the id of a request', () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  test.each([
    [{ 'x-request-id': '0123456789abcdef' }, '0123456789abcdef'],
    [{ 'x-request-id': '7d444840-9dc0-11d1-b245-5ffdce74fad2' }, '7d444840-9dc0-11d1-b245-5ffdce74fad2'],
    [{ traceparent: `00-${trace}-00f067aa0ba902b7-01` }, trace],
    [{ 'x-request-id': 'short', traceparent: `00-${trace}-00f067aa0ba902b7-01` }, trace],
  ])('is what was sent: %j', (headers, id) => {
    expect(new RequestIds().of(headers)).toBe(id)
  })

  test.each([
    {},
    { 'x-request-id': '19121212-1212' },
    { 'x-request-id': 'someone@example.se' },
    { 'x-request-id': '2001:db8:1234:5678:9abc' },
    { 'x-request-id': `${'a'.repeat(64)}b` },
    { 'x-request-id': `${'a'.repeat(20)}"` },
    { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` },
    { traceparent: `ff-${trace}-00f067aa0ba902b7-01` },
    { traceparent: trace },
  ])('is a new one each time for %j', (headers) => {
    const ids = new RequestIds()
    const made = [ids.of(headers), ids.of(headers), new RequestIds().of(headers)]
    expect(new Set(made).size).toBe(3)
    for (const id of made) expect(new RequestIds().of({ 'x-request-id': id })).toBe(id)
  })
})

test('an error of a statement is told without the statement and its values', () => {
  const cause = Object.assign(new Error('invalid input syntax for type date: "the "secret" day"'), {
    code: '22007',
  })
  const error = Object.assign(new Error('Failed query: select secret\nparams: secret', { cause }), {
    query: 'select secret',
    params: ['secret'],
  })
  expect(traceOf(error)).toMatch(
    /^A statement failed\n {4}at .*\ncaused by Error: invalid input syntax for type date: "…"\n {4}at /s,
  )
  expect(reasonOf(error)).toBe(cause.message)
})

test('a server writes JSON lines that hold no query, no value, no password and no address of a client', async () => {
  await fillExportsDir(within('exports'))
  const { url: databaseUrl, drop } = await newServerDatabase('records')
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const server = start(['start', '--json'], {
    DATABASE_URL: databaseUrl,
    SIGNING_KEY: privateKey,
    READER_KEY: 'secret-reader-key',
    LOG_LEVEL: 'debug',
    PROXIES: '1',
  })
  const { url } = JSON.parse(await server.firstLine) as { url: string }
  const ask = (query: string, requestId: string) =>
    fetch(`${url}/graphql?secret=parameter`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'x-forwarded-for': '203.0.113.77',
        'x-request-id': requestId,
        'user-agent': 'secret-agent',
      },
      body: JSON.stringify({ query, variables: { id: 'secret-variable' } }),
    })
  const query = 'query SecretQuery($id: ID!) { secretAlias: topic(id: $id) { key } }'
  const good = await ask(query, 'the-request-that-is-good')
  expect(good.headers.get('x-request-id')).toBe('the-request-that-is-good')
  expect((await ask('{ secretField }', 'the-request-that-is-wrong')).status).toBe(422)
  const client = postgres(databaseUrl, { max: 1, onnotice() {} })
  await client`drop table topics cascade`
  await client.end()
  const broken = 'query SecretQuery($id: ID!) { secretAlias: topic(id: $id) { key labelSv } }'
  expect(await (await ask(broken, 'the-request-that-breaks')).json()).toMatchObject({
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  })
  await fetch(`${url}/kommun/secret-path/?secret=parameter`)
  server.child.kill('SIGTERM')
  const ended = await server.ended
  expect(ended.code).toBe(0)

  const lines = logLines(ended)
  const ofRequest = (id: string) => lines.filter(({ request }) => request === id)
  expect(ofRequest('the-request-that-is-good')).toEqual([
    expect.objectContaining({
      level: 'debug',
      msg: 'answered',
      route: '/graphql',
      method: 'POST',
      status: 200,
    }),
  ])
  expect(ofRequest('the-request-that-breaks').map(({ level }) => level)).toEqual(['error', 'debug'])
  expect(ofRequest('the-request-that-breaks')[0]?.stack).toContain('relation "topics" does not exist')
  const password = new URL(databaseUrl).password
  for (const secret of [
    /secret/i,
    '203.0.113.77',
    password,
    'PRIVATE KEY',
    privateKey.split('\n')[1] ?? '',
    'select ',
  ])
    expect(ended.stderr).not.toMatch(secret)
  await drop()
})

test('a server whose log nobody reads any more serves on', async () => {
  await fillExportsDir(within('exports'))
  const { url: databaseUrl, drop } = await newServerDatabase('records')
  const server = start(['start', '--json'], { DATABASE_URL: databaseUrl, LOG_LEVEL: 'debug' })
  const { url } = JSON.parse(await server.firstLine) as { url: string }
  server.child.stderr?.destroy()
  for (let time = 0; time < 3; time++) expect((await fetch(`${url}/health/live`)).status).toBe(200)
  server.child.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  await drop()
})

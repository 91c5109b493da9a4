import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig, WrongUsage } from '../src/config.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { Budget } from '../src/graphql/answers/budget.ts'
import { senderReader } from '../src/http/address.ts'
import { onPglite } from './support/databases.ts'
import { listening } from './support/listening.ts'

describe('the budget of an address', () => {
  /** A budget of 100, with a clock to be set. */
  function budgetAt(start: number) {
    const clock = { time: start, now: () => clock.time }
    return { clock, budget: new Budget(100, 1_000_000, clock) }
  }

  test('is spent, refused when it is too small, and full again a minute after it was begun', () => {
    const { clock, budget } = budgetAt(1_000)
    expect(budget.take('a', 60)).toMatchObject({ isGranted: true, limit: 100, remaining: 40, reset: 60 })
    clock.time += 20_500
    expect(budget.take('a', 41)).toMatchObject({ isGranted: false, limit: 100, remaining: 40, reset: 40 })
    expect(budget.take('a', 40)).toMatchObject({ isGranted: true, limit: 100, remaining: 0, reset: 40 })
    clock.time += 39_499
    expect(budget.take('a', 1)).toMatchObject({ isGranted: false, remaining: 0, reset: 1 })
    clock.time += 2
    expect(budget.take('a', 1)).toMatchObject({ isGranted: true, limit: 100, remaining: 99, reset: 60 })
  })

  test('gets back what was taken and not spent, in the same minute alone', () => {
    const { clock, budget } = budgetAt(1_000)
    const reserved = budget.take('a', 90)
    reserved.giveBack(70)
    expect(reserved.remaining).toBe(80)
    const late = budget.take('a', 50)
    clock.time += 60_001
    expect(budget.take('a', 10)).toMatchObject({ isGranted: true, remaining: 90 })
    late.giveBack(50)
    expect(budget.take('a', 90)).toMatchObject({ isGranted: true, remaining: 0 })
  })

  test('is its own', () => {
    const { budget } = budgetAt(1)
    budget.take('a', 100)
    expect(budget.take('b', 100)).toMatchObject({ isGranted: true, remaining: 0 })
    expect(budget.take('a', 1)).toMatchObject({ isGranted: false })
  })

  test('keeps no more addresses than it has room for', () => {
    const { budget } = budgetAt(1)
    budget.take('first', 100)
    for (let index = 0; index < 5_000; index += 1) budget.take(`address ${index}`, 1)
    expect(budget.take('address 4999', 1)).toMatchObject({ remaining: 98 })
    // The first was removed to make room, so its quota is full again.
    expect(budget.take('first', 1)).toMatchObject({ isGranted: true, remaining: 99 })
  })
})

test.each<[string, string | undefined, number, string]>([
  ['192.0.2.1', undefined, 0, '192.0.2.1'],
  ['192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
  ['192.0.2.1', '203.0.113.9', 1, '203.0.113.9'],
  ['192.0.2.1', '198.51.100.7, 203.0.113.9', 1, '203.0.113.9'],
  ['192.0.2.1', '198.51.100.7, 203.0.113.9', 2, '198.51.100.7'],
  ['192.0.2.1', '203.0.113.9', 2, '192.0.2.1'],
  ['192.0.2.1', 'unknown', 1, '192.0.2.1'],
  ['192.0.2.1', '203.0.113.9:4711', 1, '203.0.113.9'],
  ['192.0.2.1', '[2001:db8::7]:4711', 1, '2001:db8:0:0::/64'],
  ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::ffff', undefined, 0, '2001:db8:1:2::/64'],
  ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
  ['::1', undefined, 0, '0:0:0:0::/64'],
])(
  'a request from %s, forwarded for %s behind %i proxies, is from %s',
  (socketAddress, forwardedFor, n, from) => {
    expect(senderReader(n)({ socketAddress, ...(forwardedFor && { forwardedFor }) })).toBe(from)
  },
)

test('the settings are numbers', () => {
  expect(readConfig({})).toMatchObject({ rateLimit: 300_000, proxies: 0 })
  expect(readConfig({ RATE_LIMIT: '0', PROXIES: '2' })).toMatchObject({ rateLimit: 0, proxies: 2 })
  expect(() => readConfig({ RATE_LIMIT: '-1' })).toThrow(WrongUsage)
  expect(() => readConfig({ PROXIES: 'many' })).toThrow('write the number of proxies, from 0 to 9')
})

describe('over a port', () => {
  let database: OpenDatabase
  let server: Awaited<ReturnType<typeof listening>>
  beforeAll(async () => {
    database = await onPglite.openLoaded()
    server = await listening({ database, rateLimit: 100 }, 1)
  })
  afterAll(async () => {
    await server.close()
    await database.close()
  })

  function ask(from: string, query: string, method = 'POST') {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': from }
    if (method === 'GET') return fetch(`${server.url}?query=${encodeURIComponent(query)}`, { headers })
    return fetch(server.url, { method, headers, body: JSON.stringify({ query }) })
  }

  test.each(['POST', 'GET'])(
    'an answer to %s tells what it cost, and its headers what is left',
    async (method) => {
      // There are 21 counties: less is read than may be.
      const query = `{ counties(first: 50) { nodes { ${method}: nameSv } } }`
      const response = await ask(`203.0.113.${method.length}`, query, method)
      const { extensions } = (await response.json()) as { extensions: { cost: object } }
      expect(extensions.cost).toEqual({ requested: 51, actual: 22 })
      expect(response.headers.get('ratelimit-policy')).toBe('"cost";q=100;qu="cost";w=60')
      expect(response.headers.get('ratelimit')).toMatch(/^"cost";r=78;t=\d+$/)
      const seconds = Number(/t=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1])
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(60)
      expect(response.headers.get('access-control-expose-headers')).toContain('ratelimit')
    },
  )

  test('the field rateLimit tells what is left, anew each time and to nobody else', async () => {
    const query =
      '{ ...Q counties(first: 50) { nodes { code } } } fragment Q on Query { left: rateLimit { limit remaining reset } }'
    const answers: object[] = []
    for (const [from, method] of [
      ['203.0.113.21', 'GET'],
      ['203.0.113.21', 'GET'],
      ['203.0.113.22', 'POST'],
    ] as const) {
      const response = await ask(from, query, method)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(response.headers.get('etag')).toBeNull()
      const { data, errors, extensions } = (await response.json()) as {
        data: { left: { limit: number; remaining: number; reset: number }; counties: { nodes: object[] } }
        errors?: object
        extensions: { cost: object }
      }
      expect(errors).toBeUndefined()
      expect(data.counties.nodes).toHaveLength(21)
      expect(extensions.cost).toEqual({ requested: 52, actual: 23 })
      const { reset, ...left } = data.left
      expect(reset).toBeGreaterThan(0)
      answers.push({ ...left, after: /r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1] })
    }
    expect(answers).toEqual([
      { limit: 100, remaining: 48, after: '77' },
      { limit: 100, remaining: 25, after: '54' },
      { limit: 100, remaining: 48, after: '77' },
    ])
  })

  test('who has too little left is refused until the minute is over, and others are not', async () => {
    const query = '{ counties(first: 59) { nodes { code } } }'
    expect((await ask('203.0.113.7', query)).status).toBe(200)
    expect((await ask('203.0.113.7', query)).status).toBe(200) // which is kept, so it costs 1
    const response = await ask('203.0.113.7', '{ counties(first: 79) { nodes { nameSv } } }')
    expect(response.status).toBe(429)
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] }
    expect(errors[0]?.extensions).toEqual({ code: 'RATE_LIMITED', limit: 100 })
    expect(errors[0]?.message).toMatch(
      /^The query may cost 80, but 76 is left of your quota of 100 per minute. Try again in \d+ seconds/,
    )
    expect(response.headers.get('ratelimit')).toContain(';r=76;')
    expect(response.headers.get('ratelimit')).toContain(`;t=${response.headers.get('retry-after')}`)
    expect((await ask('203.0.113.8', query)).status).toBe(200)
  })

  test('a request that is refused costs 1', async () => {
    for (let count = 0; count < 100; count += 1) {
      const { status } = await ask('203.0.113.5', '{')
      expect(status).toBe(200) // by the draft, for application/json
    }
    expect((await ask('203.0.113.5', '{')).status).toBe(429)
    expect((await ask('203.0.113.5', '{ __typename }')).status).toBe(429)
  })

  test('what costs more than a whole budget is refused at once, with that limit', async () => {
    const response = await ask('203.0.113.6', '{ topics(first: 100) { nodes { key } } }')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('this request has 101'),
          extensions: { code: 'TOO_COSTLY', limit: 100 },
        },
      ],
    })
  })
})

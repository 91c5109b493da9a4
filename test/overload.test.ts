import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { Gate, Overloaded } from '../src/web/gate.ts'
import { onPostgres } from './support/databases.ts'
import { listening } from './support/listening.ts'

describe('a gate', () => {
  /** Work that ends when it is told to. */
  const held = () => Promise.withResolvers<string>()

  test('lets some work begin, lets some wait in order, and sheds the rest', async () => {
    const gate = new Gate({ running: 1, waiting: 2 })
    const [first, second] = [held(), held()]
    const begun: string[] = []
    const pass = (name: string, work: Promise<string>) =>
      gate.pass(() => {
        begun.push(name)
        return work
      })
    const all = [pass('one', first.promise), pass('two', second.promise), pass('three', Promise.resolve('c'))]
    expect(begun).toEqual(['one'])
    expect(gate.isFull).toBe(true)
    await expect(pass('four', Promise.resolve('d'))).rejects.toThrow(Overloaded)
    first.resolve('a')
    await all[0]
    expect(begun).toEqual(['one', 'two'])
    second.resolve('b')
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c'])
    expect(begun).toEqual(['one', 'two', 'three'])
    expect(gate).toMatchObject({ shed: 1, waiting: 0, isFull: false })
  })

  test('goes on after work that fails', async () => {
    const gate = new Gate({ running: 1, waiting: 1 })
    const failing = held()
    const all = [gate.pass(() => failing.promise), gate.pass(async () => 'done')]
    failing.reject(new Error('broken'))
    await expect(all[0]).rejects.toThrow('broken')
    expect(await all[1]).toBe('done')
    expect(await gate.pass(async () => 'again')).toBe('again')
  })

  test('sheds what has waited too long once it is its turn, and goes on with the next', async () => {
    let now = 0
    const gate = new Gate({ running: 1, waiting: 5 }, () => now)
    const slow = held()
    const first = gate.pass(() => slow.promise)
    const old = [gate.pass(async () => 'old'), gate.pass(async () => 'old too')]
    const ended = Promise.allSettled(old)
    now = 1_500
    const fresh = gate.pass(async () => 'fresh')
    now = 2_001
    slow.resolve('slow')
    expect(await first).toBe('slow')
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await fresh).toBe('fresh')
    expect(gate).toMatchObject({ shed: 2, waiting: 0 })
  })
})

describe('a server with more dear queries than it can answer', () => {
  let database: OpenDatabase
  let server: Awaited<ReturnType<typeof listening>>
  beforeAll(async () => {
    database = await onPostgres.openSample()
    server = await listening({ database, rateLimit: 10_000_000 })
  })
  afterAll(async () => {
    await server.close()
    await database.close()
  })

  const get = (path: string) => fetch(new URL(path, server.url))
  const ask = (query: string) => get(`/graphql?query=${encodeURIComponent(query)}`)
  const dear = (number: number) =>
    `{ a${number}: activities(first: 100) { nodes { text agreement { key } } } }`
  const cheap = (code: number) => `{ municipality(code: "${code}") { name } }`

  test('sheds some of them, answers all else meanwhile, and all of it afterwards', async () => {
    const kept = cheap(684)
    await ask(kept)
    await get('/om/')
    await ask(dear(9_999))
    const { promise: over, resolve: release } = Promise.withResolvers<void>()
    const { promise: locked, resolve: begin } = Promise.withResolvers<void>()
    const locking = database.db.transaction(async (tx) => {
      await tx.execute(sql`lock table activities in access exclusive mode`)
      begin()
      await over
    }, WRITING)
    await locked
    const { dear: gate } = server.app.gates
    const asked = Array.from({ length: 150 }, (_none, number) => ask(dear(number)))
    await expect.poll(() => gate.shed, { interval: 5 }).toBe(asked.length - 6 - 128)
    expect(gate.isFull).toBe(true)

    const shed = await ask(dear(1_000))
    expect([shed.status, shed.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await shed.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] })
    // Nothing was read, so no more than a request is charged.
    const left = (response: Response) => Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1])
    expect(left(shed) - left(await ask(dear(1_001)))).toBe(1)
    const others = [
      ask(kept),
      ask(cheap(1)),
      ask(cheap(2)),
      get('/health/live'),
      get('/schema.graphql'),
      get('/om/'),
    ]
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual(others.map(() => 200))
    expect(await (await get('/metrics')).text()).toMatch(/medborgarloften_shed_total{of="dear"} [1-9]/)

    release()
    await locking
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    expect((await ask(dear(2_000))).status).toBe(200)
    expect(gate.waiting).toBe(0)
    expect(server.faults).toEqual([])
  })

  test('sheds pages with a page that says when to try again', async () => {
    const { pages } = server.app.gates
    const { promise, resolve } = Promise.withResolvers<void>()
    const filling = Array.from({ length: 136 }, () => pages.pass(() => promise))
    const response = await get('/en/municipality/0684-savsjo/')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
    resolve()
    await Promise.all(filling)
    expect((await get('/en/municipality/0684-savsjo/')).status).toBe(200)
  })
})

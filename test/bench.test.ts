import { createServer } from 'node:http'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { load, post } from '../bench/client.ts'
import type { ContestantName } from '../bench/contestants.ts'
import { fill } from '../bench/database.ts'
import { agreementPlace } from '../bench/generator/agreement.ts'
import { readPlaces } from '../bench/generator/places.ts'
import { randomFrom } from '../bench/generator/random.ts'
import { sizes } from '../bench/generator/sizes.ts'
import { generate } from '../bench/generator.ts'
import type { Turn } from '../bench/measure.ts'
import { readOptions } from '../bench/options.ts'
import { answersPerCpuSecond, answersPerSecond, quantile, ratio } from '../bench/summary.ts'
import { openDatabase } from '../src/database/open.ts'
import { clientOf } from './support/ask.ts'
import { newServerDatabase } from './support/databases.ts'

const TINY = { agreements: 300, promises: 1_000, activities: 6_000 }

test('the made-up data have the size that is asked for, and are the same every time', () => {
  const batches = [...generate(TINY)]
  const count = (table: 'agreements' | 'promises' | 'activities') =>
    batches.reduce((sum, rows) => sum + (rows[table]?.length ?? 0), 0)
  expect([count('agreements'), count('promises'), count('activities')]).toEqual([300, 1_000, 6_000])
  expect([...generate(TINY)]).toEqual(batches)
})

test('every made-up text says that it is made up', () => {
  const [, rows] = generate(TINY)
  const texts = [
    ...(rows?.promises ?? []).map(({ text }) => text),
    ...(rows?.activities ?? []).map(({ text }) => text),
    ...(rows?.documents ?? []).map(({ text }) => text),
    ...(rows?.agreements ?? []).map(({ title }) => title),
  ]
  expect(texts.filter((text) => !text?.startsWith('Påhittad') && !text?.startsWith('Påhittat'))).toEqual([])
})

test.each(['S', 'L'] as const)('size %s has an id for every agreement, in order', (name) => {
  const places = readPlaces()
  const { agreements } = sizes[name]
  const ids = Array.from(
    { length: agreements },
    (_, number) => agreementPlace(number, sizes[name], places).id,
  )
  expect(new Set(ids).size).toBe(agreements)
  expect(ids.filter((id) => !/^\d{4}-20\d\d(-[b-z])?$/.test(id))).toEqual([])
  expect(ids.toSorted()).toEqual(ids)
})

test('the database takes the made-up data, and the server answers from them', async () => {
  const { url, drop } = await newServerDatabase()
  try {
    await fill(url, TINY)
    const sql = postgres(url, { max: 1 })
    const [row] = await sql`select text from activities where id = '0114-2008-a1'`
    await sql.end()
    const database = await openDatabase({ url, dataDir: '' })
    const data = await clientOf(database).dataOf<object>(
      '{ node(id: "Activity:0114-2008-a1") { ... on Activity { text } } activities(first: 1) { totalCount } }',
    )
    await database.close()
    expect(row?.text).toMatch(/^Påhittad text: .*å.*\.$/)
    expect(data).toEqual({ node: { text: row?.text }, activities: { totalCount: 6_000 } })
  } finally {
    await drop()
  }
})

test('random numbers come again from the same seed, and reach all of their range', () => {
  const draw = () => {
    const random = randomFrom(1)
    return Array.from({ length: 1_000 }, () => random.integer(10))
  }
  expect(draw()).toEqual(draw())
  expect(new Set(draw())).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
})

test('the client counts answers of a known length and answers in chunks', async () => {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (part) => bodies.push(part))
    request.on('end', () => {
      const text = 'å'.repeat(200_000)
      if (bodies.length % 2 === 0) response.setHeader('content-length', Buffer.byteLength(text))
      response.end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  const { answers, bytes, latenciesMs } = await load(url, () => post(url, '{"a":"ö"}'), {
    connections: 3,
    seconds: 0.2,
  })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  expect(new Set(bodies)).toEqual(new Set(['{"a":"ö"}']))
  expect(answers).toBe(bodies.length)
  expect(latenciesMs.length).toBe(answers)
  expect(Math.floor(bytes / answers / 1000)).toBe(400)
})

/** A server that answers each request with the next of some statuses, again and again. */
async function answering(statuses: readonly number[]) {
  let asked = 0
  const server = createServer((_request, response) =>
    response.writeHead(statuses[asked++ % statuses.length] ?? 200).end(),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  const measured = load(url, () => post(url, '{}'), { connections: 1, seconds: 0.2 })
  return { measured, asked: () => asked, close: () => new Promise((resolve) => server.close(resolve)) }
}

test('an answer that is not 200 ends the measurement', async () => {
  const { measured, close } = await answering([500])
  await expect(measured).rejects.toThrow('answered 500')
  await close()
})

test('a request that is shed is no answer', async () => {
  const { measured, asked, close } = await answering([200, 503])
  expect((await measured).answers).toBe(Math.ceil(asked() / 2))
  await close()
})

test('a quantile is the value that so large a part does not exceed', () => {
  const sorted = Float64Array.from([1, 2, 3, 4])
  expect([quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 0)]).toEqual([2, 4, 1])
})

test('options of the bench have defaults, and what cannot be used is refused', () => {
  expect(readOptions([])).toMatchObject({ size: 'S', rounds: 3, seconds: 1, connections: [1, 16, 64] })
  expect(readOptions(['--help'])).toBeNull()
  expect(() => readOptions(['--size', 'M'])).toThrow('--size M: write one of S, L')
  expect(() => readOptions(['--rounds', '0'])).toThrow('--rounds 0: write a number above 0')
})

test('a ratio is the median of what two servers did in the same round, with its range', () => {
  const turn = (round: number, contestant: ContestantName, answers: number): Turn => ({
    round,
    contestant,
    question: 'node',
    connections: 16,
    load: { answers, seconds: 2, bytes: 0, latenciesMs: new Float64Array() },
    cpuMs: null,
  })
  const turns = [
    ...[turn(0, 'this server', 30), turn(0, 'PostGraphile', 10)],
    ...[turn(1, 'PostGraphile', 100), turn(1, 'this server', 200)],
    ...[turn(2, 'this server', 1), turn(2, 'PostGraphile', 1)],
  ]
  const where = { question: 'node', connections: 16 } as const
  expect(ratio(turns, where, ['this server', 'PostGraphile'], answersPerSecond)).toEqual({
    median: 2,
    least: 1,
    most: 3,
  })
  expect(ratio(turns, where, ['this server', 'PostGraphile'], answersPerCpuSecond)).toBeNull()
  expect(
    ratio(turns, { ...where, connections: 1 }, ['this server', 'PostGraphile'], answersPerSecond),
  ).toBeNull()
})

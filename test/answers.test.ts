import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { newIndexes } from '../src/database/indexes.ts'
import { load } from '../src/database/load.ts'
import { KeptAnswers } from '../src/graphql/answers/kept.ts'
import { memoryOf } from '../src/graphql/answers/memory.ts'
import { watchLoads } from '../src/jobs/load-watch.ts'
import { bundledData, copyOf, databases } from './support/databases.ts'
import { listening } from './support/listening.ts'

const QUERY = '{ topics(first: 100) { totalCount nodes { key labelSv labelEn } } }'
const NO_INDEXES = newIndexes({ rows: async () => [] })
const LARGE = '{ agreements(first: 100) { nodes { key title summarySv sourceUrl: __typename } } }'

describe.each(databases)('answers over a port, on $name', ({ openLoaded, openSample }) => {
  let database: OpenDatabase
  let statements: string[] = []
  let server: Awaited<ReturnType<typeof listening>>

  beforeAll(async () => {
    database = await openLoaded((text) => statements.push(text))
    server = await listening({ database, rateLimit: 100_000 })
  })
  afterAll(async () => {
    await server.close()
    await database.close()
  })
  beforeEach(() => {
    server.app.drop()
    statements = []
  })

  const get = (query: string, headers: { [name: string]: string } = {}) =>
    fetch(`${server.url}?query=${encodeURIComponent(query)}`, {
      headers: { 'accept-encoding': 'identity', ...headers },
    })
  const post = (body: object, headers: { [name: string]: string } = {}) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity', ...headers },
      body: JSON.stringify(body),
    })
  const jsonOf = async (response: Response) => {
    expect(response.status).toBe(200)
    return (await response.json()) as {
      data: unknown
      extensions: { cost: { requested: number; actual: number } }
    }
  }

  test('the same question again takes nothing from the database, whoever asks and in whatever way', async () => {
    const first = await jsonOf(await get(QUERY))
    expect(statements.length).toBeGreaterThan(0)
    statements = []
    const others = [
      await get(QUERY),
      await post({ query: QUERY }),
      await post({ operationName: null, query: QUERY, variables: {}, unknown: 1 }),
    ]
    for (const response of others) expect((await jsonOf(response)).data).toEqual(first.data)
    expect(statements).toEqual([])
  })

  test('a question with other variables is another question', async () => {
    const query = 'query ($id: ID!) { topic(id: $id) { key } }'
    for (const id of ['fraud', 'traffic-safety', 'fraud']) {
      expect((await jsonOf(await post({ query, variables: { id } }))).data).toEqual({ topic: { key: id } })
    }
  })

  test('what stands after "#" in an address is asked of nobody, and is no answer to who asks it', async () => {
    const query = 'query ($first: Int = 2) { topics(first: $first) { nodes { key } } }'
    const variables = encodeURIComponent('{"first":1}')
    // Not by fetch, which does not send it.
    const path = `/graphql?query=${encodeURIComponent(query)}#%20one&variables=${variables}`
    const [response] = await once(request({ port: server.port, path }).end(), 'response')
    expect(JSON.parse(await text(response)).data.topics.nodes).toHaveLength(2)
    const answer = await jsonOf(await post({ query: `${query}# one`, variables: { first: 1 } }))
    expect(answer.data).toEqual({ topics: { nodes: [{ key: expect.any(String) }] } })
  })

  test('an address that is not UTF-8 is refused, though what it would be read as is kept', async () => {
    const query = '{ __typename } # \ufffd'
    await jsonOf(await post({ query }))
    const response = await fetch(`${server.url}?query=${encodeURIComponent(query).replace(/%EF.*/, '%FF')}`)
    expect(response.status).toBe(400)
  })

  test('first plainly, then by its plan, then from what is kept: the same bytes', async () => {
    const plain = await (await get(LARGE)).text()
    server.app.drop()
    statements = []
    const planned = await (await get(LARGE)).text()
    expect(statements).toHaveLength(1)
    const kept = await (await get(LARGE)).text()
    expect(statements).toHaveLength(1)
    expect([planned, kept]).toEqual([plain, plain])
  })

  test('a copy that a client has is told to be good, by its tag, without a body', async () => {
    const response = await get(QUERY)
    await response.text()
    const etag = response.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    expect(response.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600')
    expect(response.headers.get('vary')).toBe('accept, accept-encoding')
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(QUERY, { 'if-none-match': tags })
      expect(again.status).toBe(304)
      expect(again.headers.get('etag')).toBe(etag)
      expect(await again.text()).toBe('')
    }
    expect((await get(QUERY, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('has another tag where it is of another type, though the bytes are the same', async () => {
    const [plain, own] = [await get(QUERY), await get(QUERY, { accept: 'application/graphql-response+json' })]
    expect(await own.text()).toBe(await plain.text())
    const tag = plain.headers.get('etag') ?? ''
    expect(own.headers.get('etag')).not.toBe(tag)
    const ask = { accept: 'application/graphql-response+json', 'if-none-match': tag }
    expect((await get(QUERY, ask)).status).toBe(200)
  })

  test.each(['br', 'gzip'])('compressed by %s, with a tag of its own', async (coding) => {
    const plain = await get(LARGE)
    const text = await plain.text()
    const response = await get(LARGE, { 'accept-encoding': coding })
    expect(response.headers.get('content-encoding')).toBe(coding)
    expect(response.headers.get('etag')).toBe(plain.headers.get('etag')?.replace(/"$/, `-${coding}"`))
    expect(Number(response.headers.get('content-length'))).toBeLessThan(text.length / 2)
    expect(await response.text()).toBe(text)
    expect(
      (await get('{ __typename }', { 'accept-encoding': coding })).headers.get('content-encoding'),
    ).toBeNull()
  })

  test.each([
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
    ['', null],
  ])('Accept-Encoding "%s" gets %s', async (accepted, coding) => {
    const response = await get(LARGE, { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(coding)
    expect((await jsonOf(response)).data).toBeDefined()
  })

  test('a question that fails costs what was read before it did, by a plan as without', async () => {
    const query =
      'query ($after: String) { county(code: "06") { nameSv } topics(first: 5, after: $after) { nodes { key } } }'
    const remaining = async (after: string | null) => {
      const response = await post({ query, variables: { after } })
      return Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1])
    }
    const before = await remaining(null)
    const after = await remaining('wrong')
    expect(before - after).toBe(1)
  })

  test('what is left of its budget is told to each client by headers alone', async () => {
    const shared = await get(LARGE)
    const one = await post({ query: LARGE })
    expect(one.headers.get('cache-control')).toBe('private, no-store')
    const other = await post({ query: LARGE }, { 'accept-encoding': 'gzip' })
    expect(other.headers.get('content-encoding')).toBe('gzip')
    const [first, second, third] = [await shared.text(), await one.text(), await other.text()]
    expect(JSON.parse(first).extensions).toEqual({ cost: { requested: 101, actual: 101 } })
    expect([second, third]).toEqual([first, first])
    const left = [shared, one, other].map(({ headers }) =>
      Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]),
    )
    expect(left).toEqual([left[0], Number(left[0]) - 1, Number(left[0]) - 2]) // what is kept costs 1
  })

  test('HEAD has the headers of GET, and no body', async () => {
    const response = await fetch(`${server.url}?query=${encodeURIComponent(QUERY)}`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).not.toBeNull()
    expect(await response.text()).toBe('')
  })

  test('what was answered with an error is not kept', async () => {
    const wrong = '{ topics(first: 1000) { totalCount } }'
    for (let tries = 0; tries < 2; tries++) {
      const response = await get(wrong)
      expect(await response.text()).toContain('BAD_PAGE')
      expect(response.headers.get('etag')).toBeNull()
    }
  })

  test('many who ask the same at once are answered by one reading', async () => {
    await (await get(LARGE)).text() // so that there is a plan
    server.app.drop()
    statements = []
    const bodies = await Promise.all(Array.from({ length: 20 }, async () => (await get(LARGE)).text()))
    expect(new Set(bodies).size).toBe(1)
    expect(statements).toHaveLength(1)
  })

  test('what many ask for at once is read by few statements, and is no less for it', async () => {
    const query =
      'query ($code: ID!) { municipality(code: $code) { name county { nameSv } } counties(first: 1) { totalCount } }'
    const codes = bundledData()
      .tables.municipalities.slice(0, 60)
      .map(({ code }) => code)
    const answers = async () => {
      const asked = [...codes, '0000'].map((code) => post({ query, variables: { code } }))
      return (await Promise.all(asked.map(async (each) => jsonOf(await each)))).map(({ data }) => data)
    }
    const plain = await answers()
    server.app.drop()
    statements = []
    expect(await answers()).toEqual(plain)
    expect(plain[1]).toMatchObject({ municipality: { name: bundledData().tables.municipalities[1]?.name } })
    expect(plain.at(-1)).toMatchObject({ municipality: null })
    const about = (words: string) => statements.filter((each) => each.includes(words)).length
    // At the very least one for each turn of the event loop; by themselves they would have been 61 each.
    expect(about('from "municipalities"')).toBeLessThan(30)
    expect(about('from revisions')).toBeLessThan(30)
  })

  test('a plan refuses what the plain way refuses: a cursor of the same list of another row', async () => {
    const query = `query ($code: ID!, $after: String) {
      county(code: $code) { municipalities(first: 2, after: $after) { nodes { code } pageInfo { endCursor } } }
    }`
    const answer = async (code: string, after?: string) =>
      (await (await post({ query, variables: { code, after } })).json()) as {
        data?: { county: { municipalities: { nodes: { code: string }[]; pageInfo: { endCursor: string } } } }
        errors?: { extensions: { code: string } }[]
      }
    const first = await answer('06')
    server.app.drop()
    expect(await answer('06')).toMatchObject({ data: first.data })
    const endCursor = first.data?.county.municipalities.pageInfo.endCursor
    const next = await answer('06', endCursor)
    expect(next.data?.county.municipalities.nodes).toEqual([{ code: '0642' }, { code: '0643' }])
    expect((await answer('05', endCursor)).errors?.[0]?.extensions.code).toBe('BAD_CURSOR')
  })

  test('what many ask for at once loses nothing by a key that can be none', async () => {
    const query = 'query ($code: ID!) { municipality(code: $code) { name } }'
    await jsonOf(await post({ query, variables: { code: '0685' } })) // so that there is a plan
    server.app.drop()
    statements = []
    const asked = ['0685', '06\u000085', '0643'].map((code) => post({ query, variables: { code } }))
    const answers = await Promise.all(asked.map(async (each) => (await jsonOf(await each)).data))
    expect(answers).toEqual([
      { municipality: { name: 'Vetlanda' } },
      { municipality: null },
      { municipality: { name: 'Habo' } },
    ])
  })

  test('a plan tells what each size of a page costs', async () => {
    const query =
      'query ($first: Int!, $ids: [ID!]!) { topics(first: $first) { nodes { key } } nodes(ids: $ids) { id } }'
    const requested = async (first: number, ids: string[]) => {
      const { extensions } = await jsonOf(await post({ query, variables: { first, ids } }))
      return extensions.cost.requested
    }
    const one = 'Topic:fraud'
    for (const round of ['plainly', 'by its plan', 'remembered']) {
      expect([
        round,
        await requested(5, [one]),
        await requested(9, [one]),
        await requested(5, [one, one]),
      ]).toEqual([round, 7, 11, 8])
      server.app.drop()
    }
  })

  test.each([
    ['a condition', 'query ($v: Boolean = true) { topic(id: "fraud") { key @include(if: $v) } }', true],
    [
      'a condition in a fragment',
      'query ($v: Boolean = true) { ...A } fragment A on Query { topic(id: "fraud") { key @skip(if: $v) labelSv } }',
      false,
    ],
    ['an argument', 'query ($v: ID = "fraud") { topic(id: $v) { key } }', 'fraud'],
    [
      'an item of a list',
      'query ($v: ID = "06") { agreements(first: 1, filter: { county: [$v] }) { totalCount } }',
      '06',
    ],
  ])('null for %s is refused the first time as the next: %s', async (_what, query, value) => {
    const ask = async (v: unknown) => {
      const response = await post({ query, variables: { v } })
      const { data, errors } = await response.json()
      return { status: response.status, hasData: data !== undefined, code: errors?.[0].extensions.code }
    }
    const refused = { status: 400, hasData: false, code: 'BAD_VARIABLES' }
    expect(await ask(null)).toEqual(refused)
    for (let times = 0; times < 2; times++) {
      expect(await ask(value)).toEqual({ status: 200, hasData: true, code: undefined })
      expect(await ask(null)).toEqual(refused)
      server.app.drop()
    }
  })

  test('lists under other filters have other numbers of rows, though each is counted once', async () => {
    const query = `query ($filter: AgreementFilter) {
      agreements(filter: $filter, first: 1) { totalCount }
      county(code: "06") { municipalities(first: 1, filter: { agreement: $filter }) { totalCount } }
    }`
    const { agreements, agreement_municipalities: places } = bundledData().tables
    const inCounty = (code: string) =>
      new Set(
        places
          .filter(({ municipalityCode }) => municipalityCode.startsWith(code))
          .map(({ agreementId }) => agreementId),
      ).size
    const transcribed = agreements.filter(({ extent }) => extent === 'transcribed').length
    const found = []
    for (const filter of [null, { county: '06' }, { county: '14' }, { extent: 'TRANSCRIBED' }]) {
      const { data } = await jsonOf(await post({ query, variables: { filter } }))
      found.push((data as { agreements: { totalCount: number } }).agreements.totalCount)
    }
    expect(found).toEqual([agreements.length, inCounty('06'), inCounty('14'), transcribed])
    expect(new Set(found).size).toBe(4)
  })

  test('an answer is of one revision, though a load comes between two of its statements', async () => {
    const opened = await openLoaded()
    const renamed = copyOf(bundledData())
    for (const municipality of renamed.tables.municipalities) {
      if (municipality.code === '0685') municipality.name = 'Vetlanda stad'
    }
    for (const agreement of renamed.tables.agreements) {
      if (agreement.id === '0685-2020') agreement.title = 'Medborgarlöfte i Vetlanda stad'
    }
    let loads = 0
    const statements: typeof opened.statements = {
      rows: async (text, parameters) => {
        const rows = await opened.statements.rows(text, parameters)
        if (text.includes('from "agreements"') && loads++ === 0) await load(opened.db, renamed)
        return rows
      },
    }
    const slow = await listening({ database: { ...opened, statements } })
    const query = '{ agreement(id: "0685-2020") { title municipalities { name } } }'
    const answer = await fetch(`${slow.url}?query=${encodeURIComponent(query)}`)
    expect((await jsonOf(answer)).data).toEqual({
      agreement: { title: 'Medborgarlöfte i Vetlanda stad', municipalities: [{ name: 'Vetlanda stad' }] },
    })
    expect(loads).toBe(2) // it was read again
    await slow.close()
    await opened.close()
  })

  test('the next revision drops all answers at once', async () => {
    const stop = await watchLoads(database, server.app, { error() {} })
    const query = '{ dataset { revision } municipality(code: "0685") { name } }'
    expect((await jsonOf(await get(query))).data).toMatchObject({ municipality: { name: 'Vetlanda' } })
    const data = copyOf(bundledData())
    for (const municipality of data.tables.municipalities) {
      if (municipality.code === '0685') municipality.name = 'Vetlanda stad'
    }
    await load(database.db, data)
    await expect
      .poll(async () => (await jsonOf(await get(query))).data)
      .toMatchObject({ municipality: { name: 'Vetlanda stad' } })
    await stop()
  })

  test('after a look, what statistics need has been read before anybody asks', async () => {
    const read: string[] = []
    const own = await openSample((text) => read.push(text))
    const asked = await listening({ database: own })
    await asked.app.look()
    // The last of its statements is sent when the others have been answered.
    await expect.poll(() => read.join()).toContain("select 'municipality'")
    read.length = 0
    const query = '{ statistics(groupBy: [ACTOR]) { key promises activities } }'
    expect((await jsonOf(await fetch(`${asked.url}?query=${encodeURIComponent(query)}`))).data).toBeDefined()
    expect(read.filter((text) => !text.includes('revisions'))).toEqual([])
    await asked.close()
    await own.close()
  })

  test('a load that nobody told of is found by a look', async () => {
    const query = '{ municipality(code: "0685") { name } }'
    const before = (await jsonOf(await get(query))).data
    await load(database.db, bundledData())
    expect((await jsonOf(await get(query))).data).toEqual(before)
    await server.app.look()
    expect((await jsonOf(await get(query))).data).toEqual({ municipality: { name: 'Vetlanda' } })
  })
})

test('what is kept never takes more memory than it may, its compressed forms counted', async () => {
  const MAX_BYTES = 1_000_000
  const SIZE = 50_000
  const kept = new KeptAnswers(1, { ...memoryOf(2_000_000), answers: MAX_BYTES }, NO_INDEXES)
  for (let at = 0; at < 100; at++) {
    // What looks random grows no smaller by being compressed.
    await kept.keep(`key ${at}`, `text ${at}`, randomBytes(SIZE)).form('gzip')
    expect(kept.bytes.answers).toBeLessThanOrEqual(MAX_BYTES)
  }
  const found = Array.from({ length: 100 }, (_, at) => kept.byRequest(`text ${at}`)).filter(Boolean)
  expect(found.length).toBeGreaterThan(5)
  expect(found.length * 2 * SIZE).toBeLessThanOrEqual(MAX_BYTES)
  expect(kept.byRequest('text 99')).toBeDefined()
  // A form that is made when its answer has been put out brings nothing back.
  const large = kept.keep('large', 'large', Buffer.alloc(MAX_BYTES))
  await large.form('br')
  expect(kept.byRequest('large')).toBeUndefined()
})

test('many small answers take no more memory either, with all that stands around them', () => {
  const kept = new KeptAnswers(1, { ...memoryOf(20_000_000), answers: 1_000_000 }, NO_INDEXES)
  for (let at = 0; at < 10_000; at++) kept.keep(`key ${at}`, `text ${at}`, Buffer.from('{"data":{}}'))
  const found = Array.from({ length: 10_000 }, (_, at) => kept.byRequest(`text ${at}`)).filter(Boolean)
  expect(found.length).toBeGreaterThan(100)
  expect(found.length).toBeLessThan(1_000) // each has a hash, headers and places in maps: more than a kilobyte
})

test('the numbers of rows under long filters take no more memory than those under short ones', () => {
  const kept = new KeptAnswers(1, { ...memoryOf(1_000_000), counts: 16_000_000 }, NO_INDEXES)
  for (let at = 0; at < 10_000; at++) kept.counts.set(`${at}${'x'.repeat(20_000)}`, at)
  expect(kept.bytes.counts).toBeLessThan(16_000_000)
  expect(kept.counts.get(`9000${'x'.repeat(20_000)}`)).toBeUndefined()
  for (let at = 0; at < 10_000; at++) kept.counts.set(`list ${at}`, at)
  expect(kept.counts.get('list 0')).toBe(0)
})

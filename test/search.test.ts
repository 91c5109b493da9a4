import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { findAll, hitsOn } from '../src/database/search/find.ts'
import { SearchIndex } from '../src/database/search/search-index.ts'
import { MAX_CHARACTERS, MAX_WORDS } from '../src/database/search/terms.ts'
import { searchTypes } from '../src/database/search/vocabularies.ts'
import { tables } from '../src/database/tables/index.ts'
import { derivedState, searchEntries } from '../src/database/tables/search.ts'
import { clientOf } from './support/ask.ts'
import { bundledData, copyOf, databases } from './support/databases.ts'

const SEARCH = `query ($query: String!, $types: [SearchType!], $filter: AgreementFilter, $fuzzy: Boolean, $first: Int, $last: Int, $after: String, $before: String) {
  search(query: $query, types: $types, filter: $filter, fuzzy: $fuzzy, first: $first, last: $last, after: $after, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor score isFuzzy node { __typename ... on Node { id } } highlights { field pieces { text isMatch isFuzzy } } }
  }
}`

interface Edge {
  readonly cursor: string
  readonly score: number
  readonly isFuzzy: boolean
  readonly node: { readonly __typename: string; readonly id: string }
  readonly highlights: readonly {
    readonly field: string
    readonly pieces: readonly {
      readonly text: string
      readonly isMatch: boolean
      readonly isFuzzy: boolean
    }[]
  }[]
}

interface Found {
  readonly search: {
    readonly totalCount: number
    readonly pageInfo: {
      readonly hasNextPage: boolean
      readonly hasPreviousPage: boolean
      readonly startCursor: string | null
      readonly endCursor: string | null
    }
    readonly edges: readonly Edge[]
  }
}

/** The first results of each query, in order: what a person typing it means. */
const MEANT: readonly (readonly [query: string, ids: readonly string[]])[] = [
  ['göteborg kommun', ['Municipality:1480']],
  ['göteborgs stad', ['Municipality:1480']],
  ['kommun göteborg', ['Municipality:1480']],
  ['GOTEBORG', ['Municipality:1480', 'PoliceArea:storgoteborg-city']],
  ['göteborg polisen', ['PoliceArea:storgoteborg-city']],
  ['polisen i luleå', ['PoliceArea:lulea-boden', 'Municipality:2580']],
  ['luleå', ['Municipality:2580', 'PoliceArea:lulea-boden']],
  ['stockholm', ['Municipality:0180', 'PoliceRegion:stockholm', 'County:01']],
  ['gotlands län', ['County:09']],
  ['ängelholm', ['Municipality:1292', 'PoliceArea:angelholm']],
  ['angelholm', ['Municipality:1292', 'PoliceArea:angelholm']],
  ['Upplands-Bro', ['Municipality:0139']],
  ['upplands bro', ['Municipality:0139']],
  ['upplandsbro', ['Municipality:0139']],
  ['lokalpolisområde höglandet', ['PoliceArea:hoglandet']],
  ['Höglandet', ['PoliceArea:hoglandet']],
  ['Hoglandet', ['PoliceArea:hoglandet']],
  ['Högländet', ['PoliceArea:hoglandet']],
  ['trafikkontroller habo', ['Activity:0643-2018-a1', 'Municipality:0643']],
  ['drogfri skola habo', ['Activity:0643-2017-a1', 'Promise:0643-2017-p1']],
  ['medborgarlöfte vetlanda 2020', ['Agreement:0685-2020', 'Promise:0685-2020-p1']],
  ['narkotika skola', ['Promise:0482-2018-p1', 'Promise:1382-2018-p3']],
  ['narkotika', ['Topic:narcotics', 'Topic:substances', 'Promise:0643-2023-p1']],
  ['narkotikabruk bland unga', ['Agreement:0486-2020', 'Promise:0687-2019-p1']],
  ['upptäckten av narkotikabruk', ['Promise:0685-2020-p2', 'Promise:0684-2018-p2']],
  ['trafikkontroll', ['Topic:traffic-safety', 'Promise:1262-undated-p1']],
  ['trafikkontorller', ['Promise:0761-undated-p3']],
  ['vetlanda trafik', ['Promise:0685-2020-p1', 'Activity:0685-2020-a4']],
  ['habo', ['Municipality:0643', 'Municipality:0305']],
  ['håbo', ['Municipality:0305', 'PoliceArea:enkoping-habo', 'Municipality:0643']],
  ['HÅBO KOMMUN', ['Municipality:0305', 'Municipality:0643']],
  ['lindell', ['Signatory:jonas-lindell']],
  ['Jonas Lindel', ['Signatory:jonas-lindell']],
  ['sävsjö', ['Municipality:0684', 'Agreement:0684-2018']],
  ['savsjo', ['Municipality:0684']],
  ['buskorning', ['Topic:reckless-driving', 'Promise:2505-2016-p2']],
  ['vetl', ['Municipality:0685', 'Agreement:0685-2020']],
  ['vetalnda', ['Municipality:0685', 'Agreement:0685-2020']],
  ['vetalnda trafik', ['Promise:0685-2020-p1', 'Activity:0685-2020-a4']],
  ['upsala', ['Municipality:0380', 'County:03', 'PoliceArea:uppsala-knivsta']],
  ['jönköpnig', ['Municipality:0680', 'County:06', 'PoliceDistrict:jonkoping']],
  ['vara', ['Municipality:1470']],
  ['vara kommun', ['Municipality:1470']],
  ['0685', ['Municipality:0685', 'Agreement:0685-2020']],
  ['0685-2020', ['Agreement:0685-2020']],
  ['06', ['County:06']],
  ['Jönköpings län', ['County:06', 'Municipality:0680']],
  ['jonkoping county', ['County:06']],
  ['polisregion öst', ['PoliceRegion:ost']],
  ['öst', ['PoliceRegion:ost']],
  ['polisområde värmland', ['PoliceDistrict:varmland']],
  ['traffic safety', ['Topic:traffic-safety']],
  ['knark', ['Topic:narcotics']],
  ['klotter', ['Topic:vandalism']],
]

describe.each(databases)('search on $name', ({ openLoaded }) => {
  let database: OpenDatabase
  let client: ReturnType<typeof clientOf>
  let statements: string[] = []

  beforeAll(async () => {
    database = await openLoaded((sql) => statements.push(sql))
    client = clientOf(database)
  })
  afterAll(() => database.close())

  const find = async (query: string, args: object = { first: 100 }) => {
    statements = []
    return (await client.dataOf<Found>(SEARCH, { query, ...args })).search
  }
  const idsOf = ({ edges }: Found['search']) => edges.map(({ node }) => node.id)

  test.each(MEANT)('%s finds what was meant first', async (query, ids) => {
    expect(idsOf(await find(query)).slice(0, ids.length)).toEqual(ids)
  })

  test('words that all have, such as kommun, find nothing beside a name', async () => {
    for (const query of ['göteborg kommun', 'vetlanda kommun', 'kommun habo']) {
      const ids = idsOf(await find(query, { types: ['MUNICIPALITY'], first: 100 }))
      expect(ids.length, query).toBeLessThanOrEqual(2)
    }
    expect(await find('kommun', { types: ['MUNICIPALITY'], first: 1 })).toMatchObject({ totalCount: 290 })
  })

  test('a better answer has a higher score, and no score is above 1', async () => {
    for (const [query] of MEANT) {
      const scores = (await find(query)).edges.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((one, other) => other - one))
      expect(scores[0]).toBeLessThanOrEqual(1)
      expect(scores.at(-1)).toBeGreaterThan(0)
    }
    expect((await find('Habo')).edges[0]?.score).toBe(1)
  })

  test('what matched is told as pieces that make the whole text', async () => {
    const { edges } = await find('buskorning narkotika', { first: 1 })
    expect(edges[0]).toMatchObject({
      node: { id: 'Finding:0643-2017-f2' },
      highlights: [
        {
          field: 'TEXT',
          pieces: [
            { text: 'Ungdomskriminalitet med inriktning ', isMatch: false },
            { text: 'narkotika', isMatch: true },
            { text: ', stöld, skadegörelse och ', isMatch: false },
            { text: 'buskörning', isMatch: true },
          ],
        },
      ],
    })
  })

  test('a word is found that the text writes with a hyphen, and told as a whole', async () => {
    const { edges } = await find('hundsok')
    const written = edges.find(({ node }) => node.id === 'Activity:0643-2017-a1')
    expect(written?.highlights[0]?.pieces).toContainEqual({ text: 'hund-sök', isMatch: true, isFuzzy: false })
    expect(written?.score).toBe(edges.find(({ node }) => node.id === 'Activity:1766-2019-a4')?.score)
    expect(idsOf(await find('upplandsbro'))[0]).toBe('Municipality:0139')
  })

  test('every hit tells a match', async () => {
    for (const [query] of MEANT) {
      for (const { node, highlights } of (await find(query)).edges) {
        const matches = highlights.flatMap(({ pieces }) => pieces.filter(({ isMatch }) => isMatch))
        expect(matches, `${query}: ${node.id}`).not.toEqual([])
      }
    }
  })

  test('only the types asked for are found', async () => {
    const { edges, totalCount } = await find('vetlanda', { first: 100, types: ['ACTIVITY', 'MUNICIPALITY'] })
    expect(new Set(edges.map(({ node }) => node.__typename))).toEqual(new Set(['Municipality', 'Activity']))
    expect(totalCount).toBe(edges.length)
  })

  test('only what belongs to the agreements asked for is found, with the same scores in the same order', async () => {
    const {
      agreement_municipalities,
      agreements,
      agreement_topics,
      municipalities,
      counties,
      police_areas,
      signatures,
    } = bundledData().tables
    const inCounty = new Set(
      municipalities.flatMap(({ code, countyCode }) => (countyCode === '06' ? code : [])),
    )
    const within = new Set(
      agreement_municipalities.flatMap(({ municipalityCode, agreementId }) =>
        inCounty.has(municipalityCode) ? agreementId : [],
      ),
    )
    const parties = agreement_municipalities.filter(({ agreementId }) => within.has(agreementId))
    const named = agreements.filter(({ id }) => within.has(id))
    const signing = signatures.filter(({ agreementId }) => within.has(agreementId))
    const topics = agreement_topics.filter(({ agreementId }) => within.has(agreementId))
    const theirs = municipalities.filter(({ code }) =>
      parties.some(({ municipalityCode }) => municipalityCode === code),
    )
    const theirCounties = counties.filter(({ code }) => theirs.some(({ countyCode }) => countyCode === code))
    const areas = police_areas.filter(({ id }) => named.some(({ policeAreaId }) => policeAreaId === id))
    const belongs = new Set([
      ...topics.map(({ topicId }) => `Topic:${topicId}`),
      ...theirCounties.map(({ code }) => `County:${code}`),
      ...theirCounties.map(({ policeRegionId }) => `PoliceRegion:${policeRegionId}`),
      ...areas.map(({ policeDistrictId }) => `PoliceDistrict:${policeDistrictId}`),
      ...[...within].map((id) => `Agreement:${id}`),
      ...parties.map(({ municipalityCode }) => `Municipality:${municipalityCode}`),
      ...named.map(({ policeAreaId }) => `PoliceArea:${policeAreaId}`),
      ...signing.map(({ signatoryId }) => `Signatory:${signatoryId}`),
    ])
    const isWithin = (id: string) =>
      belongs.has(id) || within.has(id.replace(/^(?:Promise|Activity|Finding):(.*)-[a-z]\d+$/, '$1'))
    for (const query of [
      'trafikkontroll',
      'narkotika',
      'höglandet',
      'jonas',
      'vetlanda',
      'jönköping',
      'polisregion',
    ]) {
      const all: Found['search']['edges'][number][] = []
      for (let after: string | null = null; ; ) {
        const page: Found['search'] = await find(query, { first: 100, after })
        all.push(...page.edges)
        if (!page.pageInfo.hasNextPage) break
        after = page.pageInfo.endCursor
      }
      const expected = all.filter(({ node }) => isWithin(node.id))
      expect(expected.length, query).toBeGreaterThan(0)
      const found = await find(query, { first: 100, filter: { county: ['06'] } })
      expect(found.edges, query).toEqual(expected)
      expect(found.totalCount).toBe(expected.length)
    }
  })

  test('a filter that asks nothing leaves all, and one that none fulfils leaves nothing', async () => {
    expect(await find('polis', { first: 5, filter: {} })).toEqual(await find('polis', { first: 5 }))
    expect(await find('polis', { first: 5, filter: { key: ['0685-2020'], county: ['09'] } })).toMatchObject({
      totalCount: 0,
    })
    const refusal = await client.refusalOf(SEARCH, { query: 'polis', first: 1, filter: { county: [] } })
    expect(refusal).toMatchObject({ code: 'BAD_FILTER' })
  })

  test('pages in both directions give each hit once, in one order', async () => {
    const all = await find('polis', { first: 100 })
    const forward: string[] = []
    for (let after: string | null = null; ; ) {
      const page: Found['search'] = await find('polis', { first: 37, after })
      forward.push(...idsOf(page))
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    const backward: string[] = []
    for (let before: string | null = null; ; ) {
      const page: Found['search'] = await find('polis', { last: 41, before })
      backward.unshift(...idsOf(page))
      expect(page.pageInfo.hasNextPage).toBe(before !== null)
      if (!page.pageInfo.hasPreviousPage) break
      before = page.pageInfo.startCursor
    }
    expect(forward).toHaveLength(all.totalCount)
    expect(new Set(forward).size).toBe(all.totalCount)
    expect(backward).toEqual(forward)
    expect(forward.slice(0, 100)).toEqual(idsOf(all))
  })

  test('words that say nothing are left out, unless a name is made of them', async () => {
    expect(await find('och att i')).toMatchObject({ totalCount: 0, edges: [] })
    expect(idsOf(await find('om trafiken i Vetlanda'))).toEqual(idsOf(await find('trafiken Vetlanda')))
  })

  test.each(['2008', 'Ö', 'v2'])('%s is no other word misspelt', async (query) => {
    expect(await find(query)).toMatchObject({ totalCount: 0, edges: [] })
  })

  test('what only a misspelling finds says so and comes last, and can be left out', async () => {
    const flags = (found: Found['search']) => found.edges.map(({ isFuzzy }) => isFuzzy)
    const { edges, totalCount } = await find('vetalnda')
    expect(totalCount).toBeGreaterThan(5)
    expect(edges.every(({ isFuzzy, score }) => isFuzzy && score <= 0.5)).toBe(true)
    expect(edges[0]?.highlights[0]?.pieces).toEqual([{ text: 'Vetlanda', isMatch: true, isFuzzy: true }])
    expect(await find('vetalnda', { first: 1, fuzzy: false })).toMatchObject({ totalCount: 0, edges: [] })
    // Half of what was typed is found as it stands elsewhere.
    const mixed = await find('vetalnda buskörning')
    expect(flags(mixed)).toContain(false)
    expect(flags(mixed)).toContain(true)
    expect(flags(mixed)).toEqual(flags(mixed).toSorted())
    const sure = await find('vetalnda buskörning', { first: 100, fuzzy: false })
    expect(idsOf(sure).toSorted()).toEqual(idsOf(mixed).slice(0, flags(mixed).indexOf(true)).toSorted())
    expect((await find('vetlanda')).edges.some(({ isFuzzy }) => isFuzzy)).toBe(false)
  })

  test.each([
    ...['raggare', 'katten', 'gardiner', 'beräkning', 'avstängning', 'folkskola', 'grodan', 'bilhandlare'],
    ...[
      'hyllan',
      'fortskaffning',
      'brandlarm',
      'förmedling',
      'bordtennis',
      'kanslist',
      'paraplyer',
      'trassel',
    ],
  ])('%s is a word of the language, no other one misspelt', async (query) => {
    expect(await find(query)).toMatchObject({ totalCount: 0, edges: [] })
  })

  test('a word that is found marks no other', async () => {
    const { edges } = await find('skjutningar')
    const marked = edges.flatMap(({ highlights }) => highlights.flatMap(({ pieces }) => pieces))
    const words = marked.filter(({ isMatch }) => isMatch).map(({ text }) => text.toLowerCase())
    expect(words.filter((word) => !word.includes('skjutning'))).toEqual([])
    expect(edges.length).toBeGreaterThan(0)
  })

  test('there is no syntax: signs only part words', async () => {
    const plain = idsOf(await find('trafik narkotika'))
    for (const query of [
      'trafik & !narkotika',
      "trafik:* | ('narkotika'",
      '"trafik" <-> -narkotika',
      '%trafik_narkotika\\',
    ])
      expect(idsOf(await find(query)), query).toEqual(plain)
  })

  test.each([
    ['nothing', '', /has no word; send at least one letter or digit/],
    ['signs alone', ' ?! & | <-> %', /has no word/],
    ['too many characters', 'a'.repeat(MAX_CHARACTERS + 1), /has 201 characters; send at most 200/],
    [
      'too many words',
      Array.from({ length: MAX_WORDS + 1 }, (_, at) => `a${at}`).join(' '),
      /has 13 words; send at most 12/,
    ],
  ])('%s is refused, saying what to send', async (_what, query, message) => {
    const refusal = await client.refusalOf(SEARCH, { query, first: 1 })
    expect(refusal).toMatchObject({ code: 'BAD_SEARCH', message: expect.stringMatching(message) })
  })

  test('an empty list of types is refused', async () => {
    const refusal = await client.refusalOf(SEARCH, { query: 'polis', types: [], first: 1 })
    expect(refusal).toMatchObject({ code: 'BAD_SEARCH' })
  })

  test('a cursor of another search, or one that is made up, is refused', async () => {
    const { pageInfo } = await find('polis', { first: 1 })
    const after = pageInfo.endCursor
    const same = { query: 'POLIS!', first: 1, after }
    expect((await client.dataOf<Found>(SEARCH, same)).search.edges).toHaveLength(1)
    const [name, , ...rest]: unknown[] = JSON.parse(Buffer.from(after ?? '', 'base64url').toString())
    const forged = (values: unknown[]) => Buffer.from(JSON.stringify([name, ...values])).toString('base64url')
    for (const args of [
      { query: 'trafik', first: 1, after },
      { query: 'polis', types: ['PROMISE'], first: 1, after },
      { query: 'polis', first: 1, after: forged(['x', ...rest]) },
      { query: 'polis', first: 1, after: forged([1e300, ...rest]) },
      { query: 'polis', first: 1, after: forged([1, 1, 'a', '\0']) },
    ]) {
      expect(await client.refusalOf(SEARCH, args)).toMatchObject({ code: 'BAD_CURSOR' })
    }
  })

  test('a page has one size, as everywhere', async () => {
    expect(await client.refusalOf(SEARCH, { query: 'polis' })).toMatchObject({ code: 'BAD_PAGE' })
    expect(await client.refusalOf(SEARCH, { query: 'polis', first: 101 })).toMatchObject({ code: 'BAD_PAGE' })
  })

  test('the number of SQL statements grows neither with the hits nor with the words', async () => {
    await find('vetlanda', { first: 1 })
    // Where the words stand, and the rows of one type: which records there are is known by then.
    expect(statements).toHaveLength(2)
    await find('polisen kommunen unga trafik narkotika i vetlanda stockholm', { first: 100 })
    // The same, and the rows of each of the eleven types at most.
    expect(statements.length).toBeLessThanOrEqual(1 + 11)
  })

  test('what was read is at hand for the next search as far as there is room, and nothing is missed without', async () => {
    const search = async (index: SearchIndex) => {
      statements = []
      const among = { key: 'in places', keysOf: () => sql`select code from municipalities` }
      const asked = { types: searchTypes, fuzzy: true, among }
      const found = await findAll(database.db, index, ['kommun'], asked)
      const page = { size: 10, direction: 'forward', after: null, before: null } as const
      return { hits: await hitsOn(database.db, found, page), statements }
    }
    const indexes = [new SearchIndex(database.statements, 1_000_000), new SearchIndex(database.statements, 1)]
    const [first, without] = await Promise.all(indexes.map(search))
    expect(first?.hits).toHaveLength(10)
    expect(without?.hits).toEqual(first?.hits)
    const again: string[][] = []
    for (const index of indexes) again.push((await search(index)).statements)
    expect(again.map(({ length }) => length)).toEqual([1, 3])
  })

  test('whatever is typed gives a page or a refusal', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc
        .array(fc.constantFrom(...'aåöÅ09 \'"\\&|!:*<->()%_$\0\n\u0301\ud83d\ude00ıİßÆ'), { maxLength: 40 })
        .map((letters) => letters.join('')),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (query) => {
        const { data, errors } = await client.ask<Found>(SEARCH, { query, first: 2 })
        if (errors) expect(errors[0]?.extensions?.code, errors[0]?.message).toBe('BAD_SEARCH')
        else expect(data?.search.totalCount).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 200, seed: 685 },
    )
  })
})

describe.each(databases)('what can be found on $name', ({ openLoaded }) => {
  let database: OpenDatabase
  let client: ReturnType<typeof clientOf>
  beforeAll(async () => {
    database = await openLoaded()
    client = clientOf(database)
  })
  afterAll(() => database.close())

  const count = async (query: string, filter: object | null = null) =>
    (await client.dataOf<Found>(SEARCH, { query, filter, first: 1 })).search.totalCount

  test('follows from the revision: changed words are found, and those before are not', async () => {
    const among = { key: ['0685-2020'] }
    expect(await count('vetlanda', among)).toBeGreaterThan(0)
    const data = copyOf(bundledData())
    const worded = data.tables.promises.filter(({ text }) => text !== null)
    for (const promise of worded) promise.text = 'Zebror ska vaktas.'
    await load(database.db, data)
    expect(await count('zebra')).toBe(worded.length)
    const { search } = await client.dataOf<Found>(SEARCH, { query: 'zebra', filter: among, first: 9 })
    expect(search.edges.map(({ node }) => node.id)).toEqual(
      ['0685-2020-p1', '0685-2020-p2'].map((key) => `Promise:${key}`),
    )
    await load(database.db, bundledData())
    expect(await count('zebra')).toBe(0)
  })

  test('is written where the data were loaded by a program that did not write it', async () => {
    await database.db.transaction(async (tx) => {
      await tx.delete(derivedState)
      await tx.delete(searchEntries)
    }, WRITING)
    expect(await count('vetlanda')).toBe(0)
    expect(await load(database.db, bundledData())).toMatchObject({ isNew: false })
    expect(await count('vetlanda')).toBeGreaterThan(0)
  })

  test('a row that is gone by the time it is read leaves its hit without a node', async () => {
    await database.db.transaction(async (tx) => {
      await tx.delete(tables.signatures).where(eq(tables.signatures.signatoryId, 'jonas-lindell'))
      await tx.delete(tables.signatories).where(eq(tables.signatories.id, 'jonas-lindell'))
    }, WRITING)
    const { search } = await client.dataOf<Found>(SEARCH, { query: 'lindell', first: 1 })
    expect(search.edges).toMatchObject([{ node: null, highlights: [] }])
  })
})

test('both databases give the same hits with the same scores, in the same order', async () => {
  const answers = await Promise.all(
    databases.map(async ({ openLoaded }) => {
      const opened = await openLoaded()
      const { dataOf } = clientOf(opened)
      const found = new Map<string, unknown>()
      for (const query of [
        ...MEANT.map(([each]) => each),
        'st',
        'å',
        'polis',
        'fotpatrul',
        '2020',
        'trygghetsvandrng',
      ]) {
        found.set(query, await dataOf<Found>(SEARCH, { query, first: 100 }))
      }
      await opened.close()
      return found
    }),
  )
  expect(answers).toHaveLength(2)
  expect(answers[0]).toEqual(answers[1])
})

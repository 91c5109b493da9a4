import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { fold, wordsOf } from '../src/database/search/words.ts'
import { LEAST_SIMILARITY, similarPairs, trigramsOf } from '../src/database/similar/pairs.ts'
import { MOST_SIMILAR, pairsOf } from '../src/database/similar/write.ts'
import { similarTexts } from '../src/database/tables/search.ts'
import { clientOf } from './support/ask.ts'
import { databases, sampleData } from './support/databases.ts'

interface Similar {
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly startCursor: string
    readonly endCursor: string
  }
  readonly edges: readonly { readonly similarity: number; readonly node: { readonly key: string } }[]
}

const FIELDS = 'totalCount pageInfo { hasNextPage startCursor endCursor } edges { similarity node { key } }'

/** Of all that is in either set, the share that is in both. */
function shareOf(one: Set<string>, other: Set<string>): number {
  return one.intersection(other).size / one.union(other).size
}

describe('similar texts', () => {
  const row = (id: string, agreementId: string, text: string) => ({ id, agreementId, text })

  test('are found among all pairs, however they are looked for', () => {
    const word = fc.constantFrom(
      'polisen',
      'kommunen',
      'ska',
      'trygg',
      'trafik',
      'narkotika',
      'unga',
      'vid',
      'två',
      'möten',
    )
    const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => trigramsOf(words.join(' ')))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), (sets) => {
        const found = similarPairs(sets).map((similar) =>
          similar.map(({ index }) => index).sort((a, b) => a - b),
        )
        const expected = sets.map((set, at) =>
          [...sets.keys()].filter(
            (other) => other !== at && shareOf(set, sets[other] ?? new Set()) >= LEAST_SIMILARITY,
          ),
        )
        expect(found).toEqual(expected)
      }),
      { seed: 685 },
    )
  })

  test('of one agreement are not told, nor are texts without a word', () => {
    const rows = [
      row('a1', 'a', 'Samma text'),
      row('a2', 'a', 'Samma text'),
      row('b1', 'b', '–'),
      row('c1', 'c', '–'),
    ]
    expect(pairsOf('promises', rows)).toEqual([])
  })

  test('are the nearest alone where many are worded alike, in whatever order the rows come', () => {
    const rows = Array.from({ length: 50 }, (_, at) =>
      row(`x${10 + at}`, `x${10 + at}`, 'Polisen ska finnas.'),
    )
    rows.push(row('y1', 'y1', 'Polisen ska finnas här.'))
    const pairs = pairsOf('activities', rows)
    const of = (id: string) => pairs.filter(({ recordKey }) => recordKey === id)
    expect(of('x10')).toHaveLength(MOST_SIMILAR)
    expect(of('x10')[0]).toEqual({
      dataset: 'activities',
      recordKey: 'x10',
      similarKey: 'x11',
      similarity: 1000,
    })
    expect(of('y1')).toHaveLength(MOST_SIMILAR)
    expect(of('y1')[0]?.similarity).toBeLessThan(1000)
    const ordered = (found: typeof pairs) => found.map((pair) => Object.values(pair).join()).sort()
    expect(ordered(pairsOf('activities', rows.toReversed()))).toEqual(ordered(pairs))
  })
})

describe.each(databases)('on $name', ({ openSample }) => {
  let database: OpenDatabase
  let client: ReturnType<typeof clientOf>
  let statements: string[] = []
  beforeAll(async () => {
    database = await openSample((statement) => statements.push(statement))
    client = clientOf(database)
  })
  afterAll(() => database.close())

  const similarTo = async (id: string, args = 'first: 20') => {
    const [type] = id.split(':')
    const query = `query ($id: ID!) { node(id: $id) { ... on ${type} { similar(${args}) { ${FIELDS} } } } }`
    return (await client.dataOf<{ node: { similar: Similar } }>(query, { id })).node.similar
  }

  test.each([
    // Vetlanda and Sävsjö: to find more use of narcotics among the young.
    ['Promise:0685-2020-p2', '0684-2018-p2', 0.76],
    // Sunne and Habo: an environment free of drugs.
    ['Promise:1766-2019-p1', '0643-2017-p1', 0.814],
    ['Activity:0685-2020-a5', '0684-2018-a3', 0.948],
    ['Activity:0685-2020-a7', '0684-2018-a4', 0.683],
    ['Activity:0643-2017-a4', '1766-2019-a1', 0.593],
  ])('%s is worded like %s', async (id, key, similarity) => {
    const [type] = id.split(':')
    const pair = (of: string) => ({ totalCount: 1, edges: [{ similarity, node: { key: of } }] })
    expect(await similarTo(id)).toMatchObject(pair(key))
    expect(await similarTo(`${type}:${key}`)).toMatchObject(pair(id.replace(/^\w+:/, '')))
  })

  test('a text that shares a subject alone is worded like no other', async () => {
    expect(await similarTo('Promise:1083-2022-p3')).toMatchObject({ totalCount: 0, edges: [] })
  })

  test('the similarity is the one that PostgreSQL reckons', async () => {
    const texts = new Map(
      [...sampleData().tables.promises, ...sampleData().tables.activities].map(({ id, text }) => [
        id,
        wordsOf(text ?? '')
          .map(({ word }) => fold(word))
          .join(' '),
      ]),
    )
    const pairs = await database.db.select().from(similarTexts)
    expect(pairs).toHaveLength(12)
    for (const { recordKey, similarKey, similarity } of pairs) {
      const [one, other] = [texts.get(recordKey), texts.get(similarKey)]
      const [reckoned] = await database.db
        .select({ is: sql<number>`similarity(${one}, ${other})` })
        .from(sql`revisions`)
      expect(Math.floor((reckoned?.is ?? 0) * 1000)).toBe(similarity)
    }
  })

  test('pages go on where they ended, in both directions', async () => {
    const rows = ['1083-2022-p1', '1083-2022-p2', '1766-2019-p2'].map((similarKey) => ({
      dataset: 'promises',
      recordKey: '0685-2020-p1',
      similarKey,
      similarity: similarKey === '1766-2019-p2' ? 700 : 600,
    }))
    await database.db.transaction((tx) => tx.insert(similarTexts).values(rows), WRITING)
    const keys = ({ edges }: Similar) => edges.map(({ node }) => node.key)
    const first = await similarTo('Promise:0685-2020-p1', 'first: 2')
    expect(keys(first)).toEqual(['1766-2019-p2', '1083-2022-p1'])
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    const second = await similarTo('Promise:0685-2020-p1', `first: 2, after: "${first.pageInfo.endCursor}"`)
    expect(keys(second)).toEqual(['1083-2022-p2'])
    expect(second.pageInfo.hasNextPage).toBe(false)
    const before = await similarTo(
      'Promise:0685-2020-p1',
      `last: 1, before: "${second.pageInfo.startCursor}"`,
    )
    expect(keys(before)).toEqual(['1083-2022-p1'])
    const added = eq(similarTexts.recordKey, '0685-2020-p1')
    await database.db.transaction((tx) => tx.delete(similarTexts).where(added), WRITING)
  })

  test('a cursor that is made up is refused', async () => {
    const cursor = Buffer.from(JSON.stringify(['Promise.similar', 'x', 'y'])).toString('base64url')
    const refusal = await client.refusalOf(
      `{ promises(first: 1) { nodes { similar(first: 1, after: "${cursor}") { totalCount } } } }`,
    )
    expect(refusal).toMatchObject({ code: 'BAD_CURSOR' })
  })

  test('a cursor of the texts that are similar to another is refused', async () => {
    const { pageInfo } = await similarTo('Promise:0685-2020-p1', 'first: 1')
    const refusal = await client.refusalOf(
      `{ node(id: "Promise:1083-2022-p1") { ... on Promise { similar(first: 1, after: "${pageInfo.endCursor}") { totalCount } } } }`,
    )
    expect(refusal).toMatchObject({ code: 'BAD_CURSOR' })
    expect(refusal.message).toContain('not a valid cursor of Promise.similar of "1083-2022-p1"')
  })

  test('for many rows they take a statement, one for the rows found, and one for the total', async () => {
    const take = async (size: number) => {
      statements = []
      await client.dataOf(
        `{ activities(first: ${size}, filter: { agreement: { extent: [TRANSCRIBED] } }) { nodes { similar(first: 5) { ${FIELDS} } } } }`,
      )
      return statements.length
    }
    expect(await take(5)).toBe(4)
    expect(await take(26)).toBe(4)
  })
})

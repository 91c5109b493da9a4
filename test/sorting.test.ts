import { sql } from 'drizzle-orm'
import { isEnumType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { swedishOrder } from '../src/database/swedish-order.ts'
import { type DatasetName, datasets } from '../src/datasets/index.ts'
import { schema } from '../src/graphql/schema.ts'
import { databases } from './support/databases.ts'
import { type Asked, askable, pagesOf } from './support/graphql.ts'
import { withOwnCommitments } from './support/own-commitments.ts'

const loaded = withOwnCommitments()
const { tables } = loaded
const swedish = new Intl.Collator('sv')

/** The root field of each dataset, and the columns that each of its sorts goes by. */
const SORTS: readonly (readonly [
  field: string,
  dataset: DatasetName,
  sort: string,
  columns: readonly string[],
])[] = [
  ['counties', 'counties', 'CODE', ['code']],
  ['counties', 'counties', 'NAME', ['nameSv']],
  ['municipalities', 'municipalities', 'CODE', ['code']],
  ['municipalities', 'municipalities', 'NAME', ['name']],
  ['municipalities', 'municipalities', 'POPULATION', ['population']],
  ['policeRegions', 'police_regions', 'KEY', ['id']],
  ['policeRegions', 'police_regions', 'NAME', ['name']],
  ['policeDistricts', 'police_districts', 'KEY', ['id']],
  ['policeDistricts', 'police_districts', 'NAME', ['name']],
  ['policeAreas', 'police_areas', 'KEY', ['id']],
  ['policeAreas', 'police_areas', 'NAME', ['name']],
  ['topics', 'topics', 'KEY', ['id']],
  ['topics', 'topics', 'LABEL', ['labelSv']],
  ['actors', 'actors', 'KEY', ['id']],
  ['actors', 'actors', 'LABEL', ['labelSv']],
  ['documents', 'documents', 'KEY', ['id']],
  ['documents', 'documents', 'RETRIEVED_ON', ['retrievedOn']],
  ['agreements', 'agreements', 'KEY', ['id']],
  ['agreements', 'agreements', 'PERIOD_START', ['periodStart']],
  ['agreements', 'agreements', 'PERIOD_END', ['periodEnd']],
  ['agreements', 'agreements', 'SIGNED_ON', ['signedOn']],
  ['agreements', 'agreements', 'TITLE', ['title']],
  ['promises', 'promises', 'AGREEMENT', ['agreementId', 'position']],
  ['promises', 'promises', 'TARGET_VALUE', ['targetValue']],
  ['promises', 'promises', 'DEADLINE', ['deadlineOn']],
  ['activities', 'activities', 'AGREEMENT', ['agreementId', 'position']],
  ['activities', 'activities', 'TARGET_VALUE', ['targetValue']],
  ['activities', 'activities', 'DEADLINE', ['deadlineOn']],
  ['signatories', 'signatories', 'KEY', ['id']],
  ['signatories', 'signatories', 'NAME', ['name']],
  ['signatures', 'signatures', 'AGREEMENT', ['agreementId', 'position']],
  ['signatures', 'signatures', 'SIGNED_ON', ['signedOn']],
  ['findings', 'findings', 'AGREEMENT', ['agreementId', 'position']],
  ['followUps', 'follow_ups', 'AGREEMENT', ['agreementId', 'position']],
  ['followUps', 'follow_ups', 'DUE_ON', ['dueOn']],
  ['issues', 'issues', 'AGREEMENT', ['agreementId', 'position']],
  ['reports', 'reports', 'KEY', ['id']],
  ['reports', 'reports', 'PUBLISHED_ON', ['publishedOn']],
  ['outcomes', 'outcomes', 'AGREEMENT', ['agreementId']],
]

interface Values {
  readonly [column: string]: string | number | null
}

/** The keys of a dataset's rows, sorted here: without a value last, ties by key. */
function sortedHere(dataset: DatasetName, sort: string, columns: readonly string[], way: string): string[] {
  const [key = ''] = datasets[dataset].key
  const isName = ['NAME', 'LABEL', 'TITLE'].includes(sort)
  const sign = way === 'ASC' ? 1 : -1
  const rows = (tables[dataset] as readonly object[]).map((row): Values => ({ ...row }))
  rows.sort((a, b) => {
    for (const [at, column] of [...columns, key].entries()) {
      const [x = null, y = null] = [a[column], b[column]]
      if (x === y) continue
      if (x === null) return 1
      if (y === null) return -1
      const order = isName && at === 0 ? swedish.compare(String(x), String(y)) : x < y ? -1 : 1
      if (order !== 0) return sign * order
    }
    return 0
  })
  return rows.map((row) => String(row[key]))
}

test('every sort of the schema is tried here', () => {
  const inSchema = Object.values(schema.getTypeMap()).flatMap((type) =>
    isEnumType(type) && type.name.endsWith('Sort')
      ? type.getValues().map(({ name }) => `${type.name} ${name}`)
      : [],
  )
  const tried = SORTS.flatMap(([, dataset, sort]) => {
    const described = datasets[dataset]
    const type = 'type' in described ? described.type : ''
    return [`${type}Sort ${sort}_ASC`, `${type}Sort ${sort}_DESC`]
  })
  expect(inSchema.sort()).toEqual(tried.sort())
})

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase, loaded)
  })
  afterAll(() => asked.close())

  describe.each(['ASC', 'DESC'])('%s', (way) => {
    test.each(SORTS)(
      '%s of %s by %s: pages in both directions give every row once, in order',
      async (field, dataset, sort, columns) => {
        const expected = sortedHere(dataset, sort, columns, way)
        const key = datasets[dataset].key[0] === 'code' ? 'code' : 'key'
        // Pages so small that cursors fall among rows with a value, without one, and between.
        const size = Math.max(1, Math.min(100, Math.ceil(expected.length / 7)))
        const args = `sort: ${sort}_${way}`
        expect(await pagesOf(asked, field, { args, key, size })).toEqual(expected)
        expect(await pagesOf(asked, field, { args, key, size, backward: true })).toEqual(expected)
      },
    )
  })

  test('the order without a sort is that of the key', async () => {
    const codes = tables.municipalities.map(({ code }) => code).sort()
    expect(await pagesOf(asked, 'municipalities', { key: 'code' })).toEqual(codes)
    expect(await pagesOf(asked, 'municipalities', { key: 'code', args: 'sort: null' })).toEqual(codes)
  })

  test('å, ä and ö come after z, é is as e, and case is ignored', async () => {
    const words = [
      'Zinkgruvan',
      'Öckerö',
      'ärla',
      'Åre',
      'Orsa',
      'Idre',
      'idé',
      'ide',
      'IDG',
      'Ale',
      'ale a',
      'Ale-b',
      'Ünne',
      'Yxna',
    ]
    const rows = await asked.database.db
      .select({ word: sql<string>`word` })
      .from(sql`unnest(${sql.param(words)}::text[]) with ordinality as list(word, place)`)
      .orderBy(swedishOrder(sql`word`), sql`place`)
    expect(rows.map(({ word }) => word)).toEqual([
      'Ale',
      'ale a',
      'Ale-b',
      'idé',
      'ide',
      'IDG',
      'Idre',
      'Orsa',
      'Ünne',
      'Yxna',
      'Zinkgruvan',
      'Åre',
      'ärla',
      'Öckerö',
    ])
  })

  test('a nested connection is sorted for each parent, and its cursors go on', async () => {
    const page = (after = '') =>
      `code municipalities(first: 2, sort: POPULATION_DESC${after}) { nodes { population } pageInfo { endCursor } }`
    const data = await asked.dataOf(`{ counties(first: 21) { nodes { ${page()} } } }`)
    expect(asked.statements()).toHaveLength(2)
    for (const { code, municipalities } of data.counties.nodes) {
      const own = tables.municipalities.filter(({ countyCode }) => countyCode === code)
      const largest = own.map(({ population }) => population).sort((a, b) => b - a)
      expect(municipalities.nodes.map(({ population }: { population: number }) => population)).toEqual(
        largest.slice(0, 2),
      )
    }
    const [{ municipalities }] = data.counties.nodes
    const after = `, after: "${municipalities.pageInfo.endCursor}"`
    const next = await asked.dataOf(`{ county(code: "01") { ${page(after)} } }`)
    const stockholm = tables.municipalities.filter(({ countyCode }) => countyCode === '01')
    expect(next.county.municipalities.nodes).toEqual(
      stockholm
        .map(({ population }) => ({ population }))
        .sort((a, b) => b.population - a.population)
        .slice(2, 4),
    )
  })

  test('a filter may change from page to page; the cursor stays a place in the order', async () => {
    const first = await asked.dataOf(
      '{ municipalities(first: 1, sort: NAME_ASC, filter: { county: "06" }) { pageInfo { endCursor } } }',
    )
    const { endCursor } = first.municipalities.pageInfo
    const data = await asked.dataOf(
      `{ municipalities(first: 1, sort: NAME_ASC, after: "${endCursor}", filter: { county: "25" }) { nodes { name } } }`,
    )
    const [aneby, ...names] = tables.municipalities
      .filter(({ code, countyCode }) => code === '0604' || countyCode === '25')
      .map(({ name }) => name)
      .sort(swedish.compare)
      .filter((name) => swedish.compare(name, 'Aneby') >= 0)
    expect(aneby).toBe('Aneby')
    expect(data.municipalities.nodes).toEqual([{ name: names[0] }])
  })

  describe('a cursor is refused', () => {
    const cursorOf = async (field: string) => {
      const data = await asked.dataOf(`{ list: ${field} { pageInfo { endCursor } } }`)
      return data.list.pageInfo.endCursor as string
    }
    const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

    test.each([
      ['another sort', 'municipalities(first: 1, sort: NAME_ASC)', 'sort: NAME_DESC'],
      ['no sort', 'municipalities(first: 1)', 'sort: CODE_ASC'],
      ['a sort, where none is asked for', 'municipalities(first: 1, sort: CODE_ASC)', ''],
      ['another connection with the same sort', 'policeAreas(first: 1, sort: NAME_ASC)', 'sort: NAME_ASC'],
    ])('that comes from %s', async (_what, field, args) => {
      const refusal = await asked.refusalOf(
        `{ municipalities(first: 1, after: "${await cursorOf(field)}" ${args}) { totalCount } }`,
      )
      expect(refusal).toMatchObject({ code: 'BAD_CURSOR' })
    })

    test.each([
      ['a number for a text', forged('Query.agreements(sort: KEY_ASC)', 5), 'KEY_ASC'],
      ['a text that the database cannot hold', forged('Query.agreements(sort: KEY_ASC)', '\0'), 'KEY_ASC'],
      [
        'a day that is none',
        forged('Query.agreements(sort: SIGNED_ON_ASC)', '2021-02-30', '0685-2020'),
        'SIGNED_ON_ASC',
      ],
      [
        'null for what is never missing',
        forged('Query.agreements(sort: SIGNED_ON_ASC)', null, null),
        'SIGNED_ON_ASC',
      ],
      ['too few values', forged('Query.agreements(sort: SIGNED_ON_ASC)', '2021-02-20'), 'SIGNED_ON_ASC'],
    ])('that holds %s', async (_what, cursor, sort) => {
      const refusal = await asked.refusalOf(
        `{ agreements(first: 1, sort: ${sort}, after: "${cursor}") { nodes { key } } }`,
      )
      expect(refusal).toMatchObject({ code: 'BAD_CURSOR' })
    })
  })
})

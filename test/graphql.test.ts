import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import {
  type GraphQLField,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { type Dataset, snakeCase } from '../src/datasets/dataset.ts'
import { datasets } from '../src/datasets/index.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { readingOf } from '../src/graphql/field-reading.ts'
import { printedSchema, schema } from '../src/graphql/schema.ts'
import { clientOf } from './support/ask.ts'
import { bundledData, databases } from './support/databases.ts'

test('schema.graphql is the schema that is served', () => {
  expect(readFileSync('schema.graphql', 'utf8'), 'run npm run generate').toBe(printedSchema())
})

test('every type, field, argument and value of the schema is described', () => {
  const without: string[] = []
  for (const [name, type] of Object.entries(schema.getTypeMap())) {
    if (name.startsWith('__') || ['ID', 'Int', 'Float', 'String', 'Boolean'].includes(name)) continue
    if (!type.description) without.push(name)
    if ('getFields' in type) {
      for (const field of Object.values(type.getFields())) {
        if (!field.description) without.push(`${name}.${field.name}`)
        for (const argument of 'args' in field ? field.args : []) {
          if (!argument.description) without.push(`${name}.${field.name}(${argument.name})`)
        }
      }
    }
    if ('getValues' in type) {
      for (const value of type.getValues()) if (!value.description) without.push(`${name}.${value.name}`)
    }
  }
  expect(without).toEqual([])
})

/** The fields of all object types that have rows or other parts, with the name of the type. */
function outputFields(): readonly (readonly [type: string, field: GraphQLField<unknown, unknown>])[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).map((field) => [type.name, field] as const)
      : [],
  )
}

test('every scalar of ours says where it is specified', () => {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => isScalarType(type) && !isSpecifiedScalarType(type),
  )
  expect(own.map(({ name }) => name).sort()).toEqual(['Date', 'JSON', 'Month'])
  for (const type of own) expect(type).toHaveProperty('specifiedByURL', expect.stringMatching(/^https:/))
})

test('every field that may be null, or hold a null, says when', () => {
  const mayBeNull = ({ type }: GraphQLField<unknown, unknown>) =>
    !isNonNullType(type) || (isListType(type.ofType) && !isNonNullType(type.ofType.ofType))
  const nullable = outputFields().filter(([, field]) => mayBeNull(field))
  const silent = nullable.filter(([, { description }]) => !/\bnull\b/i.test(description ?? ''))
  expect(silent.map(([type, { name }]) => `${type}.${name}`)).toEqual([])
  expect(nullable.length).toBeGreaterThan(80)
})

describe.each(databases)('on $name', ({ openLoaded }) => {
  let database: OpenDatabase
  let statements: string[] = []

  beforeAll(async () => {
    database = await openLoaded((sql) => statements.push(sql))
  })
  afterAll(() => database.close())

  async function dataOf(query: string): Promise<{ readonly [field: string]: unknown }> {
    statements = []
    return clientOf(database).dataOf(query)
  }

  const refusalOf = (query: string) => clientOf(database).refusalOf(query)

  test('from Vetlanda to its targets of 15, its signatories, and on to a signature in Sävsjö', async () => {
    const data = await dataOf(`{
      municipality(code: "0685") {
        name
        county { nameSv }
        policeAreas { name }
        agreements(first: 10, filter: { extent: TRANSCRIBED }) { nodes {
          key
          activities(first: 20) { nodes { key target { operator value unit } } }
          signatories(first: 10) { nodes {
            name
            signatures(first: 10) { nodes {
              signedOn roleAsPrinted place
              agreement { key municipalities { name } }
            } }
          } }
        } }
      }
    }`)
    expect(data.municipality).toMatchObject({
      name: 'Vetlanda',
      county: { nameSv: 'Jönköpings län' },
      policeAreas: [{ name: 'Höglandet' }],
      agreements: {
        nodes: [
          {
            key: '0685-2020',
            activities: {
              nodes: expect.arrayContaining([
                {
                  key: '0685-2020-a2',
                  target: { operator: 'AT_LEAST', value: 15, unit: 'trafikkontroller' },
                },
                { key: '0685-2020-a3', target: { operator: 'AT_LEAST', value: 15, unit: 'tillfällen' } },
                {
                  key: '0685-2020-a5',
                  target: { operator: 'AT_LEAST', value: 15, unit: 'riktade insatser' },
                },
              ]),
            },
            signatories: {
              nodes: [
                { name: 'Henrik Tvarnö' },
                {
                  name: 'Jonas Lindell',
                  signatures: {
                    nodes: [
                      {
                        signedOn: '2018-04-10',
                        roleAsPrinted: 'Lokalpolisområdeschef',
                        place: 'Sävsjö',
                        agreement: { key: '0684-2018', municipalities: [{ name: 'Sävsjö' }] },
                      },
                      { signedOn: null, agreement: { key: '0685-2020' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    })
  })

  test('every type is linked in both directions', async () => {
    const data = await dataOf(`{
      county(code: "06") { policeRegion { key counties(first: 9) { totalCount } } municipalities(first: 2) { nodes { code } } }
      policeRegion(id: "ost") { policeDistricts(first: 9) { nodes { key policeAreas(first: 9) { nodes { key policeDistrict { key } } } } } }
      policeArea(id: "hoglandet") {
        policeRegion { key }
        municipalities(first: 100) { nodes { name } }
        coverage { coverage verified municipality { code } policeArea { key } }
        agreements(first: 20) { nodes { key extent } }
        signatures(first: 9) { nodes { signatory { key } } }
      }
      topic(id: "traffic-safety") {
        broader { key } narrower { key }
        promises(first: 9, filter: { agreement: { extent: TRANSCRIBED } }) { nodes { key topics { key } activities(first: 9) { nodes { key promises { basis promise { key } } } } } }
        activities(first: 2) { nodes { topics { key } } }
      }
      signatory(id: "jonas-lindell") { agreements(first: 9) { nodes { key signatories(first: 9) { nodes { key } } } } }
      agreement(id: "0643-2017") {
        relations { relation relatedAgreement { key } relatedPeriodStart agreement { key } }
        findings(first: 9) { nodes { kind basis agreement { key } } }
        followUps(first: 9) { nodes { frequency dueOn agreement { key } } }
        issues(first: 9) { nodes { kind agreement { key } } }
        documents { key mediaType sha256 agreements(first: 2) { nodes { key } } quotes(first: 1) { nodes { words document { key } agreement { key } } } }
        topics { key agreements(first: 1) { totalCount } }
      }
      actors(first: 100) { nodes { key activities(first: 1, filter: { agreement: { extent: TRANSCRIBED } }) { nodes { actors { text actor { key } activity { key } } } } } }
    }`)
    expect(data.county).toMatchObject({ policeRegion: { key: 'ost', counties: { totalCount: 3 } } })
    expect(data.policeArea).toMatchObject({
      municipalities: {
        nodes: [
          { name: 'Aneby' },
          { name: 'Nässjö' },
          { name: 'Sävsjö' },
          { name: 'Vetlanda' },
          { name: 'Eksjö' },
          { name: 'Tranås' },
        ],
      },
      agreements: {
        nodes: expect.arrayContaining([
          { key: '0604-2021', extent: 'CATALOGUED' },
          { key: '0684-2018', extent: 'TRANSCRIBED' },
          { key: '0685-2020', extent: 'TRANSCRIBED' },
        ]),
      },
    })
    expect(data.topic).toMatchObject({
      broader: null,
      narrower: [{ key: 'impaired-driving' }, { key: 'reckless-driving' }],
      promises: { nodes: [{ key: '0685-2020-p1' }, { key: '1083-2022-p3' }, { key: '1766-2019-p2' }] },
    })
    expect(data.signatory).toMatchObject({
      agreements: { nodes: [{ key: '0684-2018' }, { key: '0685-2020' }] },
    })
    expect(data.agreement).toMatchObject({
      relations: [
        {
          relation: 'EXTENDS',
          relatedAgreement: null,
          relatedPeriodStart: 2016,
          agreement: { key: '0643-2017' },
        },
        { relation: 'STANDS_UNDER' },
      ],
      documents: [
        { key: '0643-2017-d1', mediaType: 'text/plain', agreements: { nodes: [{ key: '0643-2017' }] } },
      ],
    })
    const by = (key: string) => expect.objectContaining({ actor: { key } })
    expect(data.actors).toMatchObject({
      nodes: expect.arrayContaining([
        { key: 'municipality', activities: { nodes: [{ actors: [by('police'), by('municipality')] }] } },
      ]),
    })
  })

  test('a catalogued agreement has facts, and null for what nobody listed and for the words that we do not hold', async () => {
    const data = await dataOf(`{ agreement(id: "0604-2021") {
      extent commitmentsSeen title periodStart periodStartPrecision signedOn statedPromises summarySv
      promises(first: 1) { totalCount } activities(first: 1) { totalCount } signatures(first: 1) { totalCount }
      signatories(first: 1) { totalCount } findings(first: 1) { totalCount } followUps(first: 1) { totalCount }
      topics { key } documents { url text publisherKind }
    }
    described: agreement(id: "1083-2022-co") { extent findingsSeen findings(first: 9) { nodes { key kind } } }
    named: agreement(id: "0821-2020-co") { commitmentsSeen promises(first: 1) { totalCount } activities(first: 1) { totalCount } } }`)
    // Another agreement's transcribed source says something of it.
    expect(data.described).toEqual({
      extent: 'CATALOGUED',
      findingsSeen: 'SOME',
      findings: { nodes: [1, 2, 3, 4].map((n) => ({ key: `1083-2022-f${n}`, kind: 'FOCUS_AREA' })) },
    })
    expect(data.named).toEqual({ commitmentsSeen: 'NONE_LISTED', promises: null, activities: null })
    expect(data.agreement).toMatchObject({
      extent: 'CATALOGUED',
      title: null,
      periodStart: '2021-01-01',
      periodStartPrecision: 'YEAR',
      signedOn: '2021-03-23',
      statedPromises: 2,
      promises: { totalCount: 2 },
      signatures: null,
      signatories: null,
      findings: null,
      followUps: null,
      topics: [{ key: 'narcotics' }, { key: 'police-presence' }],
      documents: [{ text: null, publisherKind: 'MUNICIPALITY' }],
    })
  })

  test('a joint agreement is one, and each of its municipalities leads to it', async () => {
    const data = await dataOf(`{
      a: municipality(code: "1419") { agreements(first: 9) { nodes { key } } }
      b: municipality(code: "1421") { agreements(first: 9) { nodes { key municipalities { name } } } }
    }`)
    expect(data.a).toMatchObject({ agreements: { nodes: expect.arrayContaining([{ key: '1415-2017' }]) } })
    expect(data.b).toMatchObject({
      agreements: {
        nodes: expect.arrayContaining([
          {
            key: '1415-2017',
            municipalities: [{ name: 'Stenungsund' }, { name: 'Tjörn' }, { name: 'Orust' }],
          },
        ]),
      },
    })
  })

  test('totals keep transcribed and catalogued apart', async () => {
    const data = await dataOf(`{
      dataset { revision date licence { id } note { sv en }
        counts { promises activities signatories agreements { transcribed catalogued } municipalities { transcribed catalogued noneFound notResearched } }
        tables { name rows }
      }
      promises(first: 1) { totalCount }
      transcribed: agreements(first: 1, filter: { extent: TRANSCRIBED }) { totalCount }
      catalogued: agreements(first: 1, filter: { extent: CATALOGUED }) { totalCount }
      none: municipalities(first: 100, filter: { researchState: NONE_FOUND }) { nodes { name } }
    }`)
    expect(data).toMatchObject({
      dataset: {
        revision: 1,
        date: bundledData().date,
        licence: { id: 'CC0-1.0' },
        counts: {
          promises: 2377,
          activities: 1424,
          signatories: 12,
          agreements: { transcribed: 5, catalogued: 1080 },
          municipalities: { transcribed: 5, catalogued: 282, noneFound: 3, notResearched: 0 },
        },
        tables: expect.arrayContaining([{ name: 'municipalities', rows: 290 }]),
      },
      promises: { totalCount: 2377 },
      transcribed: { totalCount: 5 },
      catalogued: { totalCount: 1080 },
      none: {
        nodes: ['Arvika', 'Skinnskatteberg', 'Ovanåker'].map((name) => ({ name })),
      },
    })
  })

  test('a police area is found by key, name, alias or misprint', async () => {
    const data = await dataOf(`{
      key: policeArea(id: "hoglandet") { key }
      name: policeArea(id: "Höglandet") { key }
      long: policeArea(id: "lokalpolisområde höglandet") { key }
      misprint: policeArea(id: "Lokalpolisområde Högländet") { key }
      capitals: policeArea(id: "LOKALPOLISOMRÅDE HÖGLÄNDET") { key }
      node: policeArea(id: "PoliceArea:hoglandet") { key }
      none: policeArea(id: "Höglandsbygden") { key }
    }`)
    const found = { key: 'hoglandet' }
    const spelt = { key: found, name: found, long: found, misprint: found, capitals: found, node: found }
    expect(data).toEqual({ ...spelt, none: null })
  })

  test('any row is found by its id, in the order asked for', async () => {
    const data = await dataOf(`{
      node(id: "Promise:0685-2020-p1") { __typename id ... on Promise { text } }
      nodes(ids: ["Signatory:jonas-lindell", "County:99", "Municipality:0685", "Topic:fraud"]) { __typename id }
      agreement(id: "Agreement:0685-2020") { id key }
    }`)
    expect(data).toMatchObject({
      node: {
        __typename: 'Promise',
        id: 'Promise:0685-2020-p1',
        text: 'Att öka trafiksäkerheten genom att motverka felaktiga trafikbeteenden.',
      },
      nodes: [
        { id: 'Signatory:jonas-lindell' },
        null,
        { __typename: 'Municipality', id: 'Municipality:0685' },
        { id: 'Topic:fraud' },
      ],
      agreement: { id: 'Agreement:0685-2020', key: '0685-2020' },
    })
  })

  test('a value is traced to its words in the document', async () => {
    const data = await dataOf(`{ node(id: "Activity:0685-2020-a2") { ... on Activity {
      quotes { columnName startOffset endOffset words document { text } }
    } } }`)
    const { quotes } = data.node as {
      quotes: {
        columnName: string
        startOffset: number
        endOffset: number
        words: string
        document: { text: string }
      }[]
    }
    expect(quotes.map(({ columnName, words }) => [columnName, words])).toEqual([
      ['actor_id', 'Polisen'],
      ['heading', 'Medborgarlöfte i Vetlanda kommun 2020-2021'],
      ['target_value', 'minst femton trafikkontroller'],
      ['text', 'Polisen ska genomföra minst femton trafikkontroller med inriktning på trafikbeteenden.'],
    ])
    for (const { startOffset, endOffset, words, document } of quotes) {
      expect(Array.from(document.text).slice(startOffset, endOffset).join('')).toBe(words)
    }
  })

  test('an agreement is to come, in force or over on a day', async () => {
    const data = await dataOf(`{ agreement(id: "0685-2020") {
      before: lifecycle(on: "2019-12-31") first: lifecycle(on: "2020-01-01") last: lifecycle(on: "2021-12-31") after: lifecycle(on: "2022-01-01")
    } announced: agreement(id: "2480-2025") { stage before: lifecycle(on: "2024-12-31") within: lifecycle(on: "2026-01-01") after: lifecycle(on: "2028-01-01")
    } open: agreement(id: "2280-2019") { lifecycle(on: "2031-01-01") } undated: agreement(id: "1440-undated") { lifecycle(on: "2021-01-01") } }`)
    expect(data).toEqual({
      agreement: { before: 'UPCOMING', first: 'ACTIVE', last: 'ACTIVE', after: 'ENDED' },
      announced: { stage: 'ANNOUNCED', before: 'UPCOMING', within: 'UNKNOWN', after: 'UNKNOWN' },
      open: { lifecycle: 'ACTIVE' },
      undated: { lifecycle: 'UNKNOWN' },
    })
  })

  describe('pages', () => {
    const page = async (args: string) => {
      const data = await dataOf(
        `{ municipalities(${args}) { nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      )
      const { nodes, pageInfo } = data.municipalities as {
        nodes: { code: string }[]
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
      }
      return { codes: nodes.map(({ code }) => code), pageInfo }
    }
    const all = bundledData()
      .tables.municipalities.map(({ code }) => code)
      .sort()

    test('forward give every row once, in order', async () => {
      const seen: string[] = []
      for (let after = ''; ; ) {
        const { codes, pageInfo } = await page(`first: 100${after}`)
        seen.push(...codes)
        expect(pageInfo.hasPreviousPage).toBe(after !== '')
        if (!pageInfo.hasNextPage) break
        after = `, after: "${pageInfo.endCursor}"`
      }
      expect(seen).toEqual(all)
    })

    test('backward give the same rows from the end, each page in the order of the list', async () => {
      const seen: string[] = []
      for (let before = ''; ; ) {
        const { codes, pageInfo } = await page(`last: 100${before}`)
        seen.unshift(...codes)
        expect(pageInfo.hasNextPage).toBe(before !== '')
        if (!pageInfo.hasPreviousPage) break
        before = `, before: "${pageInfo.startCursor}"`
      }
      expect(seen).toEqual(all)
    })

    test('of a child list with a position go on where they ended', async () => {
      const query = (after: string) =>
        `{ agreement(id: "0685-2020") { activities(first: 3${after}) { nodes { key } pageInfo { endCursor hasNextPage } } } }`
      const read = async (after: string) => {
        const data = await dataOf(query(after))
        return (
          data.agreement as {
            activities: { nodes: { key: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
          }
        ).activities
      }
      const first = await read('')
      const second = await read(`, after: "${first.pageInfo.endCursor}"`)
      const third = await read(`, after: "${second.pageInfo.endCursor}"`)
      expect([first, second, third].map(({ nodes }) => nodes.map(({ key }) => key.slice(-2)))).toEqual([
        ['a1', 'a2', 'a3'],
        ['a4', 'a5', 'a6'],
        ['a7'],
      ])
      expect(third.pageInfo.hasNextPage).toBe(false)
    })
  })

  test('a link is null only where the database has room for no key, and never leads nowhere', async () => {
    const links = outputFields().flatMap(([type, field]) => {
      const reading = readingOf(field)
      return reading?.kind === 'link' ? [{ type, field, reading }] : []
    })
    expect(links.length).toBeGreaterThan(25)
    const columns = await database.db
      .select({ key: sql<string>`key`, isNullable: sql<boolean>`is_nullable` })
      .from(sql`(
        select conrelid::regclass || '.' || attname as key, not attnotnull as is_nullable from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = any(conkey) where contype = 'f'
      ) as referring`)
    const nullable = new Map(columns.map(({ key, isNullable }) => [key, isNullable]))
    for (const { type, field, reading } of links) {
      const owner = Object.values<Dataset>(datasets).find((dataset) => dataset.type === type)
      const key = `${owner?.name}.${snakeCase(reading.column)}`
      expect(!isNonNullType(field.type), `${type}.${field.name} by ${key}`).toBe(nullable.get(key))
    }
  })

  test('nothing has a key with a NUL in it', async () => {
    const data = await dataOf(`{
      municipality(code: "0685\\u0000") { code }
      policeArea(id: "hoglandet\\u0000") { key }
      node(id: "Municipality:0685\\u0000") { id }
      nodes(ids: ["Municipality:0685\\u0000", "Topic:fraud"]) { id }
    }`)
    expect(data).toEqual({
      municipality: null,
      policeArea: null,
      node: null,
      nodes: [null, { id: 'Topic:fraud' }],
    })
  })

  describe('a request that has no single meaning is refused, saying what to send', () => {
    test.each([
      ['no size', '{ promises { totalCount } }', 'BAD_PAGE', /exactly one of first and last, from 1 to 100/],
      [
        'both directions',
        '{ promises(first: 1, last: 1) { totalCount } }',
        'BAD_PAGE',
        /exactly one of first and last/,
      ],
      [
        'more than the limit',
        '{ promises(first: 101) { totalCount } }',
        'BAD_PAGE',
        /first: 101 on Query.promises is not allowed; send a number from 1 to 100/,
      ],
      [
        'less than one',
        '{ promises(last: 0) { totalCount } }',
        'BAD_PAGE',
        /last: 0 on Query.promises is not allowed; send a number from 1 to 100/,
      ],
      [
        'a child list without size',
        '{ agreement(id: "0685-2020") { promises { totalCount } } }',
        'BAD_PAGE',
        /Agreement.promises needs exactly one of first and last/,
      ],
      [
        'a second cursor that is none',
        '{ promises(first: 1, before: "x") { totalCount } }',
        'BAD_CURSOR',
        /"x" is not a valid cursor of Query.promises/,
      ],
      [
        'a cursor that is none',
        '{ promises(first: 1, after: "x") { totalCount } }',
        'BAD_CURSOR',
        /"x" is not a valid cursor of Query.promises/,
      ],
      [
        'an id that is none',
        '{ node(id: "0685-2020") { id } }',
        'BAD_ID',
        /send an id such as Agreement:0685-2020/,
      ],
      ['an id of what is no node', '{ node(id: "Quote:1") { id } }', 'BAD_ID', /"Quote:1" is not a valid id/],
      [
        'an id of a type that there is not',
        '{ nodes(ids: ["Topic:fraud", "Nothing:1"]) { id } }',
        'BAD_ID',
        /"Nothing:1" is not a valid id/,
      ],
      [
        'a day that is none',
        '{ agreement(id: "0685-2020") { lifecycle(on: "yesterday") } }',
        'BAD_DATE',
        /send a date such as/,
      ],
      [
        'too many ids',
        `{ nodes(ids: [${Array(101).fill('"Topic:fraud"')}]) { id } }`,
        'TOO_MANY_IDS',
        /101 ids are too many; send at most 100/,
      ],
    ])('%s', async (_what, query, code, message) => {
      const refusal = await refusalOf(query)
      expect(refusal.message).toMatch(message)
      expect(refusal.code).toBe(code)
    })

    test('a cursor of the same connection from another row', async () => {
      const page = (code: string, after = '') =>
        `{ county(code: "${code}") { municipalities(first: 2 ${after}) { nodes { code } pageInfo { endCursor } } } }`
      const data = await dataOf(page('06'))
      const { endCursor } = (data.county as { municipalities: { pageInfo: { endCursor: string } } })
        .municipalities.pageInfo
      const after = `after: "${endCursor}"`
      expect(await dataOf(page('06', after))).toMatchObject({
        county: { municipalities: { nodes: [{ code: '0642' }, { code: '0643' }] } },
      })
      const refusal = await refusalOf(page('05', after))
      expect(refusal).toMatchObject({ code: 'BAD_CURSOR' })
      expect(refusal.message).toContain('not a valid cursor of County.municipalities of "05"')
      // Of several rows only one has it.
      const several = `{ counties(first: 10) { nodes { municipalities(first: 2 ${after}) { totalCount } } } }`
      expect(await refusalOf(several)).toMatchObject({ code: 'BAD_CURSOR' })
    })

    test('a cursor of another connection', async () => {
      const data = await dataOf('{ topics(first: 1) { pageInfo { endCursor } } }')
      const { endCursor } = (data.topics as { pageInfo: { endCursor: string } }).pageInfo
      const refusal = await refusalOf(`{ municipalities(first: 1, after: "${endCursor}") { totalCount } }`)
      expect(refusal).toMatchObject({ code: 'BAD_CURSOR' })
    })
  })

  describe('the number of SQL statements does not grow with the number of rows', () => {
    // Levels: municipalities, agreements, promises and activities and signatures, actors and topics, …
    const query = (size: number) => `{
      municipalities(first: ${size}) { totalCount nodes {
        county { policeRegion { key } }
        policeAreas { policeDistrict { key } }
        agreements(first: 5) { totalCount nodes {
          policeArea { key } municipalities { code } topics { broader { key } } documents { key } relations { relatedAgreement { key } }
          promises(first: 5) { nodes { topics { key } quotes { words } } }
          activities(first: 5) { nodes { actors { actor { key } } promises { promise { key } } } }
          signatures(first: 5) { nodes { signatory { agreements(first: 5) { nodes { key } } } } }
        } }
      } }
    }`

    test('10 parents and 100 parents take the same', async () => {
      await dataOf(query(10))
      const ten = statements.length
      await dataOf(query(100))
      const hundred = statements.length
      expect(ten).toBeLessThanOrEqual(FIELDS)
      expect(hundred).toBeLessThanOrEqual(FIELDS)
    })
    /** One statement for each field of the query that leads to other rows, and for each total. */
    const FIELDS = 26

    test('100 transcribed and catalogued agreements take one statement a field', async () => {
      await dataOf('{ agreements(first: 100) { nodes { municipalities { name } } } }')
      expect(statements).toHaveLength(2)
      await dataOf(
        '{ agreements(first: 100) { nodes { municipalities { county { nameSv } } issues(first: 3) { totalCount nodes { kind } } } } }',
      )
      expect(statements).toHaveLength(5)
    })

    test('the same row asked for by many is fetched once', async () => {
      await dataOf('{ municipalities(first: 100) { nodes { county { policeRegion { key } } } } }')
      expect(statements).toHaveLength(3)
    })
  })

  test('a query whose pages within each other have no end is refused before it is read', async () => {
    const nested = (levels: number): string =>
      levels === 0 ? 'key' : `topics { agreements(first: 100) { nodes { ${nested(levels - 1)} } } }`
    const query = `{ agreements(first: 100) { nodes { ${nested(5)} } } }`
    statements = []
    const refusal = await refusalOf(query)
    expect(refusal).toMatchObject({
      code: 'TOO_MANY_ROWS',
      message: expect.stringContaining('at most 100000'),
    })
    expect(statements).toEqual([])
    const byFragments = `query ($n: Int) { agreements(first: $n) { nodes { ...A } } }
      fragment A on Agreement { topics { agreements(first: $n) { nodes { ...B } } } }
      fragment B on Agreement { topics { agreements(first: $n) { nodes { key } } } }`
    expect((await clientOf(database).refusalOf(byFragments, { n: 100 })).code).toBe('TOO_MANY_ROWS')
    expect(await clientOf(database).dataOf(byFragments, { n: 1 })).toBeDefined()
  })

  test('what is our fault is masked, and not told to the client', async () => {
    const broken = createApp({
      database: {
        ...database,
        reader: new Proxy(database.reader, {
          get: () => () => {
            throw new Error('secret: relation "x" of host 10.0.0.1')
          },
        }),
      },
      store: new FolderStore('exports/none'),
      publicUrl: 'http://test',
      log: { error: () => {} },
    })
    const response = await broken.fetch(
      new Request('http://test/graphql?query={topics(first:1){totalCount}}'),
    )
    const text = await response.text()
    expect(text).not.toContain('secret')
    expect(text).toContain('Unexpected error')
  })
})

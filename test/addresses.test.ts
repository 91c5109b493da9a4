import { isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { load } from '../src/database/load.ts'
import { pageAddress, pageDatasets } from '../src/datasets/addresses.ts'
import { schema } from '../src/graphql/schema.ts'
import { bundledData, copyOf, databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'

const ADDRESSES = [
  ['Municipality:0685', '/kommun/0685-vetlanda/', '/en/municipality/0685-vetlanda/'],
  ['Municipality:0305', '/kommun/0305-habo/', '/en/municipality/0305-habo/'],
  ['Municipality:2023', '/kommun/2023-malung-salen/', '/en/municipality/2023-malung-salen/'],
  ['County:06', '/lan/06-jonkoping/', '/en/county/06-jonkoping/'],
  ['County:20', '/lan/20-dalarna/', '/en/county/20-dalarna/'],
  ['County:14', '/lan/14-vastra-gotaland/', '/en/county/14-vastra-gotaland/'],
  ['PoliceArea:hoglandet', '/polis/hoglandet/', '/en/police/hoglandet/'],
  ['PoliceDistrict:varmland', '/polis/omrade/varmland/', '/en/police/district/varmland/'],
  ['PoliceRegion:ost', '/polis/region/ost/', '/en/police/region/ost/'],
  ['Agreement:0685-2020', '/lofte/0685-2020/', '/en/agreement/0685-2020/'],
  ['Promise:0685-2020-p1', '/lofte/0685-2020/#0685-2020-p1', '/en/agreement/0685-2020/#0685-2020-p1'],
  ['Activity:0685-2020-a2', '/lofte/0685-2020/#0685-2020-a2', '/en/agreement/0685-2020/#0685-2020-a2'],
  ['Topic:narcotics', '/amne/narcotics/', '/en/topic/narcotics/'],
  ['Actor:police', '/aktor/police/', '/en/actor/police/'],
  ['Signatory:jonas-lindell', '/person/jonas-lindell/', '/en/person/jonas-lindell/'],
  ['Document:0685-2020-d1', '/kalla/0685-2020-d1/', '/en/source/0685-2020-d1/'],
] as const

test('no two rows have one address', () => {
  const { tables } = bundledData()
  const of = new Map<string, string>()
  for (const name of pageDatasets) {
    for (const row of tables[name]) {
      const address = pageAddress(name, row)
      expect(of.get(address), address).toBeUndefined()
      of.set(address, name)
    }
  }
  expect(new Set(of.values())).toEqual(new Set(pageDatasets))
})

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase)
    const renamed = copyOf(bundledData())
    for (const person of renamed.tables.signatories)
      if (person.id === 'jonas-lindell') person.name = 'J. Lindell'
    await load(asked.database.db, renamed)
  })
  afterAll(() => asked.close())

  test('every node tells its page in either language, and the revision that last changed it', async () => {
    const ids = ADDRESSES.map(([id]) => id)
    const { nodes } = await asked.dataOf(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id url en: url(language: EN) revision } }',
      { ids },
    )
    expect(nodes).toEqual(
      ADDRESSES.map(([id, url, en]) => ({ id, url, en, revision: id === 'Signatory:jonas-lindell' ? 2 : 1 })),
    )
  })

  test('of a page of rows, what last changed them takes one statement', async () => {
    const { signatories } = await asked.dataOf('{ signatories(first: 100) { nodes { key url revision } } }')
    expect(asked.statements()).toHaveLength(2)
    for (const { key, url, revision } of signatories.nodes) {
      expect([url, revision]).toEqual([`/person/${key}/`, key === 'jonas-lindell' ? 2 : 1])
    }
  })

  test('a document has the address of its page, and that of its source', async () => {
    const { document } = await asked.dataOf('{ document(id: "0685-2020-d1") { url sourceUrl } }')
    const { url } = bundledData().tables.documents.find(({ id }) => id === '0685-2020-d1') ?? {}
    expect(document).toEqual({ url: '/kalla/0685-2020-d1/', sourceUrl: url })
  })

  test.each([
    ['actor', 'police'],
    ['promise', '0685-2020-p1'],
    ['activity', '0685-2020-a2'],
    ['document', '0685-2020-d1'],
  ])('%s gives a row by its key or its id, and null where there is none', async (field, key) => {
    const type = schema.getQueryType()?.getFields()[field]?.type
    const data = await asked.dataOf(
      `{ byKey: ${field}(id: "${key}") { key } byId: ${field}(id: "${type}:${key}") { key } none: ${field}(id: "no-such") { key } }`,
    )
    expect(isObjectType(type)).toBe(true)
    expect(data).toEqual({ byKey: { key }, byId: { key }, none: null })
  })
})

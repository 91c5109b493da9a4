import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { clientOf } from './support/ask.ts'
import { copyOf, databases, sampleData } from './support/databases.ts'

describe.each(databases)('on $name', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('from an agreement to what it renews or extends, and back', async () => {
    const data = copyOf(sampleData())
    const [relation] = data.tables.agreement_relations
    if (!relation) throw new Error('the bundled data have no relation')
    const to = (position: number, kind: typeof relation.relation, relatedAgreementId: string) => ({
      ...relation,
      id: `0685-2020-r${90 + position}`,
      agreementId: '0685-2020',
      position: 90 + position,
      relation: kind,
      relatedAgreementId,
    })
    data.tables.agreement_relations.push(
      to(1, 'renews', '0684-2018'),
      to(2, 'extends', '0643-2017'),
      to(3, 'follows', '1083-2022'),
    )
    await load(database.db, data)
    const asked = await clientOf(database).dataOf(`{
      new: agreement(id: "0685-2020") { renews { key } renewedBy { key } }
      old: agreement(id: "0684-2018") { renews { key } renewedBy { key } }
      followed: agreement(id: "1083-2022") { renews { key } renewedBy { key } }
    }`)
    expect(asked).toEqual({
      new: { renews: [{ key: '0643-2017' }, { key: '0684-2018' }], renewedBy: [] },
      old: { renews: [], renewedBy: [{ key: '0685-2020' }] },
      followed: { renews: [], renewedBy: [] },
    })
  })
})

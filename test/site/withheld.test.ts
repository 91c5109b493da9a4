import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { load } from '../../src/database/load.ts'
import { MASK } from '../../src/datasets/mask.ts'
import type { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { chartsOf } from '../../src/http/site/released-charts.ts'
import type { Data } from '../../src/records/read-data.ts'
import { withhold } from '../../src/records/withheld.ts'
import { copyOf, sampleData } from '../support/databases.ts'
import { releaseSample } from '../support/sample-release.ts'
import { openSite, type TestSite, textOf } from '../support/site.ts'

const NAME = 'Jonas Lindell'
const KEY = 'jonas-lindell'

/** Where the name stands in the texts of sources. */
function placesOf({ tables }: Data) {
  return tables.documents.flatMap(({ id, text }) =>
    text === null
      ? []
      : [...text.matchAll(new RegExp(NAME, 'g'))].map(({ index }) => {
          const startOffset = [...text.slice(0, index)].length
          return { documentId: id, startOffset, endOffset: startOffset + [...NAME].length }
        }),
  )
}

/** The data without the person, who is withdrawn with all signatures. */
function withdrawn(): Data {
  const data = copyOf(sampleData())
  const { tables } = data
  const gone = new Set(tables.signatures.flatMap(({ id, signatoryId }) => (signatoryId === KEY ? [id] : [])))
  const reason = {
    withdrawnOn: '2026-11-30',
    reasonSv: 'Namnet är undantaget.',
    reasonEn: 'The name is withheld.',
  }
  tables.signatories = tables.signatories.filter(({ id }) => id !== KEY)
  tables.signatures = tables.signatures.filter(({ id }) => !gone.has(id))
  tables.quotes = tables.quotes.filter(({ recordId }) => !gone.has(recordId))
  tables.tombstones.push(
    { dataset: 'signatories', recordId: KEY, ...reason },
    ...[...gone].map((recordId) => ({ dataset: 'signatures', recordId, ...reason })),
  )
  return data
}

describe('a name that is withheld after it was public', () => {
  let site: TestSite
  let release: string
  let folder: string
  const places = placesOf(sampleData())
  beforeAll(async () => {
    site = await openSite({ data: sampleData() })
    const store = site.store as FolderStore
    folder = store.place
    await releaseSample(site.database.db, store)
    expect(await site.text('/kalla/0685-2020-d1/')).toContain(NAME)
    const data = withdrawn()
    expect(withhold(data.tables, places)).toEqual([])
    await load(site.database.db, data)
    site.app.drop()
    const further = chartsOf(site.database, { error: (message) => expect.unreachable(message) })
    release = (await releaseSample(site.database.db, store, { further })).manifest.release
    site.setNow('2026-11-30T13:00:00Z') // releases are looked for again
  }, 120_000)
  afterAll(() => site.close())

  test.each([
    '/kommun/0685-vetlanda/',
    '/kommun/0685-vetlanda/index.json',
    '/lofte/0685-2020/',
    '/lofte/0685-2020/index.json',
    '/kalla/0685-2020-d1/',
    '/kalla/0685-2020-d1/index.json',
    '/kalla/0685-2020-d1/index.csv',
    '/rattelser/',
    '/rattelser/index.json',
    '/rattelser.atom',
    '/en/corrections.atom',
    '/diagram/amnen.svg',
    '/inbaddning/amnen/',
    '/utforska/',
    '/lika-ord/',
    '/sitemap.xml',
    '/feed.atom',
  ])('is gone from %s', async (path) => {
    expect(await site.text(path)).not.toContain(NAME)
  })

  test('is marked in the text of the source, where all quotes stay in their places', async () => {
    expect(places.length).toBeGreaterThan(0)
    const html = await site.text('/kalla/0685-2020-d1/')
    expect(html).toContain(`${MASK.repeat(5)} ${MASK.repeat(7)}`)
    expect(textOf(html)).toContain('Ett namn är undantaget')
    expect(html).toContain('id="t760"')
    expect((await site.get(`/person/${KEY}/`)).status).toBe(404)
    expect((await site.get(`/id/signatory/${KEY}`)).status).toBe(410)
  })

  test('is gone from the log of changes, of all revisions, and found by no search', async () => {
    let told = 0
    for (let after: string | null = null; ; ) {
      const { changes } = await site.dataOf(
        `query ($after: String) { changes(since: 0, first: 100, after: $after, filter: { dataset: ["documents", "signatories", "signatures", "quotes"] }) {
          nodes { dataset rowKey before after } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
      const text = JSON.stringify(changes.nodes)
      expect(text).not.toContain(NAME)
      told += text.split(MASK.repeat(7)).length - 1
      if (!changes.pageInfo.hasNextPage) break
      after = changes.pageInfo.endCursor
    }
    expect(told).toBeGreaterThan(2 * places.length) // when it was added, and before and after the change
    const { search } = await site.dataOf(`{ search(query: "${NAME}", first: 10) { totalCount } }`)
    expect(search.totalCount).toBe(0)
  })

  test('is in no file of the next release', () => {
    const found: string[] = []
    const look = (at: string) => {
      for (const name of readdirSync(at)) {
        const path = join(at, name)
        if (statSync(path).isDirectory()) look(path)
        else if (readFileSync(path).includes(NAME)) found.push(path)
      }
    }
    look(join(folder, release))
    expect(found).toEqual([])
  })
})

test('a record that still has the name is refused, without saying it', () => {
  const kept = copyOf(sampleData())
  const [place] = placesOf(sampleData())
  if (!place) throw new Error('The sample has lost the name')
  const messages = withhold(kept.tables, [place]).map(({ message }) => message)
  expect(messages.join()).toContain('remove the record too')
  expect(messages.join()).toContain('a row of signatories still contains the words')
  expect(messages.join()).not.toContain(NAME)
  const outside = { documentId: '0685-2020-d1', startOffset: 5, endOffset: 9_999_999 }
  expect(withhold(kept.tables, [outside]).map(({ message }) => message)).toEqual([
    expect.stringContaining('has no text from 5 to 9999999'),
  ])
})

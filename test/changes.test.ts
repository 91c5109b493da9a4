import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { load } from '../src/database/load.ts'
import { rowExporter, rowKey } from '../src/datasets/dataset.ts'
import { datasetNames, datasets } from '../src/datasets/index.ts'
import { copyOf, databases, sampleData } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'

const WITHDRAWN = '0685-2020-a7'
const FIELDS =
  'nodes { revision dataset rowKey kind before after isWithdrawn } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

interface Change {
  readonly revision: number
  readonly dataset: string
  readonly rowKey: string
  readonly kind: string
  readonly before: { [column: string]: unknown } | null
  readonly after: { [column: string]: unknown } | null
  readonly isWithdrawn: boolean
}

/** Revision 2 renames a person; revision 3 withdraws an activity with all that belongs to it. */
function laterRevisions() {
  const renamed = copyOf(sampleData())
  for (const person of renamed.tables.signatories)
    if (person.id === 'jonas-lindell') person.name = 'J. Lindell'
  const withdrawn = copyOf(renamed)
  const { tables } = withdrawn
  tables.activities = tables.activities.filter(({ id }) => id !== WITHDRAWN)
  for (const name of ['activity_actors', 'activity_promises', 'activity_topics'] as const) {
    tables[name] = tables[name].filter(({ activityId }) => activityId !== WITHDRAWN) as never[]
  }
  tables.quotes = tables.quotes.filter(({ recordId }) => recordId !== WITHDRAWN)
  tables.tombstones.push({
    dataset: 'activities',
    recordId: WITHDRAWN,
    withdrawnOn: '2026-11-22',
    reasonSv: 'Fel.',
    reasonEn: 'Wrong.',
  })
  return [renamed, withdrawn]
}

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase, sampleData())
    for (const data of laterRevisions()) await load(asked.database.db, data)
  })
  afterAll(() => asked.close())

  async function logSince(since: number, { size = 100, backward = false } = {}): Promise<Change[]> {
    const seen: Change[] = []
    for (let cursor = ''; ; ) {
      const page = backward ? `last: ${size}${cursor}` : `first: ${size}${cursor}`
      const { changes } = await asked.dataOf(`{ changes(since: ${since}, ${page}) { ${FIELDS} } }`)
      if (backward) seen.unshift(...changes.nodes)
      else seen.push(...changes.nodes)
      const { hasNextPage, hasPreviousPage, startCursor, endCursor } = changes.pageInfo
      expect(backward ? hasNextPage : hasPreviousPage).toBe(cursor !== '')
      if (!(backward ? hasPreviousPage : hasNextPage)) return seen
      cursor = backward ? `, before: "${startCursor}"` : `, after: "${endCursor}"`
    }
  }

  test('since a revision gives what later ones changed, before and after', async () => {
    const [first, ...others] = await logSince(1)
    expect(first).toEqual({
      revision: 2,
      dataset: 'signatories',
      rowKey: 'jonas-lindell',
      kind: 'CHANGED',
      before: { id: 'jonas-lindell', name: 'Jonas Lindell' },
      after: { id: 'jonas-lindell', name: 'J. Lindell' },
      isWithdrawn: false,
    })
    expect(others.map(({ revision }) => revision)).toEqual(others.map(() => 3))
    expect(await logSince(2)).toEqual(others)
  })

  test('the newest revision gives an empty page', async () => {
    const { changes } = await asked.dataOf(`{ changes(since: 3, first: 5) { totalCount ${FIELDS} } }`)
    expect(changes).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    })
  })

  test('all changes since 0 make the data, page by page in either direction', async () => {
    const log = await logSince(0)
    const places = log.map(({ revision, dataset, rowKey }) => [revision, dataset, rowKey])
    expect(places).toEqual(places.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)))
    expect(await logSince(0, { backward: true })).toEqual(log)
    const { changes } = await asked.dataOf('{ changes(since: 0, last: 1) { totalCount } }')
    expect(changes.totalCount).toBe(log.length)
    expect(asked.statements()).toHaveLength(3)

    const copy = new Map<string, unknown>()
    for (const change of log) {
      const key = `${change.dataset} ${change.rowKey}`
      if (change.kind === 'REMOVED') copy.delete(key)
      else copy.set(key, change.after)
    }
    const { tables } = laterRevisions()[1] ?? sampleData()
    const expected = datasetNames.flatMap((name) =>
      tables[name].map((row): [string, unknown] => [
        `${name} ${rowKey(datasets[name], row)}`,
        rowExporter(datasets[name])(row),
      ]),
    )
    expect(copy).toEqual(new Map(expected))
  })

  test('of a withdrawn row the log tells that it changed, and no longer how', async () => {
    const log = await logSince(0)
    const own = log.filter(({ dataset, rowKey }) => dataset === 'activities' && rowKey === WITHDRAWN)
    expect(own.map(({ revision, kind }) => [revision, kind])).toEqual([
      [1, 'ADDED'],
      [3, 'REMOVED'],
    ])
    const quotes = log.filter(
      ({ dataset, rowKey }) => dataset === 'quotes' && rowKey.startsWith(`${WITHDRAWN} `),
    )
    expect(quotes.length).toBeGreaterThan(0)
    for (const change of [...own, ...quotes]) {
      expect(change).toMatchObject({ before: null, after: null, isWithdrawn: true })
    }
    const { text } = sampleData().tables.activities.find(({ id }) => id === WITHDRAWN) ?? { text: '' }
    const rest = log.filter(({ dataset }) => dataset !== 'documents')
    expect(text).not.toBe('')
    expect(JSON.stringify(rest)).not.toContain(JSON.stringify(text).slice(1, -1))
  })

  test('a filter leaves the changes of datasets, kinds and municipalities, as the log itself tells them', async () => {
    const log = await logSince(0)
    const changesBy = async (filter: string, since = 0) => {
      const seen: string[] = []
      for (let after = ''; ; ) {
        const { changes } = await asked.dataOf(
          `{ changes(since: ${since}, first: 100${after}, filter: { ${filter} }) { totalCount ${FIELDS} } }`,
        )
        seen.push(
          ...changes.nodes.map(({ revision, dataset, rowKey }: Change) => `${revision} ${dataset} ${rowKey}`),
        )
        if (!changes.pageInfo.hasNextPage) {
          expect(changes.totalCount).toBe(seen.length)
          return seen
        }
        after = `, after: "${changes.pageInfo.endCursor}"`
      }
    }
    const expected = (holds: (change: Change) => boolean) =>
      log.filter(holds).map(({ revision, dataset, rowKey }) => `${revision} ${dataset} ${rowKey}`)
    expect(await changesBy('dataset: ["signatories", "actors"]')).toEqual(
      expected(({ dataset }) => ['signatories', 'actors'].includes(dataset)),
    )
    expect(await changesBy('kind: [CHANGED, REMOVED]')).toEqual(expected(({ kind }) => kind !== 'ADDED'))
    expect(await changesBy('kind: REMOVED, dataset: "quotes"', 2)).toEqual(
      expected(({ kind, dataset }) => kind === 'REMOVED' && dataset === 'quotes'),
    )
    // The rows of Vetlanda's agreements, and of reports on them, have keys that begin with its code.
    expect(await changesBy('municipality: "Vetlanda"')).toEqual(
      expected(
        ({ dataset, rowKey, after }) =>
          (dataset === 'municipalities' && rowKey === '0685') ||
          (['police_area_municipalities', 'municipality_years'].includes(dataset) &&
            after?.municipality_code === '0685') ||
          (dataset !== 'documents' && dataset !== 'tombstones' && rowKey.startsWith('0685-')),
      ),
    )
  })

  test('a change leads to the row as it is now, where there is one', async () => {
    const { changes } = await asked.dataOf(
      '{ changes(since: 1, first: 100, filter: { dataset: ["signatories", "activities"] }) { nodes { rowKey node { id url revision ... on Signatory { name } } } } }',
    )
    expect(changes.nodes).toEqual([
      {
        rowKey: 'jonas-lindell',
        node: {
          id: 'Signatory:jonas-lindell',
          url: '/person/jonas-lindell/',
          revision: 2,
          name: 'J. Lindell',
        },
      },
      { rowKey: WITHDRAWN, node: null },
    ])
  })

  test.each([
    ['dataset: "agreement"', 'ChangeFilter.dataset: unknown dataset "agreement"; nearest: agreements'],
    ['dataset: []', 'ChangeFilter.dataset is an empty list'],
    ['municipality: "Vetlnda"', 'unknown municipality "Vetlnda"; nearest: "Vetlanda" ("0685")'],
  ])('a filter with %s is refused', async (filter, message) => {
    const refusal = await asked.refusalOf(
      `{ changes(since: 0, first: 1, filter: { ${filter} }) { totalCount } }`,
    )
    expect(refusal).toEqual({ code: 'BAD_FILTER', message: expect.stringContaining(message) })
  })

  test.each([4, -1, 2147483647])('since: %i is refused, saying which revisions there are', async (since) => {
    const refusal = await asked.refusalOf(`{ changes(since: ${since}, first: 1) { totalCount } }`)
    expect(refusal).toEqual({
      code: 'BAD_REVISION',
      message: expect.stringContaining(`Revision ${since} does not exist; send a number from 0 to 3`),
    })
  })

  test('a cursor holds for the revision that it was asked since', async () => {
    const { changes } = await asked.dataOf(`{ changes(since: 0, first: 1) { ${FIELDS} } }`)
    const after = changes.pageInfo.endCursor
    const refusal = await asked.refusalOf(`{ changes(since: 1, first: 1, after: "${after}") { totalCount } }`)
    expect(refusal).toMatchObject({ code: 'BAD_CURSOR' })
    const forged = Buffer.from('["Query.changes(since: 0)",9e9,"a","b"]').toString('base64url')
    expect(
      await asked.refusalOf(`{ changes(since: 0, first: 1, after: "${forged}") { totalCount } }`),
    ).toMatchObject({ code: 'BAD_CURSOR' })
  })

  test('a page needs one of first and last', async () => {
    expect(await asked.refusalOf('{ changes(since: 0) { totalCount } }')).toMatchObject({ code: 'BAD_PAGE' })
  })
})

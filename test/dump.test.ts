import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Column, type Dataset, snakeCase } from '../src/datasets/dataset.ts'
import { type DatasetName, datasetNames, datasets } from '../src/datasets/index.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'
import { withOwnCommitments } from './support/own-commitments.ts'
import { type JsonRow, rowsOfJson } from './support/read-formats.ts'
import { releaseSample } from './support/sample-release.ts'

/** What a row of GraphQL is read as. */
type Answered = { readonly [field: string]: unknown }

/** The datasets that have a connection of their own, by its field. */
const CONNECTIONS: { readonly [N in DatasetName]?: string } = {
  police_regions: 'policeRegions',
  counties: 'counties',
  municipalities: 'municipalities',
  police_districts: 'policeDistricts',
  police_areas: 'policeAreas',
  topics: 'topics',
  actors: 'actors',
  documents: 'documents',
  agreements: 'agreements',
  promises: 'promises',
  activities: 'activities',
  signatories: 'signatories',
  signatures: 'signatures',
  findings: 'findings',
  follow_ups: 'followUps',
  issues: 'issues',
  reports: 'reports',
  outcomes: 'outcomes',
}

/** The datasets that are reached through a field of another. */
const FIELDS: { readonly [N in DatasetName]?: { of: DatasetName; field: string } } = {
  police_area_municipalities: { of: 'police_areas', field: 'coverage' },
  agreement_relations: { of: 'agreements', field: 'relations' },
  activity_promises: { of: 'activities', field: 'promises' },
  activity_actors: { of: 'activities', field: 'actors' },
  promise_actors: { of: 'promises', field: 'actors' },
  agreement_parties: { of: 'agreements', field: 'parties' },
  confirmations: { of: 'municipalities', field: 'confirmations' },
  municipality_years: { of: 'municipalities', field: 'years' },
}

/** The datasets that are nothing but links, whose field gives the rows linked to. */
const LINKS: { readonly [N in DatasetName]?: { of: DatasetName; field: string; isConnection?: true } } = {
  agreement_municipalities: { of: 'agreements', field: 'municipalities' },
  agreement_documents: { of: 'agreements', field: 'documents' },
  agreement_topics: { of: 'agreements', field: 'topics' },
  promise_topics: { of: 'promises', field: 'topics' },
  activity_topics: { of: 'activities', field: 'topics' },
  report_agreements: { of: 'reports', field: 'agreements', isConnection: true },
}

/** The target of a promise or an activity is one field of several columns. */
const TARGET: JsonRow = {
  targetOperator: 'operator',
  targetValue: 'value',
  targetUnit: 'unit',
  targetPer: 'per',
  targetValueTo: 'valueTo',
  targetWhat: 'what',
  targetPerYear: 'perYear',
  targetPerYearUnknownReason: 'perYearUnknownReason',
}

const keyField = (dataset: Dataset) => (dataset.key[0] === 'code' ? 'code' : 'key')
const datasetOf = (name: string): Dataset => datasets[name as DatasetName] // a column refers to a dataset

/** The fields that hold all columns of a dataset. */
function selectionOf(dataset: Dataset): string {
  return Object.entries<Column>(dataset.columns)
    .map(([name, { references }]) => {
      if (name in TARGET) return `${name}: target { value: ${TARGET[name]} }`
      if (name === 'url' && dataset.key[0] === 'id') return 'url: sourceUrl' // `url` is the page of the row
      if (references === undefined) return name === 'id' ? 'id: key' : name
      return `${name}: ${name.replace(/(Id|Code)$/, '')} { value: ${keyField(datasetOf(references))} }`
    })
    .join(' ')
}

/** A row of GraphQL as JSON of a release has it. */
function rowOf(dataset: Dataset, answered: Answered): JsonRow {
  return Object.fromEntries(
    Object.entries<Column>(dataset.columns).map(([name, { type, references }]) => {
      const field = answered[name]
      const isNested = references !== undefined || name in TARGET
      const value = isNested ? ((field as { value: unknown } | null)?.value ?? null) : field
      if (type === 'enum') return [snakeCase(name), typeof value === 'string' ? value.toLowerCase() : value]
      if (type === 'enums') return [snakeCase(name), (value as string[]).map((word) => word.toLowerCase())]
      return [snakeCase(name), value]
    }),
  )
}

/** All rows of a connection, a page at a time. */
async function all({ dataOf }: Asked, field: string, selection: string, args = ''): Promise<Answered[]> {
  const rows: Answered[] = []
  for (let after = ''; ; ) {
    const { list } = await dataOf(
      `{ list: ${field}(first: 100 ${args} ${after}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
    )
    rows.push(...list.nodes)
    if (!list.pageInfo.hasNextPage) return rows
    after = `after: "${list.pageInfo.endCursor}"`
  }
}

/** The quotes of every document. They stand in its archived text. */
async function quotesOf(asked: Asked): Promise<Answered[]> {
  const rows: Answered[] = []
  for (const { id } of await all(asked, 'documents', 'id', 'filter: { hasText: true }')) {
    for (let after = ''; ; ) {
      const { node } = await asked.dataOf(
        `{ node(id: "${id}") { ... on Document { quotes(first: 100 ${after}) { nodes { ${selectionOf(datasets.quotes)} } pageInfo { hasNextPage endCursor } } } } }`,
      )
      rows.push(...node.quotes.nodes)
      if (!node.quotes.pageInfo.hasNextPage) break
      after = `after: "${node.quotes.pageInfo.endCursor}"`
    }
  }
  return rows
}

/** All that GraphQL says of a dataset, as rows of a release. */
async function rowsOfGraphql(asked: Asked, name: DatasetName): Promise<JsonRow[]> {
  const dataset: Dataset = datasets[name]
  const connection = CONNECTIONS[name]
  if (connection) {
    return (await all(asked, connection, selectionOf(dataset))).map((row) => rowOf(dataset, row))
  }
  if (name === 'quotes') return (await quotesOf(asked)).map((row) => rowOf(dataset, row))
  const field = FIELDS[name]
  if (field) {
    const rows = await all(
      asked,
      CONNECTIONS[field.of] ?? '',
      `rows: ${field.field} { ${selectionOf(dataset)} }`,
    )
    return rows.flatMap(({ rows: own }) => (own as Answered[]).map((row) => rowOf(dataset, row)))
  }
  const link = LINKS[name]
  if (!link) throw new Error(`GraphQL does not show ${name}`)
  const [from = '', to = ''] = dataset.key.map(snakeCase)
  const linked = datasetOf(Object.values<Column>(dataset.columns)[1]?.references ?? '')
  const value = `{ value: ${keyField(linked)} }`
  // A link is an object, or a connection if there may be many.
  const selected = link.isConnection ? `(first: 100) { nodes ${value} }` : value
  const rows = await all(
    asked,
    CONNECTIONS[link.of] ?? '',
    `from: ${keyField(datasets[link.of])} to: ${link.field} ${selected}`,
  )
  return rows.flatMap(({ from: own, to: others }) =>
    ((others as { nodes?: { value: string }[] }).nodes ?? (others as { value: string }[])).map(
      ({ value }) => ({ [from]: own, [to]: value }),
    ),
  )
}

/** What a release tells, and GraphQL does not: how the topic of an agreement was established. */
const UNTOLD: { readonly [N in DatasetName]?: readonly string[] } = { agreement_topics: ['basis'] }

describe.each(databases)('a release on $name', (testDatabase) => {
  let asked: Asked
  let folder: string
  beforeAll(async () => {
    asked = await askable(testDatabase, withOwnCommitments())
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-dump-'))
    const { manifest } = await releaseSample(asked.database.db, new FolderStore(folder))
    const { dataset } = await asked.dataOf('{ dataset { revision } }')
    expect(dataset.revision).toBe(manifest.revision)
  })
  afterAll(async () => {
    await asked.close()
    rmSync(folder, { recursive: true })
  })

  test.each(datasetNames.filter((name) => name !== 'tombstones'))(
    'holds the rows of %s that GraphQL gives at the same revision, no more and no fewer',
    async (name) => {
      const dumped = rowsOfJson(join(folder, 'latest', `${name}.json`)).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !UNTOLD[name]?.includes(column))),
      )
      const told = await rowsOfGraphql(asked, name)
      const sorted = (rows: readonly JsonRow[]) => rows.map((row) => JSON.stringify(row)).sort()
      expect(told.length).toBeGreaterThan(0)
      expect(sorted(told)).toEqual(sorted(dumped))
    },
  )

  test('holds as many rows of each dataset as GraphQL says there are', async () => {
    const { dataset } = await asked.dataOf('{ dataset { tables { name rows } } }')
    expect(dataset.tables).toEqual(
      datasetNames.map((name) => ({ name, rows: rowsOfJson(join(folder, 'latest', `${name}.json`)).length })),
    )
  })
})

import { getNamedType, isInputObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Column, Dataset } from '../src/datasets/dataset.ts'
import { datasets } from '../src/datasets/index.ts'
import { fieldNameOf } from '../src/graphql/columns.ts'
import { schema } from '../src/graphql/schema.ts'
import { type ConnectionDataset, listedDatasets } from '../src/graphql/typed-datasets.ts'
import { databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'
import { withOwnCommitments } from './support/own-commitments.ts'

const data = withOwnCommitments()

/** The list of all rows of each dataset. */
const roots = new Map(
  Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => [
    getNamedType(field.type).name,
    field.name,
  ]),
)

/** A condition on a column, as it is asked, and the rows for which it holds. */
interface Asking {
  readonly root: string
  readonly filter: string
  readonly holds: number
}

/** What is asked of each column that has a condition by its type: a value that a row has. */
function askings(name: ConnectionDataset): Asking[] {
  const dataset: Dataset = datasets[name]
  const filter = schema.getType(`${dataset.type}Filter`)
  const root = roots.get(`${dataset.type}Connection`)
  if (!isInputObjectType(filter) || !root) return []
  return Object.entries(dataset.columns).flatMap(([column, { type }]) => {
    const field = filter.getFields()[fieldNameOf(column)]
    const rows = data.tables[name].map((row) => ({ ...row })[column as never] as unknown)
    const value = rows.find((each) => each !== null && each !== '')
    // Of promises this asks of their activities too.
    const isOther = name === 'promises' && column.startsWith('target') && column !== 'targetGroup'
    if (!field || value === undefined || isOther) return []
    return conditionsOn(type, String(getNamedType(field.type)), value).map(([asked, holds]) => ({
      root,
      filter: `${field.name}: ${asked}`,
      holds: rows.filter((each) => each !== null && holds(each)).length,
    }))
  })
}

function conditionsOn(
  type: Column['type'],
  asked: string,
  value: unknown,
): readonly (readonly [asked: string, holds: (value: unknown) => boolean])[] {
  const sent = JSON.stringify(value)
  if (asked === 'TextMatch') {
    const same = (one: unknown) => String(one).toLowerCase()
    const beginning = String(value).slice(0, 30)
    return [
      [`{ is: [${sent}] }`, (each) => same(each) === same(value)],
      [`{ contains: ${JSON.stringify(beginning)} }`, (each) => same(each).includes(same(beginning))],
    ]
  }
  if (asked === 'NumberRange') return [[`{ atMost: ${sent} }`, (each) => Number(each) <= Number(value)]]
  if (asked === 'DateRange') return [[`{ from: ${sent} }`, (each) => String(each) >= String(value)]]
  if (type === 'boolean') return [[sent, (each) => each === value]]
  if (type === 'enum') return [[String(value).toUpperCase(), (each) => each === value]]
  return []
}

const all = listedDatasets.flatMap(askings)

test('every list of rows can be filtered by key, and by the texts that its rows have', () => {
  for (const name of listedDatasets) {
    const { type, key, columns }: Dataset = datasets[name]
    const filter = schema.getType(`${type}Filter`)
    const fields = isInputObjectType(filter) ? Object.keys(filter.getFields()) : []
    const texts = Object.keys(columns).filter(
      (column) => columns[column]?.type === 'text' && !columns[column].references,
    )
    expect(fields, name).toEqual(
      expect.arrayContaining([...key.slice(0, key.length === 1 ? 1 : 0), ...texts].map(fieldNameOf)),
    )
  }
  expect(all.length).toBeGreaterThan(100)
})

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase, data)
  })
  afterAll(() => asked.close())

  test.each(listedDatasets)('the columns of %s filter as their values are', async (name) => {
    for (const { root, filter, holds } of askings(name)) {
      const { list } = await asked.dataOf(`{ list: ${root}(first: 1, filter: { ${filter} }) { totalCount } }`)
      expect(list.totalCount, `${root}: ${filter}`).toBe(holds)
    }
  })
})

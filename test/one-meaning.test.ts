import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../src/graphql/schema.ts'
import { databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'
import { withOwnCommitments } from './support/own-commitments.ts'

// What belongs to a row is one and the same, whether it is asked for within the row, by a filter or by statistics.

type Field = GraphQLField<unknown, unknown>

const query = schema.getQueryType()?.getFields() ?? {}
const isConnection = (type: GraphQLNamedType) => type.name.endsWith('Connection')
const argument = (field: Field, name: string) => field.args.find((each) => each.name === name)

/** The connection over all rows of a type, by the type of the connection or of its rows. */
function rootOf(type: GraphQLNamedType): Field | undefined {
  const name = isConnection(type) ? type.name : `${type.name}Connection`
  return Object.values(query).find(
    (field) => getNamedType(field.type).name === name && !argument(field, 'query'),
  )
}

/** A field of a row that lists other rows, and the filter by the row that gives the same ones. */
interface Nested {
  readonly name: string
  readonly type: string
  readonly field: string
  readonly isConnection: boolean
  /** What the field is asked beside its page. */
  readonly asked: string
  readonly rows: string
  readonly root: string
  readonly condition: string
  readonly conditionType: GraphQLInputType
}

const withoutRoot: string[] = []
const withoutCondition: string[] = []
const nested: Nested[] = []
for (const type of Object.values(schema.getTypeMap())) {
  const rows = rootOf(type)
  if (!isObjectType(type) || isConnection(type) || !rows) continue
  for (const field of Object.values(type.getFields())) {
    const of = getNamedType(field.type)
    const isList = isListType(getNullableType(field.type)) && isObjectType(of)
    if (!isList && !isConnection(of)) continue
    const root = rootOf(of)
    if (!root) {
      if (!isList) withoutRoot.push(`${type.name}.${field.name}`)
      continue
    }
    const filter = getNamedType(argument(root, 'filter')?.type)
    const conditions = isInputObjectType(filter) ? filter.getFields() : {}
    const own = type.name.charAt(0).toLowerCase() + type.name.slice(1)
    const add = (name: string, asked: string, condition = conditions[name]) => {
      const described = `${type.name}.${field.name}${asked && `(${asked})`}`
      if (!condition) {
        withoutCondition.push(described)
        return
      }
      nested.push({
        name: described,
        type: type.name,
        field: field.name,
        isConnection: !isList,
        asked,
        rows: rows.name,
        root: root.name,
        condition: condition.name,
        conditionType: condition.type,
      })
    }
    // A list has what the row has itself.
    add(isList && conditions[`${own}Itself`] ? `${own}Itself` : own, '')
    if (argument(field, 'itself')) add(`${own}Itself`, 'itself: true')
  }
}

test('every connection within a row has a filter that gives the same', () => {
  expect(withoutRoot.sort()).toEqual(['Activity.similar', 'Document.quotes', 'Promise.similar'])
  // These lists are about rows of the type itself.
  expect(withoutCondition.sort()).toEqual([
    'Activity.topics',
    'Agreement.renewedBy',
    'Agreement.renews',
    'Promise.topics',
    'Topic.narrower',
  ])
  expect(nested.filter((each) => each.isConnection).length).toBeGreaterThan(25)
})

/** The most rows of a type that are looked at for one field: those with the most, and some with none. */
const MOST_ROWS = 12

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase, withOwnCommitments())
  })
  afterAll(() => asked.close())

  /** How many rows a field lists within each row of a type, by key. */
  async function countsWithin({ type, rows, field, asked: args, isConnection }: Nested) {
    const named = schema.getType(type)
    const key = isObjectType(named) && 'code' in named.getFields() ? 'code' : 'key'
    const list = isConnection ? `${field}(first: 1 ${args}) { totalCount }` : `${field} { __typename }`
    const counts: (readonly [key: string, count: number])[] = []
    for (let after: string | null = null, isMore = true; isMore; ) {
      const data = await asked.dataOf(
        `query ($after: String) { rows: ${rows}(first: 100, after: $after) { nodes { key: ${key} ${list} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
      for (const node of data.rows.nodes) {
        const found = node[field] // null where the words of an agreement are not held
        counts.push([node.key, found === null ? 0 : isConnection ? found.totalCount : found.length])
      }
      isMore = data.rows.pageInfo.hasNextPage
      after = data.rows.pageInfo.endCursor
    }
    return counts
  }

  test.each(nested.filter(({ field, asked: args }) => field === 'agreements' && !args))(
    '$rows filtered by agreement are those with such agreements within them',
    async ({ rows, field }) => {
      const filter = '{ year: 2019, extent: TRANSCRIBED }'
      const { list, all } = await asked.dataOf(`{
        list: ${rows}(first: 100, filter: { agreement: ${filter} }) { nodes { id ${field}(first: 1, filter: ${filter}) { totalCount } } }
        all: ${rows}(first: 1, filter: { agreement: ${filter} }) { totalCount }
      }`)
      expect(list.nodes.length).toBe(all.totalCount)
      for (const { id, [field]: within } of list.nodes) expect(within.totalCount, id).toBeGreaterThan(0)
    },
  )

  const groupings = schema.getType('StatisticsGrouping')
  const names = isEnumType(groupings) ? groupings.getValues().map(({ name }) => name) : []

  test.each(names.filter((name) => name !== 'ALL'))(
    'statistics by %s count what the filter of that name gives',
    async (name) => {
      const field = name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
      const { statistics } = await asked.dataOf(
        `{ statistics(groupBy: ${name}) { key agreements { transcribed catalogued } promises activities } }`,
      )
      type Group = {
        key: string | null
        agreements: { [extent: string]: number }
        promises: number
        activities: number
      }
      const sizeOf = ({ agreements: { transcribed = 0, catalogued = 0 } }: Group) => transcribed + catalogued
      const groups = (statistics as Group[]).filter(({ key }) => key !== null)
      groups.sort((one, other) => other.promises - one.promises || sizeOf(other) - sizeOf(one))
      for (const group of [...groups.slice(0, 8), ...groups.slice(-2)]) {
        const counts = await countsBy(field, String(group.key))
        expect(counts, `${group.key}`).toEqual([sizeOf(group), group.promises, group.activities])
      }
    },
  )

  /** How many agreements, promises and activities a filter gives, which may be of the agreement that they stand in. */
  async function countsBy(field: string, key: string): Promise<number[]> {
    const lists = ['agreements', 'promises', 'activities'].map((root) => {
      const filter = getNamedType(query[root] && argument(query[root], 'filter')?.type)
      const conditions = isInputObjectType(filter) ? filter.getFields() : {}
      // What only promises have of their own is as without "itself" for the others.
      const own = [field, field.replace(/Itself$/, '')].find((each) => conditions[each])
      const isEnum = ['extent', 'kind', 'targetWhat', 'reportedState'].includes(field)
      const value = field === 'year' ? key : isEnum ? key.toUpperCase() : `"${key}"`
      const condition = own ? `${own}: ${value}` : `agreement: { ${field}: ${value} }`
      return `${root}(first: 1, filter: { ${condition} }) { totalCount }`
    })
    const data = await asked.dataOf(`{ ${lists.join(' ')} }`)
    return [data.agreements.totalCount, data.promises.totalCount, data.activities.totalCount]
  }

  test.each(nested)('of a filter by $condition of $root, either it holds or not does', async (each) => {
    const counts = (await countsWithin(each)).sort(([, one], [, other]) => other - one)
    const [key = ''] = counts[0] ?? []
    const value = isInputObjectType(getNullableType(each.conditionType)) ? `{ key: "${key}" }` : `"${key}"`
    const holds = `{ ${each.condition}: ${value} }`
    const count = (filter: string) => `${each.root}(first: 1, filter: ${filter}) { totalCount }`
    const data = await asked.dataOf(`{
      all: ${each.root}(first: 1) { totalCount }
      yes: ${count(holds)}  no: ${count(`{ not: ${holds} }`)}
      either: ${count(`{ or: [${holds}, { not: ${holds} }] }`)}  both: ${count(`{ and: [${holds}, { not: ${holds} }] }`)}
    }`)
    const all = data.all.totalCount
    expect(data.yes.totalCount + data.no.totalCount).toBe(all)
    expect([data.either.totalCount, data.both.totalCount]).toEqual([all, 0])
  })

  test.each(nested)('$name lists what the filter $condition of $root gives', async (each) => {
    const counts = (await countsWithin(each)).sort(([, one], [, other]) => other - one)
    const looked = [...counts.slice(0, MOST_ROWS - 2), ...counts.slice(-2)]
    const condition = (key: string) =>
      isInputObjectType(getNullableType(each.conditionType)) ? `{ key: "${key}" }` : `"${key}"`
    for (const [key, count] of looked) {
      const filter = `{ ${each.condition}: ${condition(key)} }`
      const { list } = await asked.dataOf(
        `{ list: ${each.root}(first: 1, filter: ${filter}) { totalCount } }`,
      )
      expect(list.totalCount, key).toBe(count)
    }
    expect(counts[0]?.[1]).toBeGreaterThan(0)
  })
})

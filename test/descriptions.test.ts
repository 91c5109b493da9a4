import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../src/graphql/schema.ts'

// Every description about the data is in English and Swedish. Exempt, and in English alone, is the machinery of GraphQL:

/** Its own scalars, the place of a page, and the quota of a client. */
const EXEMPT_TYPES = ['PageInfo', 'RateLimit']
const EXEMPT_FIELDS = ['Query.rateLimit']
/** The connections and edges, and what each of them has alike. */
const IS_PAGING_TYPE = /(Connection|Edge)$/
const PAGING_FIELDS = ['cursor', 'edges', 'node', 'nodes', 'pageInfo', 'totalCount']
const PAGING_ARGUMENTS = ['first', 'last', 'before', 'after']

interface Described {
  readonly place: string
  readonly description: string | null | undefined
}

/** The type, its values, its fields and their arguments, without what is exempt. */
function describedIn(type: GraphQLNamedType): Described[] {
  const { name, description } = type
  if (name.startsWith('__') || isSpecifiedScalarType(type) || EXEMPT_TYPES.includes(name)) return []
  const isPaging = IS_PAGING_TYPE.test(name)
  const own = isPaging ? [] : [{ place: name, description }]
  if (isEnumType(type)) {
    const values = type.getValues()
    return [...own, ...values.map((value) => ({ ...value, place: `${name}.${value.name}` }))]
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own
  const fields = Object.values(type.getFields())
    .filter((field) => !EXEMPT_FIELDS.includes(`${name}.${field.name}`))
    .filter((field) => !(isPaging && PAGING_FIELDS.includes(field.name)))
    .flatMap((field) => {
      const place = `${name}.${field.name}`
      const args: readonly GraphQLArgument[] = 'args' in field ? field.args : []
      const ownArgs = args.filter((arg) => !PAGING_ARGUMENTS.includes(arg.name))
      return [
        { place, description: field.description },
        ...ownArgs.map((arg) => ({ place: `${place}(${arg.name})`, description: arg.description })),
      ]
    })
  return [...own, ...fields]
}

test('every description about the data is in English and Swedish', () => {
  const described = Object.values(schema.getTypeMap()).flatMap(describedIn)
  expect(described.length).toBeGreaterThan(1_000)
  const lacking = described.filter(({ description }) => !/^\S.*\n\nSvenska: \S/s.test(description ?? ''))
  expect(lacking.map(({ place }) => place)).toEqual([])
})

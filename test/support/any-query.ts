import fc from 'fast-check'
import { type GraphQLField, type GraphQLObjectType, getNamedType, isEnumType, isObjectType } from 'graphql'
import { schema } from '../../src/graphql/schema.ts'

/** Keys that are in the bundled records, and one that is not, by the argument that takes them. */
const KEYS: { readonly [field: string]: readonly string[] } = {
  activity: ['0685-2020-a2', 'none'],
  actor: ['police', 'none'],
  agreement: ['0685-2020', 'Agreement:0643-2017', '0126-2020', 'none'],
  document: ['0685-2020-d1', 'none'],
  county: ['06', '01', '99'],
  municipality: ['0685', '0684', '0000'],
  policeDistrict: ['none'],
  policeRegion: ['ost', 'none'],
  signatory: ['jonas-lindell', 'none'],
  topic: ['traffic-safety', 'none'],
  report: ['2580-rep1', 'none'],
  node: ['Agreement:0685-2020', 'Municipality:0685', 'Topic:traffic-safety'],
}

/** What a plan does not cover; such queries have tests of their own. */
const LEFT_OUT = [
  'changes',
  'dataset',
  'nodes',
  'policeArea',
  'promise',
  'rateLimit',
  'search',
  'similar',
  'statistics',
]

/** Any query of some depth over the rows of the datasets: links, lists, pages, counts, cursors, aliases, fragments. */
export function anyQuery(depth: number): fc.Arbitrary<string> {
  const query = schema.getQueryType()
  if (!query) throw new Error('The schema has no queries')
  return fieldsOf(query, depth).map(
    (fields) =>
      `query ($yes: Boolean = true) { is: __typename @skip(if: $yes) ...All } fragment All on Query ${fields}`,
  )
}

function fieldsOf(type: GraphQLObjectType, depth: number): fc.Arbitrary<string> {
  const fields = Object.values(type.getFields()).filter(
    (field) => !LEFT_OUT.includes(field.name) || type.name.endsWith('Connection'),
  )
  const flat = fields.filter((field) => !isObjectType(getNamedType(field.type)))
  const within = depth > 0 ? fields : flat
  const chosen = fc.subarray(within, {
    minLength: Math.min(1, within.length),
    maxLength: Math.min(5, within.length),
  })
  return chosen
    .chain((some) => fc.tuple(...some.map((field) => fieldOf(field, depth))))
    .chain((texts) =>
      fc
        .constantFrom('', '__typename ', 'again: __typename ')
        .map((typename) => `{ ${`${typename}${texts.join(' ')}`.trim() || '__typename'} }`),
    )
}

function fieldOf(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string> {
  const parts = fc.record({
    alias: fc.constantFrom('', '', `${field.name}2: `),
    args: argumentsOf(field),
    condition: fc.constantFrom('', '', '', ' @include(if: $yes)', ' @skip(if: $yes)'),
    within: selectionOf(field, depth),
  })
  return parts.map(
    ({ alias, args, condition, within }) => `${alias}${field.name}${args}${condition}${within}`,
  )
}

function selectionOf(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string> {
  const type = getNamedType(field.type)
  if (field.name === 'node') {
    if (type.name !== 'Node')
      return isObjectType(type) ? fieldsOf(type, depth - 1).map((set) => ` ${set}`) : fc.constant('')
    const agreement = schema.getType('Agreement')
    if (!isObjectType(agreement)) throw new Error('The schema has no agreements')
    return fieldsOf(agreement, depth - 1).map((set) => ` { id ... on Agreement ${set} }`)
  }
  if (!isObjectType(type)) return fc.constant('')
  // Connections, edges and the like are no level of their own.
  const isWrapper = /(Connection|Edge|PageInfo|Target)$/.test(type.name)
  return fieldsOf(type, isWrapper ? depth : depth - 1).map((set) => ` ${set}`)
}

function argumentsOf(field: GraphQLField<unknown, unknown>): fc.Arbitrary<string> {
  const given = field.args.flatMap(({ name, type }): fc.Arbitrary<string>[] => {
    if (name === 'first') return [fc.constantFrom('first: 2', 'first: 30', 'last: 3')]
    if (name === 'on') return [fc.constant('on: "2020-06-30"')]
    const keys = KEYS[field.name]
    if ((name === 'id' || name === 'code') && keys)
      return [fc.constantFrom(...keys).map((key) => `${name}: "${key}"`)]
    if (name === 'language') return [fc.constantFrom('', 'language: EN', 'language: SV')]
    if (name === 'filter' && field.name !== 'search' && field.name !== 'statistics') {
      return [fc.constantFrom('', '', 'filter: { or: [{}, { not: {} }] }', 'filter: { not: { and: [{}] } }')]
    }
    if (name === 'itself') return [fc.constantFrom('', 'itself: true', 'itself: false', 'itself: $yes')]
    const named = getNamedType(type)
    if (name === 'sort' && isEnumType(named)) {
      return [fc.constantFrom('', ...named.getValues().map((value) => `sort: ${value.name}`))]
    }
    return []
  })
  return fc.tuple(...given).map((texts) => {
    const all = texts.filter((text) => text !== '').join(', ')
    return all && `(${all})`
  })
}

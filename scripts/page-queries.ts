// Writes the TypeScript of the queries of pages: their text with the fragments that they use, and the type of their answer, so
// that the compiler tells where a page reads what its query does not ask for. Run by npm run generate.

import { globSync, readFileSync } from 'node:fs'
import {
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
  typeFromAST,
  validate,
} from 'graphql'
import { schema } from '../src/graphql/schema.ts'

const FOLDERS = 'src/{site,charts}/queries'
/** The fragments that several queries use. */
const FRAGMENTS = 'src/site/queries/fragments.graphql'
const HEAD = '// Generated from the .graphql beside it by npm run generate.'
const SCALARS: { readonly [name: string]: string } = {
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  JSON: 'unknown',
}

/** The TypeScript of each query file, by the path it is written to. */
export function pageQueries(): ReadonlyMap<string, string> {
  const shared = fragmentsOf(readFileSync(FRAGMENTS, 'utf8'))
  const files = globSync(`${FOLDERS}/*.graphql`).filter((path) => path !== FRAGMENTS)
  const queries = files
    .sort()
    .map((path): [string, string] => [`${path}.ts`, typescriptOf(path, readFileSync(path, 'utf8'), shared)])
  return new Map([...queries, [`${FRAGMENTS}.ts`, typesOf(shared)]])
}

/** The types of the fragments, for the parts of pages that show what several queries ask for. */
function typesOf(fragments: Fragments): string {
  const types = [...fragments.values()].map(({ name, typeCondition, selectionSet }) => {
    const written = objectType(schema, { name: typeCondition.name.value }, selectionSet, fragments, new Set())
    return `export interface ${name.value} ${written}\n`
  })
  return `${HEAD}\n${types.join('\n')}`
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

function fragmentsOf(text: string): Fragments {
  const fragments = parse(text).definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
  return new Map(
    fragments.map((each) => [(each as FragmentDefinitionNode).name.value, each as FragmentDefinitionNode]),
  )
}

function typescriptOf(path: string, text: string, shared: Fragments): string {
  const [operation] = parse(text).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  const { name, variableDefinitions = [], selectionSet } = operation as OperationDefinitionNode
  if (!name) throw new Error(`A query of a page has a name: ${text.slice(0, 80)}`)
  const fragments = new Map([...shared, ...fragmentsOf(text)])
  const used = new Set<string>()
  const query = schema.getQueryType()
  if (!query) throw new Error('The schema has a query type')
  const data = objectType(schema, query, selectionSet, fragments, used)
  const variables = variableDefinitions.map(({ variable, type, defaultValue }) => {
    const isOptional = type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined
    return `readonly ${variable.name.value}${isOptional ? '?' : ''}: ${inputType(schema, type)}`
  })
  const own = print(parse(text)) // whichever way the file is set out
  const whole = [
    own,
    ...[...used]
      .filter((each) => !own.includes(`fragment ${each} on`))
      .map((each) => print(fragments.get(each) as FragmentDefinitionNode)),
  ].join('\n\n')
  const errors = validate(schema, parse(whole))
  if (errors.length > 0) throw new Error(`${name.value}: ${errors.map(({ message }) => message).join('; ')}`)
  const constant = `${name.value.charAt(0).toLowerCase()}${name.value.slice(1)}Query`
  const home = path.startsWith('src/site/') ? '..' : '../../site'
  return `${HEAD}
import type { Query } from '${home}/query.ts'

export interface ${name.value}Data ${data}

export const ${constant}: Query<${name.value}Data, { ${variables.join('; ')} }> = {
  name: '${name.value}',
  text: ${JSON.stringify(whole)},
}
`
}

function inputType(schema: GraphQLSchema, type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return inputType(schema, type.type)
  if (type.kind === Kind.LIST_TYPE) return `readonly ${inputType(schema, type.type)}[]`
  const named = typeFromAST(schema, type)
  if (isEnumType(named))
    return `(${named
      .getValues()
      .map(({ name }) => `'${name}'`)
      .join(' | ')})`
  if (named && 'getFields' in named) return 'object'
  return SCALARS[type.name.value] ?? 'string'
}

/** The fields that a selection has of one object type, by the names that they have in the answer. */
function fieldsOf(
  schema: GraphQLSchema,
  type: string,
  { selections }: SelectionSetNode,
  fragments: Fragments,
  used: Set<string>,
): Map<string, string> {
  const fields = new Map<string, string>()
  const object = schema.getType(type)
  if (!isObjectType(object)) throw new Error(`${type} is not an object type`)
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value
      if (selection.name.value === '__typename') {
        fields.set(name, `'${type}'`)
        continue
      }
      const field = object.getFields()[selection.name.value]
      if (!field) throw new Error(`${type} has no field ${selection.name.value}`)
      fields.set(name, outputType(schema, field.type, selection.selectionSet, fragments, used))
      continue
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) used.add(selection.name.value)
    const within = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
    if (!within) throw new Error(`There is no fragment ${print(selection)}`)
    const condition = within.typeCondition?.name.value ?? type
    const named = schema.getType(condition)
    const applies = condition === type || (isAbstractType(named) && schema.isSubType(named, object))
    if (!applies) continue
    for (const [name, written] of fieldsOf(schema, type, within.selectionSet, fragments, used))
      fields.set(name, written)
  }
  return fields
}

function objectType(
  schema: GraphQLSchema,
  type: { readonly name: string },
  selection: SelectionSetNode,
  fragments: Fragments,
  used: Set<string>,
): string {
  const named = schema.getType(type.name)
  if (isAbstractType(named)) {
    const possible = schema
      .getPossibleTypes(named)
      .filter((each) => fieldsOf(schema, each.name, selection, fragments, new Set()).size > 0)
      .map((each) => objectType(schema, each, selection, fragments, used))
    return [...new Set(possible)].join(' | ')
  }
  const fields = fieldsOf(schema, type.name, selection, fragments, used)
  return `{ ${[...fields].map(([name, written]) => `readonly ${name}: ${written}`).join('; ')} }`
}

function outputType(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  selection: SelectionSetNode | undefined,
  fragments: Fragments,
  used: Set<string>,
): string {
  if (!isNonNullType(type)) return `${nonNull(type)} | null`
  return nonNull(type.ofType)

  function nonNull(inner: GraphQLOutputType): string {
    if (isListType(inner))
      return `readonly (${outputType(schema, inner.ofType, selection, fragments, used)})[]`
    const named = getNamedType(inner)
    if (isEnumType(named))
      return `(${named
        .getValues()
        .map(({ name }) => `'${name}'`)
        .join(' | ')})`
    if (selection) return objectType(schema, named, selection, fragments, used)
    return SCALARS[named.name] ?? 'string'
  }
}

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { type Operation, pageSize } from './page-product.ts'
import { variablesIn } from './variables.ts'

/**
 * How many rows a list without pages is assumed to return, such as the topics of a promise or the documents of an
 * agreement.
 */
const LIST_ROWS = 3

/** The same for introspection: the fields of a type, its values, the arguments of a field. */
const INTROSPECTED_ROWS = 10

/** The cost of counting all rows of a connection. */
const COUNT = 10

/** Fields that cost more than the rows that they return. */
export const WEIGHTS: { readonly [field: string]: number } = {
  'Query.search': 20,
  'Query.statistics': 200,
  'Query.changes': 10,
  'Promise.similar': 10,
  'Activity.similar': 10,
}

/** The arguments that say how much a query requests. Its cost depends on no other values. */
const SIZES: readonly string[] = ['first', 'last', 'ids']

/** The variables that the cost of a document depends on. */
export function sizingVariables(
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): string[] {
  return variablesIn(definitions, ({ name }) => SIZES.includes(name.value))
}

/** The possible cost of a query. */
export interface Cost {
  /** The maximum: every page is full, and a list without pages has three rows. */
  readonly most: number
  /** The part of it that is for introspection, for which nothing is read. */
  readonly introspected: number
}

/** The cost of a selection: once, and for each row of its page. */
interface CostPart {
  readonly once: number
  readonly perRow: number
  readonly introspected: number
}

const NOTHING: CostPart = { once: 0, perRow: 0, introspected: 0 }

/**
 * The possible cost of a query, at least 1: about one unit for each row that it may read. A row costs 1 and the cost of its
 * fields; a page 1 and the cost of as many rows as it may have; a list without pages as much as three rows; `totalCount`
 * 10; search, statistics and some others more; introspection as many units as it may list. It is calculated before anything
 * is read, in time that depends only on the query.
 */
export function costOf(args: Operation): Cost {
  const root = args.schema.getRootType(args.operation.operation)
  if (!root) return { most: 1, introspected: 0 }
  const { once, introspected } = costOfSelection(args, root, args.operation.selectionSet, new Map())
  return { most: Math.max(1, once), introspected }
}

/** The actual cost of a query that read so much: at least 1, and at most its maximum. */
export function costOfRead({ most, introspected }: Cost, spent: number): number {
  return Math.min(most, Math.max(1, spent + introspected))
}

/** The cost of a field itself, whatever it returns. */
export function costOfItself(parent: GraphQLCompositeType, field: string): number {
  if (field === 'totalCount' && isConnection(parent)) return COUNT
  return WEIGHTS[`${parent.name}.${field}`] ?? 0
}

/** The cost of each object of a type that is read. The fields of an edge, except its row, come with the page. */
export function costOfObject(type: GraphQLCompositeType): number {
  return isEdge(type) ? 0 : 1
}

function costOfSelection(
  args: Operation,
  parent: GraphQLCompositeType,
  { selections }: SelectionSetNode,
  known: Map<string, CostPart>,
): CostPart {
  const parts = selections.map((node): CostPart => {
    if (node.kind === Kind.FIELD) return costOfField(args, parent, node, known)
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const type = node.typeCondition && args.schema.getType(node.typeCondition.name.value)
      return costOfSelection(args, isCompositeType(type) ? type : parent, node.selectionSet, known)
    }
    const { value: name } = node.name
    const definition = args.fragmentDefinitions[name]
    const type = definition && args.schema.getType(definition.typeCondition.name.value)
    if (!definition || !isCompositeType(type)) return NOTHING
    const cost = known.get(name) ?? costOfSelection(args, type, definition.selectionSet, known)
    known.set(name, cost)
    return cost
  })
  return {
    once: parts.reduce((sum, { once }) => sum + once, 0),
    perRow: parts.reduce((sum, { perRow }) => sum + perRow, 0),
    introspected: parts.reduce((sum, { introspected }) => sum + introspected, 0),
  }
}

function costOfField(
  args: Operation,
  parent: GraphQLCompositeType,
  node: FieldNode,
  known: Map<string, CostPart>,
): CostPart {
  const field = args.schema.getField(parent, node.name.value)
  if (!field) return NOTHING
  const own = costOfItself(parent, field.name)
  const type = getNamedType(field.type)
  if (!node.selectionSet || !isCompositeType(type)) return { ...NOTHING, once: own }
  const within = costOfSelection(args, type, node.selectionSet, known)
  if (isConnection(parent) && (field.name === 'nodes' || field.name === 'edges')) {
    return { ...NOTHING, once: own, perRow: costOfObject(type) + within.once }
  }
  if (isConnection(type)) {
    return { ...NOTHING, once: own + 1 + within.once + pageSize(args, node) * within.perRow }
  }
  const isList = isListType(getNullableType(field.type))
  if (isIntrospectionType(type)) {
    // Of a type, only its lists count: tools request `ofType` ten times, which is mostly null.
    const once = isList ? introspectedSize(args, field.name) * (1 + within.once) : within.once
    return { ...NOTHING, once, introspected: once }
  }
  const rows = isList ? listSize(args, node) : 1
  return { ...NOTHING, once: own + rows * (costOfObject(type) + within.once) }
}

function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields()
}

function isEdge(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && 'cursor' in type.getFields() && 'node' in type.getFields()
}

function introspectedSize({ schema }: Operation, field: string): number {
  return field === 'types' ? Object.keys(schema.getTypeMap()).length : INTROSPECTED_ROWS
}

/** How many rows a list without pages may return: one for each id sent, or a few. */
function listSize({ variableValues }: Operation, { arguments: given = [] }: FieldNode): number {
  const ids = given.find(({ name }) => name.value === 'ids')?.value
  if (ids?.kind === Kind.LIST) return ids.values.length
  const sent = ids?.kind === Kind.VARIABLE ? variableValues.coerced[ids.name.value] : undefined
  return Array.isArray(sent) ? sent.length : LIST_ROWS
}

/** How many lists a query has at the top level. Each takes a separate query to the database. */
export function rootLists(args: Operation): number {
  const root = args.schema.getRootType(args.operation.operation)
  const known = new Map<string, number>()

  function listsIn({ selections }: SelectionSetNode): number {
    return selections.reduce((sum, node) => {
      if (node.kind === Kind.INLINE_FRAGMENT) return sum + listsIn(node.selectionSet)
      if (node.kind === Kind.FIELD) return sum + (isList(node) ? 1 : 0)
      const { value: name } = node.name
      const definition = args.fragmentDefinitions[name]
      const found = known.get(name) ?? (definition ? listsIn(definition.selectionSet) : 0)
      known.set(name, found)
      return sum + found
    }, 0)
  }

  function isList({ name }: FieldNode): boolean {
    const type = root && args.schema.getField(root, name.value)?.type
    if (!type) return false
    const named = getNamedType(type)
    return isListType(getNullableType(type)) || (isCompositeType(named) && isConnection(named))
  }

  return listsIn(args.operation.selectionSet)
}

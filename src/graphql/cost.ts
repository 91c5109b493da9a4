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

/** How many rows a list that has no pages is taken to give: the topics of a promise, the documents of an agreement. */
const LIST_ROWS = 3

/** The same of what tells of the schema: the fields of a type, its values, the arguments of a field. */
const INTROSPECTED_ROWS = 10

/** What counting all rows of a connection costs. */
const COUNT = 10

/** What costs more than the rows that it gives. */
export const WEIGHTS: { readonly [field: string]: number } = {
  'Query.search': 20,
  'Query.statistics': 200,
  'Query.changes': 10,
  'Promise.similar': 10,
  'Activity.similar': 10,
}

/** The arguments by which a query says how much it wants: its cost depends on no other values. */
const SIZES: readonly string[] = ['first', 'last', 'ids']

/** The variables that the cost of a document depends on. */
export function sizingVariables(
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): string[] {
  return variablesIn(definitions, ({ name }) => SIZES.includes(name.value))
}

/** What a query may cost. */
export interface Cost {
  /** The most that it may: a page has all of its rows, and a list without pages three. */
  readonly most: number
  /** The part of it that is for what tells of the schema, which is nothing that is read. */
  readonly introspected: number
}

/** What a selection costs: once, and for each row of the page that it is of. */
interface CostPart {
  readonly once: number
  readonly perRow: number
  readonly introspected: number
}

const NOTHING: CostPart = { once: 0, perRow: 0, introspected: 0 }

/**
 * What a query may cost, at least 1: about as many units as rows that it may read. A row costs 1 and what is asked of it;
 * a page as many rows as it may have, and 1; a list without pages three rows; `totalCount` 10; search, statistics and
 * the like more; what tells of the schema, as many units as it may list. Known before anything is read, in time that
 * grows with the query alone.
 */
export function costOf(args: Operation): Cost {
  const root = args.schema.getRootType(args.operation.operation)
  if (!root) return { most: 1, introspected: 0 }
  const { once, introspected } = costOfSelection(args, root, args.operation.selectionSet, new Map())
  return { most: Math.max(1, once), introspected }
}

/** What a query cost that read so much: at least 1, and no more than it might have. */
export function costOfRead({ most, introspected }: Cost, spent: number): number {
  return Math.min(most, Math.max(1, spent + introspected))
}

/** What a field costs by itself, whatever it gives. */
export function costOfItself(parent: GraphQLCompositeType, field: string): number {
  if (field === 'totalCount' && isConnection(parent)) return COUNT
  return WEIGHTS[`${parent.name}.${field}`] ?? 0
}

/** What each object costs that is read of a type. What is asked of an edge but its row is had with the page. */
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
    // Of a type, only what is listed counts: tools ask ten times for what it is of, which then is nothing.
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

/** How many rows a list without pages may give: one for each id sent, or a few. */
function listSize({ variableValues }: Operation, { arguments: given = [] }: FieldNode): number {
  const ids = given.find(({ name }) => name.value === 'ids')?.value
  if (ids?.kind === Kind.LIST) return ids.values.length
  const sent = ids?.kind === Kind.VARIABLE ? variableValues.coerced[ids.name.value] : undefined
  return Array.isArray(sent) ? sent.length : LIST_ROWS
}

/** How many lists stand at the top of a query. Each is a question of its own to the database. */
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

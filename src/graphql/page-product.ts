import {
  type FieldNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidatedExecutionArgs,
} from 'graphql'
import { MAX_PAGE } from './cursors.ts'

/** The maximum number of rows that the nested pages of a query may return. */
export const MAX_ROWS = 100_000

/** An operation with the values of its variables. */
export type Operation = Pick<
  ValidatedExecutionArgs,
  'schema' | 'operation' | 'fragmentDefinitions' | 'variableValues'
>

/** The number of rows that the nested pages of a query may return. */
export function pageProduct(args: Operation): number {
  return rowProduct(args, args.operation.selectionSet, new Map())
}

/** The number of rows of the largest chain of nested pages in a selection. A fragment is visited once. */
function rowProduct(args: Operation, set: SelectionSetNode, known: Map<string, number>): number {
  return Math.max(1, ...set.selections.map((node) => rowsOfPart(args, node, known)))
}

function rowsOfPart(args: Operation, node: SelectionNode, known: Map<string, number>): number {
  if (node.kind === Kind.FIELD) {
    return node.selectionSet ? pageSize(args, node) * rowProduct(args, node.selectionSet, known) : 1
  }
  if (node.kind === Kind.INLINE_FRAGMENT) return rowProduct(args, node.selectionSet, known)
  const { value: name } = node.name
  const definition = args.fragmentDefinitions[name]
  const found = known.get(name) ?? (definition ? rowProduct(args, definition.selectionSet, known) : 1)
  known.set(name, found)
  return found
}

/** How many rows a field may return: those of its page, or one if it has no pages. */
export function pageSize({ variableValues }: Operation, { arguments: given = [] }: FieldNode): number {
  const sizes = given.flatMap(({ name, value }) => {
    if (name.value !== 'first' && name.value !== 'last') return []
    if (value.kind === Kind.VARIABLE) return [Number(variableValues.coerced[value.name.value] ?? 1)]
    return [value.kind === Kind.INT ? Number(value.value) : 1]
  })
  // Larger pages are refused when they are read.
  return Math.min(MAX_PAGE, Math.max(1, ...sizes))
}

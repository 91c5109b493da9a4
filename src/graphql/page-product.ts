import {
  type FieldNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidatedExecutionArgs,
} from 'graphql'
import { MAX_PAGE } from './cursors.ts'

/** The most rows that the pages of one query, each within another, may come to. */
export const MAX_ROWS = 100_000

/** An operation with the values of its variables. */
export type Operation = Pick<
  ValidatedExecutionArgs,
  'schema' | 'operation' | 'fragmentDefinitions' | 'variableValues'
>

/** The rows that the pages of a query, each within another, may come to. */
export function pageProduct(args: Operation): number {
  return rowProduct(args, args.operation.selectionSet, new Map())
}

/** The rows of the largest chain of pages in a selection. A fragment is gone through once. */
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

/** How many rows a field may give: its page's, or one where it has no pages. */
export function pageSize({ variableValues }: Operation, { arguments: given = [] }: FieldNode): number {
  const sizes = given.flatMap(({ name, value }) => {
    if (name.value !== 'first' && name.value !== 'last') return []
    if (value.kind === Kind.VARIABLE) return [Number(variableValues.coerced[value.name.value] ?? 1)]
    return [value.kind === Kind.INT ? Number(value.value) : 1]
  })
  // Larger pages are refused when they are asked for.
  return Math.min(MAX_PAGE, Math.max(1, ...sizes))
}

import {
  type FieldNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidatedExecutionArgs,
  validateExecutionArgs,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { MAX_PAGE } from './cursors.ts'

/** The most rows that the pages of one query, each within another, may come to. */
export const MAX_ROWS = 100_000

/** Refuses, before anything is read, a query whose pages within each other come to more than `MAX_ROWS` rows. */
export const boundedPages: Plugin = {
  onExecute({ args, setResultAndStopExecution }) {
    const valid = validateExecutionArgs(args)
    if (!('operation' in valid)) return // execution tells what is wrong with it
    const rows = rowsOf(valid, valid.operation.selectionSet, new Map())
    if (rows <= MAX_ROWS) return
    const message = `The pages within each other may hold ${rows} rows; at most ${MAX_ROWS} are given. Ask for smaller pages, or for fewer within each other`
    const extensions = { code: 'TOO_MANY_ROWS', limit: MAX_ROWS, http: { status: 400 } }
    setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions })] })
  },
}

/** The rows of the largest chain of pages in a selection. A fragment is gone through once. */
function rowsOf(args: ValidatedExecutionArgs, set: SelectionSetNode, known: Map<string, number>): number {
  return Math.max(1, ...set.selections.map((node) => rowsOfPart(args, node, known)))
}

function rowsOfPart(args: ValidatedExecutionArgs, node: SelectionNode, known: Map<string, number>): number {
  if (node.kind === Kind.FIELD) {
    return node.selectionSet ? pageSize(args, node) * rowsOf(args, node.selectionSet, known) : 1
  }
  if (node.kind === Kind.INLINE_FRAGMENT) return rowsOf(args, node.selectionSet, known)
  const { value: name } = node.name
  const definition = args.fragmentDefinitions[name]
  const found = known.get(name) ?? (definition ? rowsOf(args, definition.selectionSet, known) : 1)
  known.set(name, found)
  return found
}

/** How many rows a field may give: its page's, or one where it has no pages. */
function pageSize({ variableValues }: ValidatedExecutionArgs, { arguments: given = [] }: FieldNode): number {
  const sizes = given.flatMap(({ name, value }) => {
    if (name.value !== 'first' && name.value !== 'last') return []
    if (value.kind === Kind.VARIABLE) return [Number(variableValues.coerced[value.name.value] ?? 1)]
    return [value.kind === Kind.INT ? Number(value.value) : 1]
  })
  // Larger pages are refused when they are asked for.
  return Math.min(MAX_PAGE, Math.max(1, ...sizes))
}

import type { CursorPage } from './cursors.ts'

/** The rows of a page in the order of the list, and whether the list continues after them. */
export interface PageRows<R> {
  readonly rows: readonly R[]
  readonly hasMore: boolean
}

/** The rows of a page, from those that were read in its direction: one more than its size, if there are more. */
export function pageRows<R>(
  { direction, size }: Pick<CursorPage, 'direction' | 'size'>,
  found: readonly R[],
): PageRows<R> {
  const rows = found.length > size ? found.slice(0, size) : found
  return { rows: direction === 'forward' ? rows : rows.toReversed(), hasMore: found.length > size }
}

/** The position of a page among others. */
type Bounds = Pick<CursorPage, 'direction' | 'after' | 'before'>

/** A page as a connection shows it: its rows with their cursors, and whether there are more. */
export function edgesOf<R>(page: Bounds, { rows, hasMore }: PageRows<R>, cursorOf: (row: R) => string) {
  const edges = rows.map((node) => ({ node, cursor: cursorOf(node) }))
  return { edges, pageInfo: pageInfoOf(page, edges, hasMore) }
}

/** Where a page begins and ends, and whether there are more, from its edges and whether the list continues. */
export function pageInfoOf(
  { direction, after, before }: Bounds,
  edges: readonly { readonly cursor: string }[],
  hasMore: boolean,
) {
  const isForward = direction === 'forward'
  return {
    // A cursor stands for a row, so there is one beyond it; in the direction of the page Relay asks for the rows up to it.
    hasNextPage: isForward ? hasMore : before !== null,
    hasPreviousPage: isForward ? after !== null : hasMore,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
}

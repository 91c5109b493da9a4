import type { Page } from './cursors.ts'

/** A page as a connection tells of it: its rows with their cursors, and whether there are more. */
export function edgesOf<R>(
  page: Pick<Page, 'direction' | 'from'>,
  rows: readonly R[],
  hasMore: boolean,
  cursorOf: (row: R) => string,
) {
  const edges = rows.map((node) => ({ node, cursor: cursorOf(node) }))
  return { edges, pageInfo: pageInfoOf(page, edges, hasMore) }
}

/** Where a page begins and ends, and whether there are more, from its edges and whether the list goes on. */
export function pageInfoOf(
  { direction, from }: Pick<Page, 'direction' | 'from'>,
  edges: readonly { readonly cursor: string }[],
  hasMore: boolean,
) {
  const isForward = direction === 'forward'
  // A cursor stands for a row, so there is one before what comes after it.
  const isFrom = from !== null
  return {
    hasNextPage: isForward ? hasMore : isFrom,
    hasPreviousPage: isForward ? isFrom : hasMore,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
}

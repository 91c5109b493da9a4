import type { Page } from './cursors.ts'

/** Where a page begins and ends, and whether there are more, from its edges and whether the list goes on. */
export function pageInfoOf(page: Page, edges: readonly { readonly cursor: string }[], hasMore: boolean) {
  const isForward = page.direction === 'forward'
  // A cursor stands for a row, so there is one before what comes after it.
  const isFrom = page.from !== null
  return {
    hasNextPage: isForward ? hasMore : isFrom,
    hasPreviousPage: isForward ? isFrom : hasMore,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
}

import { encodeCursor, type Page, type Place } from './cursors.ts'

/** A page as a connection tells of it: its rows with their cursors, and whether there are more. */
export function edgesOf<R>(
  connection: string,
  { direction, from }: Pick<Page, 'direction' | 'from'>,
  rows: readonly R[],
  hasMore: boolean,
  placeOf: (row: R) => Place,
) {
  const edges = rows.map((node) => ({ node, cursor: encodeCursor(connection, placeOf(node)) }))
  const isForward = direction === 'forward'
  // A cursor stands for a row, so there is one before what comes after it.
  const isFrom = from !== null
  return {
    edges,
    pageInfo: {
      hasNextPage: isForward ? hasMore : isFrom,
      hasPreviousPage: isForward ? isFrom : hasMore,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

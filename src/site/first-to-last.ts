/** The rows from the first to the last that counts anything, none between left out: before and after these, nothing is known. */
export function firstToLast<R>(rows: readonly R[], countOf: (row: R) => number): readonly R[] {
  const isCounted = (row: R) => countOf(row) > 0
  return rows.slice(Math.max(rows.findIndex(isCounted), 0), rows.findLastIndex(isCounted) + 1)
}

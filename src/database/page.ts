import { and, type SQL, type SQLWrapper } from 'drizzle-orm'
import { isAfter, isBefore } from './rows.ts'

/** A page of an ordered list: a number of rows, from the beginning or the end of those between two places. */
export interface KeysetPage<P> {
  readonly size: number
  readonly direction: 'forward' | 'backward'
  /** The places after and before the rows: the values by which a row there is ordered. */
  readonly after: P | null
  readonly before: P | null
}

/** The condition that some columns, compared as a row, are between the places of a page; undefined if it has none. */
export function isBetween(
  columns: readonly SQLWrapper[],
  { after, before }: Pick<KeysetPage<readonly unknown[]>, 'after' | 'before'>,
): SQL | undefined {
  return and(after ? isAfter(columns, after) : undefined, before ? isBefore(columns, before) : undefined)
}

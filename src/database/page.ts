import { and, type SQL, type SQLWrapper } from 'drizzle-orm'
import { isAfter, isBefore } from './rows.ts'

/** A page of an ordered list: so many rows, from the beginning or the end of those between two places. */
export interface KeysetPage<P> {
  readonly size: number
  readonly direction: 'forward' | 'backward'
  /** The places that the rows lie after and before: the values that a row there is ordered by. */
  readonly after: P | null
  readonly before: P | null
}

/** The condition that some columns, taken together as a row, lie between the places of a page; undefined where it has none. */
export function isBetween(
  columns: readonly SQLWrapper[],
  { after, before }: Pick<KeysetPage<readonly unknown[]>, 'after' | 'before'>,
): SQL | undefined {
  return and(after ? isAfter(columns, after) : undefined, before ? isBefore(columns, before) : undefined)
}

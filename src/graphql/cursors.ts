import { quoted } from '../common/quoted.ts'
import type { KeysetPage as PageBetween } from '../database/page.ts'
import { clientError } from './errors.ts'

/** The arguments of every connection, by Relay's Cursor Connections specification. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly last?: number | null | undefined
  readonly after?: string | null | undefined
  readonly before?: string | null | undefined
}

/** The most rows on a page. */
export const MAX_PAGE = 100

/** Longer than any cursor: a longer text is not decoded. */
const MAX_CURSOR = 5_000

/** A place in a list: the values by which its row is ordered. */
export type CursorPlace = readonly (string | number | null)[]

/** A page of a list, between the places of its cursors. */
export type CursorPage<P extends CursorPlace = CursorPlace> = PageBetween<P>

/**
 * The page that the arguments ask for. Nothing is shortened silently. `isPlace` says whether the values of a cursor can
 * be a place in the list; `parent` is what the list belongs to, if anything, such as the key of a row.
 *
 * @throws {GraphQLError} when not exactly one of first and last is given, the number is out of range, or a cursor comes
 * from another list.
 */
export function pageOf<P extends CursorPlace>(
  connection: string,
  isPlace: (values: readonly unknown[]) => values is P,
  { first, last, after, before }: PageArgs,
  parent: string | null = null,
): CursorPage<P> {
  const isForward = first !== null && first !== undefined
  const size = isForward ? first : last
  if (size === null || size === undefined || (isForward && last !== null && last !== undefined)) {
    throw clientError('BAD_PAGE', `${connection} needs exactly one of first and last, from 1 to ${MAX_PAGE}`)
  }
  if (size < 1 || size > MAX_PAGE) {
    const name = isForward ? 'first' : 'last'
    throw clientError(
      'BAD_PAGE',
      `${name}: ${size} on ${connection} is not allowed; send a number from 1 to ${MAX_PAGE}, and use after or before for the next page`,
      MAX_PAGE,
    )
  }
  const placeOf = (cursor: string | null | undefined) =>
    cursor ? decodeCursor(connection, isPlace, cursor, parent) : null
  return {
    size,
    direction: isForward ? 'forward' : 'backward',
    after: placeOf(after),
    before: placeOf(before),
  }
}

/**
 * A cursor: the connection, the key of the row that it belongs to, if any, and the values by which the row is ordered. It
 * is opaque to clients.
 */
export function encodeCursor(connection: string, values: CursorPlace, parent: string | null = null): string {
  return Buffer.from(JSON.stringify([connection, ...ofParent(parent), ...values])).toString('base64url')
}

function ofParent(parent: string | null): string[] {
  return parent === null ? [] : [parent]
}

function decodeCursor<P extends CursorPlace>(
  connection: string,
  isPlace: (values: readonly unknown[]) => values is P,
  cursor: string,
  parent: string | null,
): P {
  const parts = cursor.length > MAX_CURSOR ? [] : parseCursor(cursor)
  const bound = [connection, ...ofParent(parent)]
  const values: readonly unknown[] = parts.slice(bound.length)
  if (bound.every((each, at) => parts[at] === each) && isPlace(values)) return values
  const of = parent === null ? '' : ` of ${quoted(parent)}`
  const message = `${quoted(cursor)} is not a valid cursor of ${connection}${of}; send an endCursor or startCursor from it`
  throw clientError('BAD_CURSOR', message)
}

/** Whether a value of a cursor can be the key of a row. No text in the database contains a NUL. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0')
}

function parseCursor(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

import { type Place, placesOf } from './places.ts'
import type { ReviewState, Unfinished } from './unfinished.ts'

/** The decision about each value. */
export function statesOf({ review }: Unfinished): Map<string, ReviewState> {
  return new Map(review.map(({ value, state }) => [value, state]))
}

/** The undecided values. */
export function undecided(record: Unfinished): Place[] {
  const states = statesOf(record)
  return placesOf(record).filter(({ value }) => !states.has(value))
}

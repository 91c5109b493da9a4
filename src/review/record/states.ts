import { type Place, placesOf } from './places.ts'
import type { ReviewState, Unfinished } from './unfinished.ts'

/** What was decided about each value. */
export function statesOf({ review }: Unfinished): Map<string, ReviewState> {
  return new Map(review.map(({ value, state }) => [value, state]))
}

/** The values that nobody has decided about. */
export function undecided(record: Unfinished): Place[] {
  const states = statesOf(record)
  return placesOf(record).filter(({ value }) => !states.has(value))
}

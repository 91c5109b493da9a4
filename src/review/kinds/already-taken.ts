import { type Place, placesOf } from '../record/places.ts'
import { statesOf } from '../record/states.ts'
import type { ReviewState, Unfinished } from '../record/unfinished.ts'
import type { Words } from '../record/words.ts'
import { type Decision, decide } from './decide.ts'

/** Whether the record already has the result of a decision: it was received before, but its response was lost. */
export function isTaken(record: Unfinished, decision: Decision, source: Words): boolean {
  const states = statesOf(record)
  switch (decision.do) {
    case 'accept':
      return decision.values.every((value) => states.get(value) === 'accepted')
    case 'reject':
    case 'turn':
      return (
        states.get(decision.value) === 'rejected' ||
        states.get(decision.value.replace(/\..*$/, '')) === 'rejected'
      )
    case 'correct':
      return states.get(decision.value) === 'corrected' && isSameAfter(record, decision, source)
    case 'list':
    case 'goal':
      // Converted items have other ids: their former ones are rejected.
      if (decision.items.every((id) => states.get(id) === 'rejected')) return true
      return isSameAfter(record, decision, source)
    case 'add':
      return isAdded(record, decision, source, states)
  }
}

/** Whether a decision would change nothing in the record. */
function isSameAfter(record: Unfinished, decision: Decision, source: Words): boolean {
  const content = ({ review: _, reviewed: __, ...rest }: Unfinished) => JSON.stringify(rest)
  try {
    return content(decide(record, decision, source)) === content(record)
  } catch {
    return false
  }
}

function isAdded(
  record: Unfinished,
  decision: Decision & { do: 'add' },
  source: Words,
  states: ReadonlyMap<string, ReviewState>,
): boolean {
  let after: Unfinished
  try {
    after = decide(record, decision, source)
  } catch {
    return false
  }
  const sameWords = (one: Place, other: Place) => JSON.stringify(one.quotes) === JSON.stringify(other.quotes)
  const known = new Set(placesOf(record).map(({ value }) => value))
  const made = placesOf(after).filter(({ kind, value }) => kind === decision.kind && !known.has(value))
  const like = placesOf(record).filter(
    ({ kind, value }) => kind === decision.kind && states.get(value) === 'added',
  )
  // Without a further value, it replaced one that says the same.
  if (made.length === 0) return JSON.stringify(placesOf(after)) === JSON.stringify(placesOf(record))
  return made.every((place) => like.some((each) => sameWords(each, place)))
}

import { CONFIDENCE } from '../../ingest/confidence.ts'
import { commitmentOf } from './places.ts'
import { undecided } from './states.ts'
import type { Unfinished } from './unfinished.ts'

/** A value that was read with less confidence than this is doubted. */
const DOUBTED_BELOW = CONFIDENCE.placed

/**
 * The values that nobody has decided about and that are accepted one by one, never with others: those whose rule is
 * unsure, issues, and what a record must have and was not read.
 */
export function doubtedValues(record: Unfinished): Set<string> {
  const confidences = new Map(record.reading.map(({ value, confidence }) => [value, confidence]))
  const roleless = new Set(record.signatures.flatMap(({ id, role }) => (role === null ? [id] : [])))
  return new Set(
    undecided(record).flatMap(({ value, kind, item }) => {
      const isMissing =
        (kind === 'topics' && commitmentOf(record, item)?.topics.length === 0) || roleless.has(value)
      return isMissing || kind === 'issue' || (confidences.get(value) ?? 1) < DOUBTED_BELOW ? [value] : []
    }),
  )
}

import { CONFIDENCE } from '../../ingest/confidence.ts'
import { undecided } from './states.ts'
import type { Unfinished } from './unfinished.ts'

/** A value that was read with less confidence than this is doubted: it is accepted by itself, and never with others. */
const DOUBTED_BELOW = CONFIDENCE.placed

/** The values that nobody has decided about and that the program doubts: their rule is unsure, or an issue asks about them. */
export function doubtedValues(record: Unfinished): Set<string> {
  const confidences = new Map(record.reading.map(({ value, confidence }) => [value, confidence]))
  return new Set(
    undecided(record).flatMap(({ value, kind }) =>
      kind === 'issue' || (confidences.get(value) ?? 1) < DOUBTED_BELOW ? [value] : [],
    ),
  )
}

import { CONFIDENCE } from '../../ingest/confidence.ts'
import { listAround } from './item-lists.ts'
import { commitmentOf } from './places.ts'
import { undecided } from './states.ts'
import type { Unfinished } from './unfinished.ts'
import type { Words } from './words.ts'

/** A value that was read with less confidence than this is doubtful. */
const DOUBTED_BELOW = CONFIDENCE.placed

/**
 * The undecided values that are accepted one by one, never together with others: those whose rule is
 * unsure, the items of a list whose kind an issue asks for, issues, and required values that were not read.
 */
export function doubtedValues(record: Unfinished, words: Words): Set<string> {
  const confidences = new Map(record.reading.map(({ value, confidence }) => [value, confidence]))
  const roleless = new Set(record.signatures.flatMap(({ id, role }) => (role === null ? [id] : [])))
  const listed = new Set(
    record.issues
      .filter(({ asks }) => asks === 'list')
      .flatMap(({ record: first }) => (first === null ? [] : listAround(record, words, first)))
      .map(({ id }) => `${id}.text`),
  )
  return new Set(
    undecided(record).flatMap(({ value, kind, item }) => {
      const isMissing =
        (kind === 'topics' && commitmentOf(record, item)?.topics.length === 0) || roleless.has(value)
      if (listed.has(value)) return [value]
      return isMissing || kind === 'issue' || (confidences.get(value) ?? 1) < DOUBTED_BELOW ? [value] : []
    }),
  )
}

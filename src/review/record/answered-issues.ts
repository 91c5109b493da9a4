import type { TextRange } from '../../common/text-range.ts'
import { listAround } from './item-lists.ts'
import { commitmentOf, placesOf } from './places.ts'
import { statesOf } from './states.ts'
import type { Unfinished } from './unfinished.ts'
import type { Words } from './words.ts'

type RecordIssue = Unfinished['issues'][number]

/** The record without answered issues. They are not asked again when the document is reread. */
export function withoutAnswered(record: Unfinished, words: Words): Unfinished {
  const answered = record.issues.filter((issue) => isAnswered(issue, record, words))
  if (answered.length === 0) return record
  const gone = new Set(answered.map(({ id }) => id))
  return {
    ...record,
    issues: record.issues.filter(({ id }) => !gone.has(id)),
    review: [
      ...record.review.filter(({ value }) => !gone.has(value)),
      ...answered.map(({ id, text }) => ({
        value: id,
        state: 'rejected' as const,
        words: text?.words ?? null,
      })),
    ],
  }
}

function isAnswered({ asks, record: about, text }: RecordIssue, record: Unfinished, words: Words): boolean {
  const states = statesOf(record)
  switch (asks) {
    case 'line':
      return text !== null && isMostlyQuoted(text.at, record, words)
    case 'topics':
      return (commitmentOf(record, about)?.topics.length ?? 0) > 0
    case 'target':
      return (commitmentOf(record, about)?.target ?? null) !== null
    case 'list':
      return about !== null && listAround(record, words, about).every(({ id }) => states.has(`${id}.text`))
    case 'responsible':
      return placesOf(record).some(
        ({ kind, item, value }) =>
          kind === 'actor' && item === about && ['added', 'corrected'].includes(states.get(value) ?? ''),
      )
    case 'role':
      return record.signatures.some(({ id, role }) => id === about && role !== null)
    case 'municipality':
      return record.municipalities.length > 0
    case 'area':
      return record.policeArea !== null
    case 'commitments':
      return record.promises.length > 0
    // Only an editor can tell whether these are answered.
    case 'column':
    case 'duplicate':
    case 'earlier':
    case 'links':
    case null:
      return false
  }
}

/** Whether values are based on at least half of the letters of some words. */
function isMostlyQuoted(at: TextRange, record: Unfinished, { points }: Words): boolean {
  const quotes = placesOf(record).flatMap(({ kind, quotes }) => (kind === 'issue' ? [] : quotes))
  let [letters, quoted] = [0, 0]
  for (let point = at[0]; point < at[1]; point++) {
    if (!/[\p{L}\p{N}]/u.test(points[point] ?? '')) continue
    letters++
    if (quotes.some(({ at: [start, end] }) => start <= point && point < end)) quoted++
  }
  return letters > 0 && quoted * 2 >= letters
}

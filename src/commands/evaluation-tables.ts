import type { AskedRow } from '../ingest/asked.ts'
import type { CalibrationRow } from '../ingest/calibration.ts'
import { type Evaluation, FIELDS, type Miss, type Score, SUMS } from '../ingest/evaluate.ts'

// The tables that evaluate prints.

const WIDTH = 14
const FIELD_WIDTH = 22

const cell = (words: string) => words.padStart(10)

/** A line for each field, and for totals over several fields. */
export function describeScores({ scores, sums }: Evaluation, documents: number): string {
  const header =
    `${documents} documents`.padEnd(WIDTH) +
    ['precision', 'recall', 'F1', 'right', 'missing', 'extra'].map(cell).join('')
  const row = (name: string, { precision, recall, f1, right, missing, extra }: Score) => {
    const parts = [...[precision, recall, f1].map((part) => part.toFixed(3)), ...[right, missing, extra]]
    return name.padEnd(WIDTH) + parts.map((part) => cell(String(part))).join('')
  }
  return [
    header,
    ...FIELDS.map((field) => row(field, scores[field])),
    ...SUMS.map((sum) => row(sum, sums[sum])),
  ].join('\n')
}

/** How many of the values of each field and band of confidence are right. */
export function describeCalibration(rows: readonly CalibrationRow[]): string {
  if (rows.length === 0) return ''
  const header = `${'how sure'.padEnd(FIELD_WIDTH)}${['at least', 'values', 'right', 'share'].map(cell).join('')}`
  const lines = rows.map(({ field, band, values, right }) => {
    const parts = [band.toFixed(2), String(values), String(right), (right / values).toFixed(3)]
    return field.padEnd(FIELD_WIDTH) + parts.map(cell).join('')
  })
  return [header, ...lines].join('\n')
}

/** A line for each document: how many promises, activities and facts were read correctly, are missing or are extra. */
export function describeDocuments(
  documents: readonly ({ readonly document: string } & Evaluation)[],
): string {
  if (documents.length === 0) return ''
  const counts = ({ right, missing, extra }: Score) => `${right} -${missing} +${extra}`
  const header = ['promises', 'activities', 'either kind', 'facts'].map((name) => name.padStart(14)).join('')
  const lines = documents.map(({ document, scores, sums }) => {
    const each = [scores.promises, scores.activities, sums['either kind'], sums.facts]
    return `${each.map((score) => counts(score).padStart(14)).join('')}  ${document}`
  })
  return [`${header}  document`, ...lines].join('\n')
}

/**
 * How many of the wrong or missing values an editor is asked about, by field and kind, and in total; and how many questions a draft
 * asks.
 */
export function describeAsked(
  { rows }: { readonly rows: readonly AskedRow[] },
  questions: { readonly median: number; readonly most: number },
): string {
  const asks = `questions about a document: ${questions.median} at the median, ${questions.most} at most`
  if (rows.length === 0) return asks
  const header = `${'wrong or missing'.padEnd(FIELD_WIDTH)}${['kind', 'wrong', 'asked', 'share'].map(cell).join('')}`
  const line = (name: string, kind: string, wrong: number, asked: number) => {
    const parts = [kind, String(wrong), String(asked), (asked / wrong).toFixed(3)]
    return name.padEnd(FIELD_WIDTH) + parts.map(cell).join('')
  }
  const sum = (count: 'wrong' | 'asked') => rows.reduce((all, row) => all + row[count], 0)
  return [
    header,
    ...rows.map(({ field, kind, wrong, asked }) => line(field, kind, wrong, asked)),
    line('all', '', sum('wrong'), sum('asked')),
    '',
    asks,
  ].join('\n')
}

/** Each value that the draft lacks, or has but the record does not; marked if nobody is asked about it. */
export function describeMisses(
  { misses }: Evaluation,
  { silent }: { readonly silent: readonly Miss[] },
): string {
  const isSilent = new Set(silent)
  return misses
    .map((miss) => {
      const { document, field, kind, value } = miss
      const sign = `${kind === 'missing' ? '-' : '+'}${isSilent.has(miss) ? '!' : ''}`
      return `${document}  ${field}  ${sign} ${value.replaceAll('\n', ' ')}`
    })
    .join('\n')
}

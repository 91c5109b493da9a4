import { expect, test } from 'vitest'
import { type Fragment, type PdfRow, rowOf } from '../../../../src/ingest/documents/pdf/fragments.ts'

/** Something that changes at some value: a value a little below that and one a little above, what each gives, and how. */
export type Threshold = readonly [
  what: string,
  values: readonly [below: number, above: number],
  given: readonly [below: unknown, above: unknown],
  of: (value: number) => unknown,
]

/** Holds each threshold from both sides. */
export function holdThresholds(thresholds: readonly Threshold[]): void {
  test.each(thresholds)('%s', (_, [below, above], given, of) => {
    expect([of(below), of(above)]).toEqual(given)
  })
}

/** Words that begin so far from the left and are so wide; their letters have the size 10. */
export function words(text: string, left: number, width: number, baseline = 100, size = 10): Fragment {
  return { text, left, right: left + width, baseline, size }
}

/** A row of words that each have a beginning and a width. */
export function row(
  baseline: number,
  ...parts: readonly (readonly [text: string, left: number, width: number])[]
): PdfRow {
  return rowOf(parts.map(([text, left, width]) => words(text, left, width, baseline)))
}

/** A line, and how far from the top it stands and how wide it is. */
export type Line = readonly [text: string, baseline: number, width?: number]

/** Rows of one line each, so far from the top and so wide. */
export function lines(...all: readonly Line[]): PdfRow[] {
  return all.map(([text, baseline, width = 50]) => row(baseline, [text, 0, width]))
}

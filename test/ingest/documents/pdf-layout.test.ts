import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pdfBlocks } from '../../../src/ingest/documents/pdf/columns.ts'
import { withMarkers } from '../../../src/ingest/documents/pdf/markers.ts'
import { pdfLines, tableLinesOf } from '../../../src/ingest/documents/pdf/paragraphs.ts'

/** Words that are often level, below each other, and overlapping. */
const fragments = fc
  .array(
    fc.record({
      left: fc.constantFrom(50, 62, 150, 300, 312, 420).chain((left) => fc.nat(2).map((more) => left + more)),
      width: fc.constantFrom(8, 40, 90, 240),
      baseline: fc.nat(30).map((line) => 100 + line * 6.6),
      size: fc.constantFrom(9, 11, 11, 11, 16),
      begins: fc.constantFrom('Ord', 'ord', '1.', 'en del ', '• '),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((found) =>
    found.map(({ left, width, baseline, size, begins }, index) => ({
      text: `${begins}<${index}>`,
      left,
      right: left + width,
      baseline,
      size,
    })),
  )
const rules = fc.array(
  fc.record({
    left: fc.constantFrom(40, 300),
    right: fc.constantFrom(299, 560),
    at: fc.nat(300).map((at) => at + 90),
  }),
  { maxLength: 6 },
)

test('whatever stands where, each word is read once', () => {
  fc.assert(
    fc.property(fragments, rules, (drawn, unsorted) => {
      const across = unsorted.toSorted((one, other) => one.at - other.at)
      const lines = pdfBlocks(withMarkers(drawn), across).flatMap(({ rows, kind }) =>
        kind === 'table'
          ? tableLinesOf(rows, 540, across)
          : pdfLines(rows, kind === 'column' ? null : 540, 1.3),
      )
      const read = lines.flatMap(({ text }) =>
        [...text.matchAll(/<(\d+)>/g)].map(([, index]) => Number(index)),
      )
      expect(read.toSorted((one, other) => one - other)).toEqual(drawn.map((_, index) => index))
    }),
    { numRuns: 500 },
  )
})

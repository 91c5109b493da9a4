import { stringify } from 'csv-stringify/sync'
import type { Frame } from '../database/copy.ts'
import { type Dataset, exportedNames, LIST_SEPARATOR } from '../datasets/dataset.ts'

/**
 * A dataset as CSV according to RFC 4180: comma, CRLF, quotes where needed, no byte-order mark, and column names in
 * snake_case. A missing value is an empty cell; truth values are `true` or `false`.
 */
export async function* csvOf(
  dataset: Dataset,
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<string> {
  yield csvHeader(dataset)
  for await (const rows of pages) yield toCsv(csvCells(dataset, rows))
}

/** The values of rows, in the order of the dataset's columns. */
export function csvCells({ columns }: Dataset, rows: readonly object[]): unknown[][] {
  const names = Object.keys(columns)
  return rows.map((row) => {
    const values = row as { readonly [column: string]: unknown } // whatever it has under these names
    return names.map((name) => values[name])
  })
}

/** The text before and after the rows of a dataset in CSV. */
export function csvFrame(dataset: Dataset): Frame {
  const header = csvHeader(dataset)
  return { head: header, between: '\r\n', end: '\r\n', none: header }
}

function csvHeader(dataset: Dataset): string {
  return toCsv([exportedNames(dataset)])
}

/** Lines of cells as CSV. */
export function toCsv(lines: readonly unknown[][]): string {
  return stringify([...lines], {
    record_delimiter: 'windows',
    // The library quotes a cell that holds the record delimiter; RFC 4180 wants a lone CR or LF quoted too.
    quoted_match: /[\r\n]/,
    cast: {
      boolean: String,
      object: (value) => (Array.isArray(value) ? value.join(LIST_SEPARATOR) : JSON.stringify(value)),
    },
  })
}

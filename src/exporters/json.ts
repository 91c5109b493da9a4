import type { Frame } from '../database/copy.ts'
import { type Dataset, rowExporter } from '../datasets/dataset.ts'

/** A dataset as a JSON array of objects, one row per line. A missing value is `null`, several values are an array. */
export async function* jsonOf(
  dataset: Dataset,
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<string> {
  const exported = rowExporter(dataset)
  let separator = '[\n'
  for await (const rows of pages) {
    for (const row of rows) {
      yield separator + JSON.stringify(exported(row))
      separator = ',\n'
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

/** The text before and after rows in a JSON array. */
export function jsonFrame(): Frame {
  return { head: '[\n', between: ',\n', end: '\n]\n', none: '[]\n' }
}

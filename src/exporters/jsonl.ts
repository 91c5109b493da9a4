import type { Frame } from '../database/copy.ts'
import { type Dataset, rowExporter } from '../datasets/dataset.ts'

/** A dataset as JSON Lines: one object per line, the same as in JSON. */
export async function* jsonlOf(
  dataset: Dataset,
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<string> {
  const exported = rowExporter(dataset)
  for await (const rows of pages) {
    for (const row of rows) yield `${JSON.stringify(exported(row))}\n`
  }
}

/** The text before and after rows in JSON Lines. */
export function jsonlFrame(): Frame {
  return { head: '', between: '\n', end: '\n', none: '' }
}

import type { Dataset } from '../datasets/dataset.ts'
import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'

/** One form in which every dataset is released. */
export interface Format {
  /** The ending of its files. */
  readonly extension: string
  readonly mediaType: string
  write(dataset: Dataset, pages: AsyncIterable<readonly object[]>): AsyncIterable<string>
}

export const formats: readonly Format[] = [
  { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present', write: csvOf },
  { extension: 'json', mediaType: 'application/json', write: jsonOf },
]

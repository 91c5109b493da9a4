import type { CopyForm, Frame } from '../database/copy.ts'
import type { Dataset } from '../datasets/dataset.ts'
import type { Contents } from './chunks.ts'

/** A dataset or view as it is being released. */
export interface ReleasedTable {
  readonly dataset: Dataset
  readonly rows: number
  /** Its rows from the first, a page at a time, in the order of its key. */
  pages(): AsyncIterable<readonly object[]>
  /** The same, if the database writes the text of a large table itself. */
  readonly copy: ((form: CopyForm, frame: Frame) => Contents) | null
}

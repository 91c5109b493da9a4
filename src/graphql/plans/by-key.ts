import { sql } from 'drizzle-orm'
import { selectByKey } from '../lists.ts'
import type { TypedDataset } from '../typed-datasets.ts'
import type { Layout } from './layout.ts'
import { type Noted, Statement } from './run.ts'

/** Reads the columns of a layout of rows of a dataset by `keys`, and the key of each first. */
export function byKey(dataset: TypedDataset, layout: Layout, noted: Noted | null): Statement {
  return new Statement((db) => selectByKey(db, dataset, sql.placeholder('keys'), layout.names), noted)
}

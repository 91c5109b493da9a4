import { NameIndex } from './names.ts'
import type { Statements } from './statements.ts'
import { Statistics } from './statistics/statistics.ts'

/** What is cached of one state of the data, each part as soon as it is needed. */
export interface Indexes {
  readonly names: NameIndex
  readonly statistics: Statistics
}

/** Indexes of the data as they are from now on until they change. */
export function newIndexes(statements: Statements): Indexes {
  return { names: new NameIndex(statements), statistics: new Statistics(statements) }
}

import DataLoader from 'dataloader'
import type { StatementRow } from '../../database/statements.ts'
import { isKey } from '../cursors.ts'
import { countRead, type Run, type Statement } from './run.ts'

/** The maximum number of rows that one statement reads. */
const MAX_TOGETHER = 100

/** A row that a run needs. */
interface Needed {
  readonly key: string
  readonly run: Run
}

/**
 * Reads single rows by their keys. All rows that are needed in one turn of the event loop, by any request, are read by one
 * statement, since the statement costs more than a row.
 */
export class RowReader {
  readonly #loader: DataLoader<Needed, StatementRow | undefined>

  /** `statement` selects rows by `keys`, and the key of each first. */
  constructor(statement: Statement) {
    const read = async (needed: readonly Needed[]) => {
      const keys = needed.map(({ key }) => key)
      // A value that cannot be a key would make the statement fail for all.
      const found = needed[0]
        ? await statement.rowsUncounted(needed[0].run, { keys: keys.filter(isKey) })
        : []
      const byKey = new Map(found.map((row) => [row[0], row]))
      return keys.map((key) => byKey.get(key))
    }
    // Nothing is cached: the data may have changed before the next run.
    const options = { cache: false, maxBatchSize: MAX_TOGETHER, batchScheduleFn: setImmediate }
    this.#loader = new DataLoader(read, options)
  }

  /** The row with a key, if it exists. */
  async row(key: string, run: Run): Promise<StatementRow | undefined> {
    countRead(run)
    return this.#loader.load({ key, run })
  }
}

import DataLoader from 'dataloader'
import type { StatementRow } from '../../database/statements.ts'
import { isKey } from '../cursors.ts'
import { countRead, type Run, type Statement } from './run.ts'

/** How many rows are read by one statement at most. */
const MAX_TOGETHER = 100

/** A row that a run needs. */
interface Needed {
  readonly key: string
  readonly run: Run
}

/**
 * Reads single rows by their keys. What is asked for in one turn of the event loop is read by one statement, whichever
 * requests it is for: of a small question the statement costs more than its row.
 */
export class RowReader {
  readonly #loader: DataLoader<Needed, StatementRow | undefined>

  /** `statement` selects rows by `keys`, and the key of each first. */
  constructor(statement: Statement) {
    const read = async (needed: readonly Needed[]) => {
      const keys = needed.map(({ key }) => key)
      // What can be no key would fail the statement for all.
      const found = needed[0]
        ? await statement.rowsUncounted(needed[0].run, { keys: keys.filter(isKey) })
        : []
      const byKey = new Map(found.map((row) => [row[0], row]))
      return keys.map((key) => byKey.get(key))
    }
    // Nothing is kept: the next run may be of other data.
    const options = { cache: false, maxBatchSize: MAX_TOGETHER, batchScheduleFn: setImmediate }
    this.#loader = new DataLoader(read, options)
  }

  /** The row of a key, if there is one. */
  async row(key: string, run: Run): Promise<StatementRow | undefined> {
    countRead(run)
    return this.#loader.load({ key, run })
  }
}

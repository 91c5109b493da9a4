import { createHash } from 'node:crypto'

/**
 * SHA-256 of a day and the rows of datasets, which is the same on any machine: a line for each dataset with its
 * columns, and one for each of its rows, by key, with its values.
 */
export class ContentHash {
  readonly #hash

  constructor(date: string) {
    this.#hash = createHash('sha256').update(`${date}\n`)
  }

  /** Begins a dataset. Call it in the order of the datasets. */
  begin(name: string, columns: readonly string[]): void {
    this.#hash.update(`${name} ${columns.join(' ')}\n`)
  }

  /** Adds a row of that dataset: its values in the order of the columns. */
  row(values: readonly unknown[]): void {
    this.#hash.update(`${JSON.stringify(values)}\n`)
  }

  digest(): string {
    return this.#hash.digest('hex')
  }
}

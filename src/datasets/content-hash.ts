import { createHash } from 'node:crypto'

/**
 * SHA-256 over a day and the rows of datasets, in a form that is the same on any machine: a line for each dataset with its
 * columns, and one for each of its rows, by key, with its values.
 */
export class ContentHash {
  readonly #hash

  constructor(date: string) {
    this.#hash = createHash('sha256').update(`${date}\n`)
  }

  /** Begins a dataset. Those that there are come in their order. */
  begin(name: string, columns: readonly string[]): void {
    this.#hash.update(`${name} ${columns.join(' ')}\n`)
  }

  /** Takes the values of a row of the dataset that was begun, in the order of its columns. */
  row(values: readonly unknown[]): void {
    this.#hash.update(`${JSON.stringify(values)}\n`)
  }

  digest(): string {
    return this.#hash.digest('hex')
  }
}

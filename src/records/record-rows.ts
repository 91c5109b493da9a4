import type { DatasetName, Row, Tables } from '../datasets/index.ts'
import type { Quote } from './field.ts'
import type { Path } from './yaml-file.ts'

/** Records which part of a record a row comes from, and returns the row. */
export type At = <R extends object>(path: Path, row: R) => R

/** A row with exactly the columns of the dataset: any other column is a type error. */
type NoOther<C, R> = { readonly [K in Exclude<keyof C, keyof R>]: never }

/** Adds the rows of one record to the tables, including its quotes. */
export class RecordRows {
  readonly #tables: Tables
  readonly #counts = new Map<string, number>()
  readonly #agreementId: string
  readonly #documentId: string
  readonly #at: At

  constructor(tables: Tables, agreementId: string, documentId: string, at: At) {
    this.#tables = tables
    this.#agreementId = agreementId
    this.#documentId = documentId
    this.#at = at
  }

  /** Adds a row to a dataset. The compiler reports a missing column, and one that the dataset does not have. */
  add<N extends DatasetName, C extends Row<N>>(dataset: N, path: Path, row: C & NoOther<C, Row<N>>): void {
    const rows: Row<N>[] = this.#tables[dataset]
    rows.push(this.#at(path, row))
  }

  /** The same rows, with quotes about another agreement. */
  about(agreementId: string): RecordRows {
    return agreementId === this.#agreementId
      ? this
      : new RecordRows(this.#tables, agreementId, this.#documentId, this.#at)
  }

  /** Records the position of a column's value, and returns its words. */
  cite(recordId: string, columnName: string, quote: Quote, path: Path): string
  cite(recordId: string, columnName: string, quote: Quote | null, path: Path): string | null
  cite(recordId: string, columnName: string, quote: Quote | null, path: Path): string | null {
    if (quote === null) return null
    const value = `${recordId} ${columnName}`
    const position = (this.#counts.get(value) ?? 0) + 1
    this.#counts.set(value, position)
    const [startOffset, endOffset] = quote.at
    this.add('quotes', path, {
      recordId,
      columnName,
      position,
      startOffset,
      endOffset,
      words: quote.words,
      agreementId: this.#agreementId,
      documentId: this.#documentId,
    })
    return quote.words
  }
}

import type { Row } from '../datasets/index.ts'
import type { Quote } from './agreement-schema.ts'
import type { Path } from './yaml-file.ts'

/** Notes which part of a record a row is made of, and gives the row. */
export type At = <R extends object>(path: Path, row: R) => R

/** Collects the quotes of one record. */
export class Citations {
  readonly rows: Row<'quotes'>[] = []
  readonly #counts = new Map<string, number>()
  readonly #agreementId: string
  readonly #documentId: string
  readonly #at: At

  constructor(agreementId: string, documentId: string, at: At) {
    this.#agreementId = agreementId
    this.#documentId = documentId
    this.#at = at
  }

  /** Notes where the value of a column stands, and gives its words. */
  add(recordId: string, columnName: string, quote: Quote, path: Path): string
  add(recordId: string, columnName: string, quote: Quote | null, path: Path): string | null
  add(recordId: string, columnName: string, quote: Quote | null, path: Path): string | null {
    if (quote === null) return null
    const value = `${recordId} ${columnName}`
    const position = (this.#counts.get(value) ?? 0) + 1
    this.#counts.set(value, position)
    const [startOffset, endOffset] = quote.at
    const row = { recordId, columnName, position, startOffset, endOffset, words: quote.words }
    const whole = { ...row, agreementId: this.#agreementId, documentId: this.#documentId }
    this.rows.push(this.#at(path, whole))
    return quote.words
  }
}

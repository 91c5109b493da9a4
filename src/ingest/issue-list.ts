import type { DraftIssue } from './draft.ts'
import type { Source, Span } from './text/source.ts'

/** Collects what could not be read, or can be read in several ways. */
export class IssueList {
  readonly all: DraftIssue[] = []
  readonly #source: Source
  readonly #idOf: (index: number) => string

  constructor(source: Source, idOf: (index: number) => string) {
    this.#source = source
    this.#idOf = idOf
  }

  /** Adds an issue, and returns its id. A question concerns what the program could do, and is not published. */
  add(
    kind: DraftIssue['kind'],
    record: string | null,
    text: Span | null,
    sv: string,
    en: string,
    asks: DraftIssue['asks'] = null,
  ): string {
    const id = this.#idOf(this.all.length)
    const quote = text === null ? null : this.#source.quote(text)
    this.all.push({ id, kind, record, text: quote, explanation: { sv, en }, asks })
    return id
  }
}

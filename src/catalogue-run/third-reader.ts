import pLimit from 'p-limit'
import type { SourceText } from '../ingest/documents/source-text.ts'
import type { Draft } from '../ingest/draft.ts'
import type { Lookups } from '../ingest/lookups.ts'
import type { ThirdReader } from '../ingest/third-reader/ask.ts'
import { draftWithThirdReader } from '../review/keeping/draft-with-third-reader.ts'

/** How many documents a run asks a third reader about: each may cost money, and takes a minute. */
export const READER_DOCUMENTS_MAX = 200
/** A third reader that fails this often in a row is not asked again in the run. */
export const READER_FAILURES_MAX = 3

/** How often a run asked a third reader. */
export interface ReaderCounts {
  readonly model: string
  readonly asked: number
  /** How many of its responses could not be used, and the reason for the last one. */
  readonly failed: number
  readonly reason: string | null
  /** Documents that it was not asked about, since it had failed, or the limit was reached. */
  readonly notAsked: number
}

/** Drafts of a run over the catalogue. If a third reader is configured, it is asked about one document at a time. */
export class RunDrafts {
  readonly #reader: ThirdReader | null
  readonly #lookups: Lookups
  readonly #alone = pLimit(1)
  #asked = 0
  #failed = 0
  #failedInRow = 0
  #reason: string | null = null
  #notAsked = 0

  constructor(reader: ThirdReader | null, lookups: Lookups) {
    this.#reader = reader
    this.#lookups = lookups
  }

  /** The draft of a document. */
  draftOf(source: SourceText): Promise<Draft> {
    return this.#alone(async () => {
      const isOver = this.#asked >= READER_DOCUMENTS_MAX || this.#failedInRow >= READER_FAILURES_MAX
      const reader = isOver ? null : this.#reader
      const { draft, thirdReader } = await draftWithThirdReader(source, this.#lookups, reader)
      if (isOver && this.#reader !== null) this.#notAsked++
      if (thirdReader !== null) this.#note(thirdReader.reason)
      return draft
    })
  }

  /** Null if no third reader is configured. */
  get counts(): ReaderCounts | null {
    if (this.#reader === null) return null
    const { model } = this.#reader
    return { model, asked: this.#asked, failed: this.#failed, reason: this.#reason, notAsked: this.#notAsked }
  }

  #note(reason: string | null): void {
    this.#asked++
    this.#failedInRow = reason === null ? 0 : this.#failedInRow + 1
    if (reason === null) return
    this.#failed++
    this.#reason = reason
  }
}

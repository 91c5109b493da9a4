import { draftNames, NotReviewable, readDraft, stampOf } from '../keeping/reviewed-draft.ts'
import { doubtedValues } from '../record/doubt.ts'
import { placesOf } from '../record/places.ts'
import { undecided } from '../record/states.ts'

/** One draft in the list of all. */
export interface DraftSummary {
  readonly name: string
  readonly state: 'new' | 'begun' | 'finished' | 'unreadable'
  readonly title: string | null
  readonly municipalities: readonly string[]
  readonly values: number
  readonly undecided: number
  /** How many of its values the program doubts. */
  readonly doubted: number
  /** What is wrong with its files, if they cannot be read. */
  readonly fault: string | null
}

/** Summarises the drafts of a folder, each again when its files change. */
export class DraftSummaries {
  readonly #folder: string
  readonly #kept = new Map<string, { readonly stamp: string; readonly summary: DraftSummary }>()

  constructor(folder: string) {
    this.#folder = folder
  }

  async all(): Promise<DraftSummary[]> {
    const summaries: DraftSummary[] = []
    for (const name of await draftNames(this.#folder)) {
      const stamp = await stampOf(this.#folder, name)
      const kept = this.#kept.get(name)
      const summary = kept?.stamp === stamp ? kept.summary : await this.#summaryOf(name)
      this.#kept.set(name, { stamp, summary })
      summaries.push(summary)
    }
    return summaries
  }

  async #summaryOf(name: string): Promise<DraftSummary> {
    const empty = {
      name,
      title: null,
      municipalities: [],
      values: 0,
      undecided: 0,
      doubted: 0,
      fault: null,
    }
    try {
      const draft = await readDraft(this.#folder, name)
      if (!draft) return { ...empty, state: 'unreadable' }
      const { record } = draft
      return {
        name,
        state: record.reviewed !== null ? 'finished' : draft.hasBegun ? 'begun' : 'new',
        title: record.title?.words ?? null,
        municipalities: record.municipalities.map(({ code }) => code),
        values: placesOf(record).length,
        undecided: undecided(record).length,
        doubted: doubtedValues(record, draft.words).size,
        fault: null,
      }
    } catch (error) {
      if (!(error instanceof NotReviewable)) throw error
      return { ...empty, state: 'unreadable', fault: error.message }
    }
  }
}

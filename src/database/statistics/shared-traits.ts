import type { StatementRow } from '../statements.ts'
import type { CommitmentTraits } from './facts.ts'

/** Stands between the values of a row: none of them contains it. */
const BETWEEN = '\0'

/** Makes one object of all rows with the same traits, and one list of all texts that list the same. */
export class SharedTraits {
  readonly #known = new Map<string, CommitmentTraits>()
  readonly #lists = new Map<unknown, readonly string[]>()

  /** `row` has the traits in the order of the statement. A text lists several values, with commas between them. */
  of(isPromise: boolean, row: StatementRow): CommitmentTraits {
    const key = `${isPromise}${BETWEEN}${row.join(BETWEEN)}`
    const known = this.#known.get(key) ?? this.#traitsOf(isPromise, row)
    this.#known.set(key, known)
    return known
  }

  #traitsOf(isPromise: boolean, row: StatementRow): CommitmentTraits {
    const [topics, actors, states, targets, operator, hasTarget, reportState, actorsOfAll, hasTargetOfAll] =
      row
    return {
      isPromise,
      topics: this.#listOf(topics),
      actors: this.#listOf(actors),
      actorsOfAll: this.#listOf(actorsOfAll),
      hasTarget,
      hasTargetOfAll,
      targets: this.#listOf(targets),
      operator,
      reportState,
      states: this.#listOf(states),
    } as CommitmentTraits // as selected
  }

  #listOf(text: unknown): readonly string[] {
    const list = this.#lists.get(text) ?? (typeof text === 'string' ? text.split(',') : [])
    this.#lists.set(text, list)
    return list
  }
}

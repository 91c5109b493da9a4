import type { GraphQLError } from 'graphql'

/**
 * How a request was answered: from the cache, by a compiled plan or field by field; or that it was refused before
 * anything was read, or failed after that.
 */
type AnswerSource = 'kept' | 'planned' | 'plain' | 'refused' | 'failed'

/** Counts responses. It is updated while clients wait, so it has plain numbers. */
export class AnswerTally {
  readonly bySource: { readonly [source in AnswerSource]: number }
  readonly #bySource = { kept: 0, planned: 0, plain: 0, refused: 0, failed: 0 }
  /** The number of responses with errors, by the code of the first error. */
  readonly byError = new Map<string, number>()
  /** The sum of their costs, as charged to budgets. */
  cost = 0

  constructor() {
    this.bySource = this.#bySource
  }

  count(source: AnswerSource, cost: number, [error]: readonly GraphQLError[] = []): void {
    this.#bySource[source]++
    this.cost += cost
    if (!error) return
    const { code = 'none' } = error.extensions
    this.byError.set(String(code), (this.byError.get(String(code)) ?? 0) + 1)
  }
}

import type { GraphQLError } from 'graphql'

/**
 * How a request was answered: by what was kept, by a compiled plan or by plain execution; or that it was refused before
 * anything was read, or failed while it was.
 */
type AnswerSource = 'kept' | 'planned' | 'plain' | 'refused' | 'failed'

/** Counts what requests came to. It is added to while clients wait, so by plain numbers. */
export class AnswerTally {
  readonly bySource: { readonly [source in AnswerSource]: number }
  readonly #bySource = { kept: 0, planned: 0, plain: 0, refused: 0, failed: 0 }
  /** How many responses had errors, by the code of the first. There are as many codes as the program has. */
  readonly byError = new Map<string, number>()
  /** The cost of all of them, as it is taken from budgets. */
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

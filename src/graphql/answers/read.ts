import type { GraphQLError, VariableValues } from 'graphql'
import type { Database } from '../../database/client.ts'
import type { SearchIndex } from '../../database/search/search-index.ts'
import type { Statements } from '../../database/statements.ts'
import type { InSpan } from '../../tracing/tracing.ts'
import { isCancelled } from '../errors.ts'
import { limits, refusal } from '../limits.ts'
import { TooLate } from '../plans/run.ts'
import type { BudgetStanding } from './budget.ts'
import type { KeptAnswers } from './kept.ts'
import type { ExecutePlainly } from './plain.ts'
import type { Question } from './question.ts'

/** What is needed to read a response. */
export interface ReadMeans {
  /** Read-only database sessions. */
  readonly db: Database
  readonly statements: Statements
  readonly search: SearchIndex
  readonly plain: ExecutePlainly
  /** Whether queries are planned. If not, all are executed field by field, for comparison. */
  readonly hasPlans: boolean
  /** Has the parts of the work traced. */
  readonly inSpan: InSpan
}

/** What was read for a question, and how. */
export interface Read {
  readonly way: 'planned' | 'plain'
  /** The data as JSON; null if there are none. */
  readonly text: string | null
  readonly errors: readonly GraphQLError[]
  readonly reads: number
  readonly spent: number
}

/**
 * Reads the answer to a question by a plan, or field by field if there is none or it fails.
 *
 * @throws {GraphQLError} when it takes too long.
 */
export async function readAnswer(
  { db, statements, search, hasPlans, plain, inSpan }: ReadMeans,
  question: Question,
  values: VariableValues,
  { counts, indexes }: Pick<KeptAnswers<unknown>, 'counts' | 'indexes'>,
  standing: BudgetStanding | null,
): Promise<Read> {
  const plan = hasPlans ? inSpan('plan', {}, () => question.operation.planWith(values)) : null
  if (plan) {
    try {
      const until = performance.now() + limits.executionMs.value
      const run = { variables: values, db, statements, search, counts, ...indexes, until }
      const ran = await inSpan('run plan', {}, () => plan.run(run))
      return { way: 'planned', errors: [], ...ran }
    } catch (error) {
      // Field-by-field execution would take as long again. It reports all other errors.
      if (error instanceof TooLate || isCancelled(error)) throw refusal('executionMs')
    }
  }
  const { data, errors, spent } = await inSpan('execute', {}, () => plain(question, indexes, standing))
  const text = data === undefined ? null : JSON.stringify(data)
  return { way: 'plain', text, errors, spent, reads: Number.POSITIVE_INFINITY }
}

import { type ExecutionResult, type GraphQLError, parse } from 'graphql'
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Database } from '../../database/client.ts'
import type { Indexes } from '../../database/indexes.ts'
import type { SearchIndex } from '../../database/search/search-index.ts'
import { type Context, createContext } from '../context.ts'
import { awayRefusal, isCancelled } from '../errors.ts'
import { limits, refusal } from '../limits.ts'
import { schema } from '../schema.ts'
import type { BudgetStanding } from './budget.ts'
import type { Question } from './question.ts'

/** Where Yoga reports what was no client's mistake. */
export interface ErrorLog {
  error(message: string): void
}

/** What a query came to that was executed field by field. */
export interface Executed {
  readonly data: unknown
  /** The mistakes of the client, if there are any: then there are no data. Otherwise those that are our fault, masked. */
  readonly errors: readonly GraphQLError[]
  /** What was read, in units of cost. */
  readonly spent: number
}

/** Executes a question that is valid and within the limits. */
export type ExecutePlainly = (
  question: Question,
  indexes: Indexes,
  /** How the address stands that asks; null where there is no bound, or where it is we who ask. */
  standing?: BudgetStanding | null,
) => Promise<Executed>

/**
 * Execution by Yoga, field by field: of what no plan covers, and of what a plan stumbles over, to tell what is wrong. It masks
 * and reports what is our fault. Of HTTP it is asked nothing.
 */
export function plainly(db: Database, search: SearchIndex, log: ErrorLog): ExecutePlainly {
  const report = (...parts: unknown[]) => log.error(parts.map(errorText).join(' '))
  const yoga = createYoga<object, Context>({
    schema,
    plugins: [timed],
    // What is known of documents is known here, and bounded: Yoga would keep each that is refused with its errors.
    parserAndValidationCache: false,
    logging: { debug() {}, info() {}, warn() {}, error: report },
  })
  return async ({ document, operationName, variables }, indexes, standing = null) => {
    const contextValue = createContext(db, search, indexes, standing)
    const { execute } = yoga.getEnveloped({})
    const { data, errors = [] }: ExecutionResult = await execute({
      schema,
      document: parse(document.text), // with places in the text, which errors tell
      operationName,
      variableValues: variables,
      contextValue,
    })
    return { data, errors, spent: contextValue.spent }
  }
}

/** Ends a query that takes too long, and leaves nothing but the mistakes of the client where there are any. */
const timed: Plugin = {
  onExecute({ args }) {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(refusal('executionMs')), limits.executionMs.value)
    // The executor that comes with Yoga takes the signal by this name.
    Object.assign(args, { signal: controller.signal })
    return {
      onExecuteDone({ result, setResult }) {
        clearTimeout(timer)
        if (isAsyncIterable(result)) return
        const refusals = (result.errors ?? []).flatMap((error) => refusalIn(error) ?? [])
        // Half an answer to what was refused would look like an answer.
        if (refusals.length > 0) setResult({ errors: refusals })
      },
    }
  },
}

/** The refusal that an error is: a client's mistake, a statement that the database ended, or a database that is away. */
function refusalIn(error: GraphQLError): GraphQLError | null {
  if (error.extensions.http) return error
  return isCancelled(error) ? refusal('executionMs') : awayRefusal(error)
}

function errorText(part: unknown): string {
  if (part instanceof Error)
    return part.cause ? `${part.stack} ${errorText(part.cause)}` : (part.stack ?? part.message)
  return String(part)
}

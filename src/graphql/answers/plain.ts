import { type ExecutionResult, GraphQLError, parse } from 'graphql'
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga'
import { traceOf } from '../../common/reason.ts'
import type { Database } from '../../database/client.ts'
import type { Indexes } from '../../database/indexes.ts'
import type { SearchIndex } from '../../database/search/search-index.ts'
import { type Context, createContext } from '../context.ts'
import { awayRefusal, isCancelled } from '../errors.ts'
import { limits, refusal } from '../limits.ts'
import { schema } from '../schema.ts'
import type { BudgetStanding } from './budget.ts'
import type { Question } from './question.ts'

/** Where Yoga reports internal errors. */
interface ErrorLog {
  error(message: string): void
}

/** The result of a query that was executed field by field. */
interface Executed {
  readonly data: unknown
  /** The errors of the client, if there are any: then there are no data. Otherwise internal errors, masked. */
  readonly errors: readonly GraphQLError[]
  /** The cost of what was read. */
  readonly spent: number
}

/** Executes a query that is valid and within the limits. */
export type ExecutePlainly = (
  question: Question,
  indexes: Indexes,
  /** The budget of the client address; null if there is no quota, or if the program itself asks. */
  standing?: BudgetStanding | null,
) => Promise<Executed>

/**
 * Execution by Yoga, field by field: for queries that plans do not cover or that fail during a plan, so that Yoga reports
 * the error. It masks and reports internal errors. It does not handle HTTP.
 */
export function plainly(db: Database, search: SearchIndex, log: ErrorLog): ExecutePlainly {
  const report = (...parts: unknown[]) => log.error(parts.map((part) => traceOf(thrownIn(part))).join(' '))
  const yoga = createYoga<object, Context>({
    schema,
    plugins: [timed],
    // Documents are cached elsewhere, with a limit: Yoga would cache each refused document with its errors.
    parserAndValidationCache: false,
    logging: { debug() {}, info() {}, warn() {}, error: report },
    // Otherwise NODE_ENV=development would send statements and stacks to clients.
    maskedErrors: { isDev: false },
  })
  return async ({ document, operationName, variables }, indexes, standing = null) => {
    const contextValue = createContext(db, search, indexes, standing)
    const { execute } = yoga.getEnveloped({})
    const { data, errors = [] }: ExecutionResult = await execute({
      schema,
      document: parse(document.text), // with positions in the text, for error messages
      operationName,
      variableValues: variables,
      contextValue,
    })
    return { data, errors, spent: contextValue.spent }
  }
}

/** Stops a query that takes too long, and if there are errors of the client, keeps only those. */
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
        // Partial data for a refused query would look like a response.
        if (refusals.length > 0) setResult({ errors: refusals })
      },
    }
  },
}

/**
 * The client-visible error for an error: a client error, a statement that the database stopped, or a database that is away.
 */
function refusalIn(error: GraphQLError): GraphQLError | null {
  if (error.extensions.http) return error
  return isCancelled(error) ? refusal('executionMs') : awayRefusal(error)
}

/** What a resolver threw: the error of GraphQL around it has the stack of the statement that failed. */
function thrownIn(part: unknown): unknown {
  return part instanceof GraphQLError ? (part.originalError ?? part) : part
}

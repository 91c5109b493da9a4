import {
  type ExecutionArgs,
  type GraphQLError,
  type ValidatedExecutionArgs,
  validate,
  validateExecutionArgs,
} from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { costOf, rootLists } from './cost.ts'
import { awayRefusal, isCancelled } from './errors.ts'
import { limits, refusal } from './limits.ts'
import { neverNull, nullRefusal } from './null-variables.ts'
import { pageProduct } from './page-product.ts'
import { sizeOfJson } from './request-params.ts'
import { refuseLargeShape } from './shape.ts'
import { refuseLongText } from './tokens.ts'
import { briefly, MAX_ERRORS } from './told-errors.ts'

/** Refuses a query that is too large, before it is parsed, validated and executed. */
export const bounded: Plugin = {
  onParams({ params: { variables } }) {
    const size = sizeOfJson(variables)
    if (size > limits.variables.value) throw refusal('variables', size)
  },

  onParse({ params: { source } }) {
    refuseLongText(typeof source === 'string' ? source : source.body)
  },

  onValidate({ params: { documentAST }, setValidationFn }) {
    refuseLargeShape(documentAST)
    // Yoga's own validation would look for a hundred mistakes.
    setValidationFn((schema, document, rules) => validate(schema, document, rules, { maxErrors: MAX_ERRORS }))
  },

  onExecute({ args }) {
    const valid = executable(args)
    if (!valid) return
    refuseNulls(valid)
    refuseLargeQuery(valid)
  },
}

/** Ends a query that takes too long. It comes last: what others refuse is not waited for. */
export const timed: Plugin = {
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
        if (refusals.length > 0) setResult({ errors: briefly(refusals) })
        else if (result.errors && !('data' in result)) setResult({ errors: briefly(result.errors) })
      },
    }
  },
}

/** The query with its variables, ready to be executed; null where execution tells what is wrong with it. */
export function executable(args: ExecutionArgs): ValidatedExecutionArgs | null {
  const valid = validateExecutionArgs({ ...args, options: { maxCoercionErrors: 1 } })
  return 'operation' in valid ? valid : null
}

function refuseNulls({
  schema,
  operation,
  fragmentDefinitions,
  variableValues,
}: ValidatedExecutionArgs): void {
  const refused = nullRefusal(
    neverNull(schema, [operation, ...Object.values(fragmentDefinitions)]),
    variableValues,
  )
  if (refused) throw refused
}

function refuseLargeQuery(args: ValidatedExecutionArgs): void {
  const found = { lists: rootLists(args), rows: pageProduct(args), cost: costOf(args) }
  for (const name of ['lists', 'rows', 'cost'] as const) {
    if (found[name] > limits[name].value) throw refusal(name, found[name])
  }
}

/** The refusal that an error is: a client's mistake, a statement that the database ended, or a database that is away. */
function refusalIn(error: GraphQLError): GraphQLError | null {
  if (error.extensions.http) return error
  return isCancelled(error) ? refusal('executionMs') : awayRefusal(error)
}

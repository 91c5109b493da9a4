import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Budget, Standing } from './budget.ts'
import { costOf } from './cost.ts'
import { costExtension, rateLimited, rateLimitHeaders } from './cost-extension.ts'
import { limits, refusalOf } from './limits.ts'
import { executable } from './safety.ts'

/** What Yoga is told of a request from outside. */
export interface Sender {
  /** Whose budget the request is at; requests of unknown senders share one. */
  readonly address?: string | undefined
}

/** What is known of a request's cost. */
interface Account {
  readonly requested: number | null
  readonly standing: Standing | null
}

/**
 * Takes what each request costs from the budget of its sender, refuses who has too little left, and tells the cost in the
 * answer and in headers. A request that is refused costs 1. Without a budget the cost is told alone.
 */
export function costed(budget: Budget | null): Plugin<object, Sender> {
  const accounts = new WeakMap<Request, Account>()

  function charge(request: Request, { address = '' }: Sender, cost: number, requested: number | null): void {
    const standing = budget?.take(address, cost) ?? null
    accounts.set(request, { requested, standing })
    if (standing && !standing.isGranted) throw rateLimited(standing, requested ?? cost)
  }

  return {
    onRequestParse({ request, serverContext }) {
      charge(request, serverContext, 1, null)
    },

    onExecute({ args }) {
      const valid = executable(args)
      if (!valid) return
      const cost = costOf(valid)
      const { request, address } = args.contextValue as { request: Request } & Sender // Yoga puts them there
      if (budget && cost > budget.limit) throw refusalOf({ ...limits.cost, value: budget.limit }, cost)
      charge(request, { address }, cost - 1, cost)
    },

    onExecutionResult({ request, result, setResult }) {
      const { requested, standing } = accounts.get(request) ?? { requested: null, standing: null }
      if (!result || isAsyncIterable(result) || requested === null) return
      const cost = costExtension(requested, standing, { isShared: request.method === 'GET' })
      setResult({ ...result, extensions: { ...result.extensions, cost } })
    },

    onResponse({ request, response }) {
      const standing = accounts.get(request)?.standing
      for (const [name, value] of Object.entries(standing ? rateLimitHeaders(standing) : {})) {
        response.headers.set(name, value)
      }
    },
  }
}

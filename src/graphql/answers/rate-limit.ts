import type { GraphQLError } from 'graphql'
import type { BudgetStanding } from './budget.ts'
import { mistake } from './refusals.ts'
import type { Reply } from './request.ts'

/** A response with headers about the budget of the client, if there is one: draft-ietf-httpapi-ratelimit-headers. */
export function withRateLimit(reply: Reply, standing: BudgetStanding | null): Reply {
  if (!standing) return reply
  const { limit, remaining, reset } = standing
  const headers = {
    ...reply.headers,
    'ratelimit-policy': `"cost";q=${limit};qu="cost";w=60`,
    ratelimit: `"cost";r=${remaining};t=${reset}`,
  }
  return { ...reply, headers }
}

/** The error for a client whose budget is used up. */
export function rateLimited({ limit, remaining, reset }: BudgetStanding, requested: number): GraphQLError {
  const message = `The query may cost ${requested}, but ${remaining} is left of your quota of ${limit} per minute. Try again in ${reset} seconds, or request less`
  const error = mistake('RATE_LIMITED', { status: 429, headers: { 'retry-after': String(reset) } }, message)
  error.extensions.limit = limit
  return error
}

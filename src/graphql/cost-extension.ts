import { GraphQLError } from 'graphql'
import type { Standing } from './budget.ts'

/** What an answer tells of its cost, as `extensions.cost`. */
export interface CostExtension {
  /** What this query costs. */
  readonly requested: number
  /** What an address may ask for in a minute; null where that is not limited. */
  readonly limit: number | null
  /** What is left of it. Null where the answer may be kept for others: then it stands in the header RateLimit. */
  readonly remaining: number | null
  /** Whole seconds until it is full again. Null as `remaining`. */
  readonly reset: number | null
}

/** What an answer tells of its cost. `isShared`: the answer may be kept and given to others, as one to GET. */
export function costExtension(
  requested: number,
  standing: Standing | null,
  { isShared }: { isShared: boolean },
): CostExtension {
  const own = isShared ? null : standing
  return {
    requested,
    limit: standing?.limit ?? null,
    remaining: own?.remaining ?? null,
    reset: own?.reset ?? null,
  }
}

/** The same as headers, by draft-ietf-httpapi-ratelimit-headers. */
export function rateLimitHeaders({ limit, remaining, reset }: Standing): { [name: string]: string } {
  return {
    'ratelimit-policy': `"cost";q=${limit};qu="cost";w=60`,
    ratelimit: `"cost";r=${remaining};t=${reset}`,
  }
}

/** The refusal of who has too little left. */
export function rateLimited({ limit, remaining, reset }: Standing, requested: number): GraphQLError {
  const message = `This costs ${requested}, and ${remaining} is left of ${limit} a minute. Try again in ${reset} seconds, or ask for less`
  const http = { status: 429, headers: { 'retry-after': String(reset) } }
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED', limit, http } })
}

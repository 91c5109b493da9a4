import { GraphQLError } from 'graphql'
import { Gate, Overloaded, SHED_RETRY_SECONDS } from '../../web/gate.ts'
import { mistake } from './refusals.ts'

/** The most that a query may cost that does not count as dear. */
export const CHEAP_COST = 100

/** Small ones: many, since those that come together share statements. */
const CHEAP = { running: 64, waiting: 512 }
/** All others: fewer than there are connections, some of which are left to cheap ones. */
const DEAR = { running: 6, waiting: 128 }

/**
 * Which queries are read at once, which wait, and which are shed. Dear ones have a gate of their own, so that however many
 * there are, cheap ones are read; cached responses need none.
 */
export class Admission {
  readonly gates = { cheap: new Gate(CHEAP), dear: new Gate(DEAR) }

  /** The gate of a query by the most that it may cost. */
  gateOf(cost: number): Gate {
    return cost > CHEAP_COST ? this.gates.dear : this.gates.cheap
  }
}

/** The error for a request that was shed; null for other errors. */
export function shedRefusal(error: unknown): GraphQLError | null {
  const cause = error instanceof GraphQLError ? error.originalError : error
  if (!(cause instanceof Overloaded)) return null
  const http = { status: 503, headers: { 'retry-after': String(SHED_RETRY_SECONDS) } }
  return mistake(
    'OVERLOADED',
    http,
    `The server has more requests than it can answer. Try again in ${SHED_RETRY_SECONDS} seconds, or request less at once`,
  )
}

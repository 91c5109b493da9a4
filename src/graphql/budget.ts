import { LRUCache } from 'lru-cache'

/** How long a budget holds, from the first request on. */
const WINDOW_MS = 60_000

/** The most addresses that are told apart at once. Beyond them, who has been away longest begins anew. */
const MAX_ADDRESSES = 50_000

/** What an address has left. */
export interface Standing {
  /** Whether what was asked for has been taken. */
  readonly isGranted: boolean
  readonly limit: number
  readonly remaining: number
  /** Whole seconds until it is full again. */
  readonly reset: number
}

/** What each address may ask for in a minute, in units of cost. */
export interface Budget {
  readonly limit: number
  /** Takes from what an address has left; takes nothing where that is too little. */
  take(address: string, cost: number): Standing
  /** Gives back what was taken for work that somebody else takes for as well. */
  giveBack(address: string, cost: number): void
}

/** What an address has spent since its first request, and until when that counts. */
interface Account {
  units: number
  readonly until: number
}

/** A budget of so many units a minute for each address. The clock is the machine's, unless one is given. */
export function createBudget(limit: number, clock: { now(): number } = performance): Budget {
  const accounts = new LRUCache<string, Account>({ max: MAX_ADDRESSES })

  function accountOf(address: string, now: number): Account {
    const known = accounts.get(address)
    if (known && known.units > 0 && known.until > now) return known
    const begun = { units: 0, until: now + WINDOW_MS }
    accounts.set(address, begun)
    return begun
  }

  function take(address: string, cost: number): Standing {
    const now = clock.now()
    const account = accountOf(address, now)
    const isGranted = account.units + cost <= limit
    if (isGranted) account.units += cost
    return {
      isGranted,
      limit,
      remaining: limit - account.units,
      reset: Math.ceil((account.until - now) / 1000),
    }
  }

  function giveBack(address: string, cost: number): void {
    const account = accounts.get(address)
    if (account) account.units = Math.max(0, account.units - cost)
  }

  return { limit, take, giveBack }
}

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

/** A budget of so many units a minute for each address. The clock is the machine's, unless one is given. */
export function createBudget(limit: number, clock: { now(): number } = performance): Budget {
  const spent = new LRUCache<string, { units: number }>({
    max: MAX_ADDRESSES,
    ttl: WINDOW_MS,
    ttlResolution: 0,
    perf: clock,
  })

  function take(address: string, cost: number): Standing {
    const account = spent.get(address) ?? { units: 0 }
    if (account.units === 0) spent.set(address, account)
    const isGranted = account.units + cost <= limit
    if (isGranted) account.units += cost
    return {
      isGranted,
      limit,
      remaining: limit - account.units,
      reset: Math.ceil(spent.getRemainingTTL(address) / 1000),
    }
  }

  function giveBack(address: string, cost: number): void {
    const account = spent.get(address)
    if (account) account.units = Math.max(0, account.units - cost)
  }

  return { limit, take, giveBack }
}

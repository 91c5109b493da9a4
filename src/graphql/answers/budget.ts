import { Room } from './room.ts'

/** How long a budget holds, from the first request on. */
const WINDOW_MS = 60_000

/** What an account takes in memory. */
const ACCOUNT_BYTES = 50

/** What an address has spent since its first request, and until when that counts. */
interface Account {
  units: number
  readonly until: number
}

/** How an address stood when something was taken from what it has left. */
export class BudgetStanding {
  /** Whether it was taken: it is not where too little is left. */
  readonly isGranted: boolean
  readonly limit: number
  /** Whole seconds until the budget is full again. */
  readonly reset: number
  readonly #account: Account

  constructor(account: Account, limit: number, now: number, isGranted: boolean) {
    this.isGranted = isGranted
    this.limit = limit
    // Told by a whole second, and never longer than a window: the moments of begin and end are fractions.
    this.reset = Math.min(Math.ceil((account.until - now) / 1000), WINDOW_MS / 1000)
    this.#account = account
  }

  /** What is left by now. */
  get remaining(): number {
    return this.limit - this.#account.units
  }

  /** Gives back what was taken and has not been spent. */
  giveBack(units: number): void {
    this.#account.units -= units
  }
}

/** What each address may ask for in a minute, in units of cost. */
export class Budget {
  readonly limit: number
  readonly #clock: { now(): number }
  readonly #accounts: Room<Account>

  /**
   * `bytes` is how much memory addresses may take: beyond that, who has been away longest begins anew. The clock is the
   * machine's, unless one is given.
   */
  constructor(limit: number, bytes: number, clock: { now(): number } = performance) {
    this.limit = limit
    this.#clock = clock
    this.#accounts = new Room(bytes, () => ACCOUNT_BYTES)
  }

  /** How much memory the addresses take. */
  get bytes(): number {
    return this.#accounts.bytes
  }

  /** Takes so much from what an address has left, or nothing where that is too little. */
  take(address: string, units: number): BudgetStanding {
    const now = this.#clock.now()
    const account = this.#accountOf(address, now)
    const isGranted = account.units + units <= this.limit
    if (isGranted) account.units += units
    return new BudgetStanding(account, this.limit, now, isGranted)
  }

  #accountOf(address: string, now: number): Account {
    const known = this.#accounts.get(address)
    if (known && known.units > 0 && known.until > now) return known
    const begun = { units: 0, until: now + WINDOW_MS }
    this.#accounts.set(address, begun)
    return begun
  }
}

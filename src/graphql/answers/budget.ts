import { Room } from './room.ts'

/** The length of a budget window, from the first request in it. */
const WINDOW_MS = 60_000

/** The memory of one account. */
const ACCOUNT_BYTES = 50

/** What an address has spent since its first request, and until when that counts. */
interface Account {
  units: number
  readonly until: number
}

/** The state of a budget after an attempt to charge it. */
export class BudgetStanding {
  /** Whether it was charged. It is not if too little is left. */
  readonly isGranted: boolean
  readonly limit: number
  /** Whole seconds until the budget is full again. */
  readonly reset: number
  readonly #account: Account

  constructor(account: Account, limit: number, now: number, isGranted: boolean) {
    this.isGranted = isGranted
    this.limit = limit
    // A whole second, never longer than a window: the times themselves are fractions.
    this.reset = Math.min(Math.ceil((account.until - now) / 1000), WINDOW_MS / 1000)
    this.#account = account
  }

  /** What is left now. */
  get remaining(): number {
    return this.limit - this.#account.units
  }

  /** Refunds what was charged and not spent. */
  giveBack(units: number): void {
    this.#account.units -= units
  }
}

/** The budget of each address per minute, in units of cost. */
export class Budget {
  readonly limit: number
  readonly #clock: { now(): number }
  readonly #accounts: Room<Account>

  /**
   * `bytes` limits the memory of the accounts: beyond it, the account that was used least recently is forgotten. The default
   * clock is the machine's.
   */
  constructor(limit: number, bytes: number, clock: { now(): number } = performance) {
    this.limit = limit
    this.#clock = clock
    this.#accounts = new Room(bytes, () => ACCOUNT_BYTES)
  }

  /** The memory of the accounts. */
  get bytes(): number {
    return this.#accounts.bytes
  }

  /** Charges an address, or does nothing if too little is left. */
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

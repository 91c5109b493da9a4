/** Thrown instead of beginning something if the server already has more to do than it can. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded'

  constructor() {
    super('The server has more requests than it can answer')
  }
}

/** After how many seconds to repeat a request that was shed. */
export const SHED_RETRY_SECONDS = 2

/** How much a gate lets through. */
export interface GateSize {
  /** How much may be under way at once. */
  readonly running: number
  /** How much may wait for its turn. */
  readonly waiting: number
}

/** How long something may wait for its turn: clients do not wait much longer. */
const MAX_WAIT_MS = 2_000

/**
 * Lets some work begin at once, lets some wait, and sheds the rest: what is under way is then done in time, however much is
 * asked for.
 */
export class Gate {
  readonly #size: GateSize
  readonly #now: () => number
  readonly #waiting: { since: number; begin(): void; shed(): void }[] = []
  #running = 0
  /** How much has been shed. */
  shed = 0

  constructor(size: GateSize, now: () => number = () => performance.now()) {
    this.#size = size
    this.#now = now
  }

  /** Whether the next work would be shed. */
  get isFull(): boolean {
    return this.#running >= this.#size.running && this.#waiting.length >= this.#size.waiting
  }

  /** How much waits for its turn. */
  get waiting(): number {
    return this.#waiting.length
  }

  /**
   * Refuses what would be shed, so that nothing has to be done for it.
   *
   * @throws {Overloaded} when the gate is full.
   */
  requireRoom(): void {
    if (!this.isFull) return
    this.shed++
    throw new Overloaded()
  }

  /**
   * Does some work when it is its turn.
   *
   * @throws {Overloaded} when the gate is full, or the turn does not come in time.
   */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    this.requireRoom()
    if (this.#running < this.#size.running) this.#running++
    else await this.#turn()
    try {
      return await work()
    } finally {
      this.#next()
    }
  }

  #turn(): Promise<void> {
    return new Promise((begin, reject) => {
      const shed = () => {
        this.shed++
        reject(new Overloaded())
      }
      this.#waiting.push({ since: this.#now(), begin, shed })
    })
  }

  /** Gives the turn of what has ended to what has waited longest, but not for too long. */
  #next(): void {
    const oldest = this.#now() - MAX_WAIT_MS
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (next.since >= oldest) {
        next.begin()
        return
      }
      next.shed()
    }
    this.#running--
  }
}

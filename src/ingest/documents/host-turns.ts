import { setTimeout as sleepFor } from 'node:timers/promises'
import { NotFetched } from './not-fetched.ts'

/** Nobody waits longer for a turn: who asked to be left alone for longer is asked another time. */
export const TURN_MS_MAX = 2 * 60 * 1000

interface TurnOptions {
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<unknown>
  /** When each host may be asked next, as an earlier program has left it. */
  readonly nextMs?: ReadonlyMap<string, number>
  /** Told before a request goes out, and waited for: when the host may be asked after that. */
  readonly onTurn?: (host: string, nextMs: number) => Promise<void>
  /** Told when an answer has come, or none. */
  readonly onEnd?: (host: string, nextMs: number) => void
  readonly signal?: AbortSignal
}

/** Lets one request at a time at each host, with a pause from the beginning of one to that of the next. */
export class HostTurns {
  readonly #nextMs: Map<string, number>
  /** When the last request at a host that anybody has asked for will be over. */
  readonly #ends = new Map<string, Promise<void>>()
  readonly #now: () => number
  readonly #sleep: (ms: number) => Promise<unknown>
  readonly #onTurn: (host: string, nextMs: number) => Promise<void>
  readonly #onEnd: (host: string, nextMs: number) => void

  constructor({
    now = Date.now,
    sleep,
    nextMs = new Map(),
    onTurn = async () => {},
    onEnd = () => {},
    signal,
  }: TurnOptions = {}) {
    this.#now = now
    this.#sleep = sleep ?? ((ms) => sleepFor(ms, undefined, signal && { signal }))
    this.#nextMs = new Map(nextMs)
    this.#onTurn = onTurn
    this.#onEnd = onEnd
  }

  /** When a host may be asked next. */
  nextOf(host: string): number {
    return this.#nextMs.get(host) ?? 0
  }

  /**
   * Waits until a host may be asked. What it gives ends the turn. Throws `NotFetched` where that would take longer than
   * anybody waits.
   */
  async take(host: string, pauseMs: number): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#ends.get(host)
    this.#ends.set(host, promise)
    try {
      await before
      // Somebody may be told to stay away longer while others wait.
      for (let waitMs = this.#waitOf(host); waitMs > 0; waitMs = this.#waitOf(host)) {
        if (waitMs > TURN_MS_MAX) throw tooLong(host, waitMs)
        await this.#sleep(waitMs)
      }
      await this.#onTurn(host, this.#now() + pauseMs)
      this.#nextMs.set(host, this.#now() + pauseMs)
      return () => {
        this.#onEnd(host, this.nextOf(host))
        resolve()
      }
    } catch (error) {
      resolve()
      throw error
    }
  }

  /** Keeps away from a host until a time, as it asked. */
  stayAway(host: string, untilMs: number): void {
    this.#nextMs.set(host, Math.max(this.nextOf(host), untilMs))
  }

  #waitOf(host: string): number {
    return this.nextOf(host) - this.#now()
  }
}

function tooLong(host: string, waitMs: number): NotFetched {
  const seconds = Math.ceil(waitMs / 1000)
  const message = `${host} asked to be left alone for ${seconds} seconds more; try again after that.`
  return new NotFetched(message, { fault: 'later', sort: 'asked to wait', retryAfterMs: waitMs })
}

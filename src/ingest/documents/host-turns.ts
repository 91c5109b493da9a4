import { setTimeout as sleepFor } from 'node:timers/promises'
import { NotFetched } from './not-fetched.ts'

/** The longest wait for a turn. A host that asks for a longer pause is asked another time. */
export const TURN_MS_MAX = 2 * 60 * 1000

interface TurnOptions {
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<unknown>
  /** When each host may be asked next, as an earlier run recorded it. */
  readonly nextMs?: ReadonlyMap<string, number>
  /** Called and awaited before a request is sent: when the host may be asked next. */
  readonly onTurn?: (host: string, nextMs: number) => Promise<void>
  /** Called when a response has arrived, or none. */
  readonly onEnd?: (host: string, nextMs: number) => void
  readonly signal?: AbortSignal
}

/** Allows one request at a time per host, with a pause between the starts of two requests. */
export class HostTurns {
  readonly #nextMs: Map<string, number>
  /** When the last request waiting for a host will have ended. */
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
   * Waits until a host may be asked. The returned function ends the turn. Throws `NotFetched` if the wait would be
   * longer than the limit.
   */
  async take(host: string, pauseMs: number): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#ends.get(host)
    this.#ends.set(host, promise)
    try {
      await before
      // A host may ask for a longer pause while others wait.
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

  /** Leaves a host alone until a time, as it asked. */
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

/** The limits of the response times that are counted, in seconds. */
export const WITHIN_SECONDS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5] as const

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']

/** Called for each response: its route, its status, and how long it took. */
export type OnAnswer = (answer: {
  readonly route: string
  readonly method: string
  readonly status: number
  readonly milliseconds: number
}) => void

/** The responses of one route to one method. It is updated while clients wait, so it has plain numbers. */
export class TrafficLine {
  readonly route: string
  readonly method: string
  /** The number of responses with a status of 0…, 100…, 200…, 300…, 400…, 500…. */
  readonly byStatus = [0, 0, 0, 0, 0, 0]
  /** How many took no longer than each of `WITHIN_SECONDS` but longer than the one before. The last counts all slower ones. */
  readonly byDuration: number[] = Array(WITHIN_SECONDS.length + 1).fill(0)
  /** The sum of all response times. */
  seconds = 0

  readonly #onAnswer: OnAnswer | undefined

  constructor(route: string, method: string, onAnswer?: OnAnswer) {
    this.route = route
    this.method = method
    this.#onAnswer = onAnswer
  }

  /** Counts a response and how long it took: 0 if it was cached. */
  count(status: number, seconds: number): void {
    const statusClass = Math.trunc(status / 100)
    this.byStatus[statusClass] = (this.byStatus[statusClass] ?? 0) + 1
    let within = 0
    while (seconds > (WITHIN_SECONDS[within] ?? Number.POSITIVE_INFINITY)) within++
    this.byDuration[within] = (this.byDuration[within] ?? 0) + 1
    this.seconds += seconds
    if (!this.#onAnswer) return
    const { route, method } = this
    this.#onAnswer({ route, method, status, milliseconds: Math.round(seconds * 1e6) / 1e3 })
  }
}

/** Counts requests by route and method. */
export class Traffic {
  readonly #lines = new Map<string, TrafficLine>()
  readonly #onAnswer: OnAnswer | undefined

  constructor(onAnswer?: OnAnswer) {
    this.#onAnswer = onAnswer
  }

  /** The counts of a route, by its path in the route table. */
  line(route: string, sent: string): TrafficLine {
    const method = METHODS.includes(sent) ? sent : 'other' // anybody can make up names
    const key = `${method} ${route}`
    const known = this.#lines.get(key)
    if (known) return known
    const line = new TrafficLine(route, method, this.#onAnswer)
    this.#lines.set(key, line)
    return line
  }

  lines(): Iterable<TrafficLine> {
    return this.#lines.values()
  }
}

/** The seconds since a moment that `performance.now()` told. */
export function secondsSince(began: number): number {
  return (performance.now() - began) / 1000
}

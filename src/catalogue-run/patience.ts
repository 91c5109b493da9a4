/** How long addresses and hosts are left alone. */
export interface RunPatience {
  /** An address that has answered. Shorter than a day, so that a nightly run asks it each night. */
  readonly answeredMs: number
  /** An address that could not be asked, for the first time; each time after that four times as long. */
  readonly failedMs: number
  readonly failedMsMax: number
  /** So long a run waits for what is to be tried again; what is due later is left to the next run. */
  readonly runMs: number
  /** A host whose answer was never read, since the program was stopped. */
  readonly interruptedMs: number
  /** How long after one another a web archive is asked for a copy that it did not have. */
  readonly soughtMs: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export const PATIENCE: RunPatience = {
  answeredMs: 20 * HOUR_MS,
  failedMs: 5_000,
  failedMsMax: 24 * HOUR_MS,
  runMs: 2 * MINUTE_MS,
  interruptedMs: 30_000,
  soughtMs: 30 * 24 * HOUR_MS,
}

/** A host that fails so often in a row, at any addresses, is left to the next run. */
export const HOST_FAILURES_MAX = 5

/** A host name that is unknown so often in a row is gone: it may be we who were without a network. */
export const NAME_FAILURES_MAX = 6

/** How many hosts are asked at a time. */
export const HOSTS_AT_ONCE = 8

/** How long an address is left alone that could not be asked so often in a row. */
export function backOffMs(failures: number, { failedMs, failedMsMax }: RunPatience): number {
  return Math.min(failedMs * 4 ** (failures - 1), failedMsMax)
}

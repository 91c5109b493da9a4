/** How long addresses and hosts are not requested again. */
export interface RunPatience {
  /** An address that has responded. Shorter than a day, so that a nightly run requests it each night. */
  readonly answeredMs: number
  /** An address that failed for the first time; after each further failure four times as long. */
  readonly failedMs: number
  readonly failedMsMax: number
  /** How long a run waits for retries; those due later are left to the next run. */
  readonly runMs: number
  /** A host whose response was never read, since the program was stopped. */
  readonly interruptedMs: number
  /** The time between two searches for a copy that a web archive did not have. */
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

/** After this many failures in a row, at any addresses, a host is left to the next run. */
export const HOST_FAILURES_MAX = 5

/** After this many failures in a row, an unknown host name counts as gone. A single one may be caused by our own network. */
export const NAME_FAILURES_MAX = 6

/** How many hosts are requested at a time. */
export const HOSTS_AT_ONCE = 8

/** How long an address is not requested again after a number of failures in a row. */
export function backOffMs(failures: number, { failedMs, failedMsMax }: RunPatience): number {
  return Math.min(failedMs * 4 ** (failures - 1), failedMsMax)
}

import { setTimeout as wait } from 'node:timers/promises'
import { reasonOf } from '../common/reason.ts'
import { ExportsAway } from '../exporters/stores/store.ts'
import type { JobLog } from './nightly.ts'

/** How long to wait before the storage of the releases is tried again. */
const RETRY_MS = 30_000

/** The release of a server that starts. */
interface FirstRelease {
  /** The release that is served; null while there is none. */
  readonly name: string | null
  /** Stops trying, after an attempt in progress has ended. */
  stop(): Promise<void>
}

/**
 * Makes a release. Where the place of the releases does not answer, it logs so and tries again until it does: what needs no
 * release is served meanwhile. Throws whatever else the first attempt throws.
 *
 * @example const first = await releaseNowOrLater(async () => (await release(db, store, means)).manifest.release, log)
 */
export async function releaseNowOrLater(
  attempt: () => Promise<string | null>,
  log: JobLog,
  retryMs = RETRY_MS,
): Promise<FirstRelease> {
  try {
    return { name: await attempt(), stop: async () => {} }
  } catch (error) {
    if (!(error instanceof ExportsAway)) throw error
    log.error(`${error.message}. Everything but releases is served; trying again every ${retryMs / 1000} s`)
  }
  const stopping = new AbortController()
  const trying = tryAgain(attempt, log, retryMs, stopping.signal)
  return {
    name: null,
    stop: () => {
      stopping.abort()
      return trying
    },
  }
}

/** Tries until the storage of the releases responds. Other errors are logged, and left to the nightly job. */
async function tryAgain(
  attempt: () => Promise<string | null>,
  log: JobLog,
  retryMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (await wait(retryMs, true, { signal }).catch(() => false)) {
    try {
      await attempt()
      return
    } catch (error) {
      if (error instanceof ExportsAway) continue // it was logged when it went
      log.error(reasonOf(error))
      return
    }
  }
}

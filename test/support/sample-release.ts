import type { Database } from '../../src/database/client.ts'
import { type ReleaseOptions, type ReleaseResult, release } from '../../src/exporters/release.ts'
import type { ReleaseStore } from '../../src/exporters/stores/store.ts'

/** Releases a database that holds the sample, or data made from it. */
export function releaseSample(
  db: Database,
  store: ReleaseStore,
  options: ReleaseOptions = {},
): Promise<ReleaseResult> {
  return release(db, store, { ...options, isSample: true })
}

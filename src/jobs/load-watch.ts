import { reasonOf } from '../common/reason.ts'
import type { OpenDatabase } from '../database/client.ts'
import { LOADED } from '../database/revisions.ts'
import { isAway } from '../database/unavailable.ts'

/** How often the database is checked, in case a notification was lost with its connection. */
const LOOK_MS = 30_000

/** Something that caches what is made from the data. */
interface Keeper {
  /** Clears its caches, since the data may have changed. */
  drop(): void
  /** Clears its caches if they are of another revision than the current one, and begins to read what is needed for many. */
  look(): Promise<unknown>
}

/**
 * Makes a server clear its caches as soon as the data have changed, whether this process or another that shares the
 * database loaded them. Returns a function that ends the watch.
 */
export async function watchLoads(
  { listen }: Pick<OpenDatabase, 'listen'>,
  { drop, look }: Keeper,
  log: { error(message: string): void },
): Promise<() => Promise<void>> {
  const lookNow = () => {
    look().catch((error: unknown) => {
      if (!isAway(error)) log.error(`the current revision cannot be read: ${reasonOf(error)}`)
    })
  }
  const stopListening = await listen(LOADED, () => {
    drop()
    lookNow()
  })
  lookNow()
  const timer = setInterval(lookNow, LOOK_MS)
  return async () => {
    clearInterval(timer)
    await stopListening()
  }
}

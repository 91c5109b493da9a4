import type { OpenDatabase } from '../database/client.ts'
import { LOADED } from '../database/revisions.ts'
import { isAway } from '../database/unavailable.ts'

/** How often the database is asked, in case a message was lost with its connection. */
const LOOK_MS = 30_000

/** What keeps something that is made of the data. */
interface Keeper {
  /** Forgets what it keeps: the data may be others now. */
  drop(): void
  /** Forgets what it keeps if it is of another revision than the database holds. */
  look(): Promise<unknown>
}

/**
 * Lets a server forget what it keeps as soon as the data are others: loaded by this process, or by another that shares
 * the database. Gives what ends the watch.
 */
export async function watchLoads(
  { listen }: Pick<OpenDatabase, 'listen'>,
  { drop, look }: Keeper,
  log: { error(message: string): void },
): Promise<() => Promise<void>> {
  const stopListening = await listen(LOADED, drop)
  const timer = setInterval(() => {
    look().catch((error: unknown) => {
      if (!isAway(error)) log.error(`the current revision cannot be read: ${error}`)
    })
  }, LOOK_MS)
  return async () => {
    clearInterval(timer)
    await stopListening()
  }
}

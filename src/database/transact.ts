import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { DatabaseAway, isLoss } from './unavailable.ts'

/** As much of a transaction of the driver as drizzle and we use. */
export interface SqlTransaction extends Pick<postgres.TransactionSql, 'unsafe'> {
  savepoint<T>(work: Work<T>): Promise<T>
}

/** What is done in a transaction. */
export type Work<T> = (tx: SqlTransaction) => PromiseLike<T>

/** How soon after a failure it is known whether the connection is lost. */
const CLOSING_MS = 100

/**
 * Runs a transaction, as the driver's `begin` does; throws `DatabaseAway` where its connection is lost. The driver would then
 * send the end of it, and whatever is still asked in it, on a connection that is none any more, or that is another's already:
 * nothing is handed to it from then on.
 */
export async function transact<T>(client: postgres.Sql, mode: string, work: Work<T>): Promise<T> {
  let isLost = false
  let fault: unknown
  const { promise: lost, reject: lose } = Promise.withResolvers<never>()
  lost.catch(() => {}) // there may be nobody to be told

  /** What work comes to, unless the connection is lost: then nothing, for ever. */
  async function unlessLost<R>(working: PromiseLike<R>): Promise<R> {
    try {
      const result = await working
      if (!isLost) return result
    } catch (error) {
      fault = error
      if (isLoss(error)) await Promise.race([lost, sleep(CLOSING_MS)]).catch(() => {})
      if (!isLost) throw error
    }
    return new Promise(() => {})
  }

  const guarded = (tx: postgres.TransactionSql): SqlTransaction => ({
    unsafe(...query) {
      if (isLost) throw new DatabaseAway(fault)
      return tx.unsafe(...query)
    },
    savepoint(inner) {
      if (isLost) return lost
      const running = tx.savepoint((savepoint) => unlessLost(inner(guarded(savepoint))))
      return Promise.race([running as ReturnType<typeof inner>, lost]) // what the work gave
    },
  })

  try {
    return (await client.begin(mode, (tx) => unlessLost(work(guarded(tx))))) as T // what the work gave
  } catch (error) {
    if (error === fault) throw error
    // The connection failed, and not the work.
    isLost = true
    const away = isLoss(error) ? new DatabaseAway(isLoss(fault) ? fault : error) : error
    lose(away)
    throw away
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { DatabaseAway, isLoss } from './unavailable.ts'

/** Those parts of a transaction of the driver that drizzle and we use. */
export interface SqlTransaction extends Pick<postgres.TransactionSql, 'unsafe'> {
  savepoint<T>(work: Work<T>): Promise<T>
}

/** What is done in a transaction. */
export type Work<T> = (tx: SqlTransaction) => PromiseLike<T>

/** How soon after an error it is known whether the connection is lost. */
const CLOSING_MS = 100

/**
 * Runs a transaction, as `begin` of the driver does. After its connection is lost, the driver would send the end of the
 * transaction, and its further statements, on a connection that is closed or that another transaction already uses, so
 * nothing is passed to the driver from then on.
 *
 * @throws {DatabaseAway} when the connection is lost.
 */
export async function transact<T>(client: postgres.Sql, mode: string, work: Work<T>): Promise<T> {
  let isLost = false
  let fault: unknown
  const { promise: lost, reject: lose } = Promise.withResolvers<never>()
  lost.catch(() => {}) // nobody may be waiting for it

  /** The result of the work, or if the connection is lost, a promise that never settles. */
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

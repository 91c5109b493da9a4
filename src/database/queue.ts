import type { PGlite } from '@electric-sql/pglite'
import type { Db } from 'pg-boss'
import type postgres from 'postgres'
import type { Pool } from './pool.ts'

/** How the queue of jobs connects to the database, and the kind of database. */
export interface QueueSessions {
  readonly db: Db
  readonly backend: 'postgres' | 'pglite'
}

/** Types as the queue expects them, which is as the driver `pg` has them: JSON is written by whoever sends it. */
export const QUEUE_TYPES = {
  json: {
    to: 114,
    from: [114, 3802],
    serialize: (json: string) => json,
    parse: (json: string): unknown => JSON.parse(json),
  },
  jsonb: { to: 3802, from: [], serialize: (json: string) => json, parse: (json: string) => json },
}

/**
 * The queue's sessions on a PostgreSQL server, over one connection of its own made with `QUEUE_TYPES`: what it sends comes
 * one after the other.
 */
export function queueOfServer(client: Pool): QueueSessions {
  let last: Promise<unknown> = Promise.resolve()
  return {
    db: {
      executeSql(text: string, values: unknown[] = []) {
        const rows = last.then(() =>
          values.length === 0 ? runAll(client, text) : runStatement(client, text, values),
        )
        last = rows.catch(() => {})
        return rows.then((found) => ({ rows: found }))
      },
    },
    backend: 'postgres',
  }
}

async function runStatement(client: Pool, text: string, values: unknown[]): Promise<unknown[]> {
  return [...(await client.unsafe(text, values.map(queueParameter) as postgres.ParameterOrJSON<never>[]))]
}

/** Runs a text of one or several statements, and gives the rows of all. A transaction that it begins and fails in is ended. */
async function runAll(client: Pool, text: string): Promise<unknown[]> {
  try {
    const results: unknown[] = await client.unsafe(text).simple()
    return results.flat()
  } catch (error) {
    await client
      .unsafe('rollback')
      .simple()
      .catch(() => {}) // what failed first says more
    throw error
  }
}

/** A value as the driver `pg` sends it. */
function queueParameter(value: unknown): unknown {
  const isPlain = value === null || typeof value !== 'object' || value instanceof Date || Array.isArray(value)
  return isPlain ? (value ?? null) : JSON.stringify(value)
}

/**
 * The queue's sessions on the embedded database. It has one session for all, which only reads where nothing else is
 * said, and in which a statement that fails must leave no transaction open: so each is sent in one of ours.
 */
export function queueOfEmbedded(client: PGlite): QueueSessions {
  const executeSql = (text: string, values: unknown[] = []) =>
    client.transaction(async (tx) => {
      await tx.exec('set transaction read write')
      // Only without parameters a text may hold several statements, those that begin and end a transaction among them.
      const results = values.length === 0 ? await tx.exec(text) : [await tx.query(text, values)]
      return { rows: results.flatMap(({ rows }) => rows) }
    })
  return { db: { executeSql }, backend: 'pglite' }
}

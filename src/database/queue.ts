import type { PGlite } from '@electric-sql/pglite'
import type { Db } from 'pg-boss'
import type postgres from 'postgres'
import type { Pool } from './pool.ts'

/** How the queue of jobs connects to the database, and the kind of database. */
export interface QueueSessions {
  readonly db: Db
  readonly backend: 'postgres' | 'pglite'
}

/** Types as the queue expects them, which are those of the driver `pg`: the sender serialises JSON. */
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
 * The queue's sessions on a PostgreSQL server, over one separate connection with `QUEUE_TYPES`: its statements run one
 * after the other.
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

/** Runs one or several statements, and gives the rows of all. If they fail in a transaction of their own, it is rolled back. */
async function runAll(client: Pool, text: string): Promise<unknown[]> {
  try {
    return (await client.runAll(text)).flat()
  } catch (error) {
    await client.runAll('rollback').catch(() => {}) // what failed first says more
    throw error
  }
}

/** A value as the driver `pg` sends it. */
function queueParameter(value: unknown): unknown {
  const isPlain = value === null || typeof value !== 'object' || value instanceof Date || Array.isArray(value)
  return isPlain ? (value ?? null) : JSON.stringify(value)
}

/**
 * The queue's sessions on the embedded database. It has one session for all, which is read-only by default, and in which
 * a failed statement must not leave a transaction open: so each text runs in a transaction of ours.
 */
export function queueOfEmbedded(client: PGlite): QueueSessions {
  const executeSql = (text: string, values: unknown[] = []) =>
    client.transaction(async (tx) => {
      await tx.exec('set transaction read write')
      // Only a text without parameters may contain several statements, including those that begin and end a transaction.
      const results = values.length === 0 ? await tx.exec(text) : [await tx.query(text, values)]
      return { rows: results.flatMap(({ rows }) => rows) }
    })
  return { db: { executeSql }, backend: 'pglite' }
}

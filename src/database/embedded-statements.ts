import { messages, type PGlite, parse, protocol, type QueryOptions, types } from '@electric-sql/pglite'
import type { Logger } from 'drizzle-orm/logger'
import { LRUCache } from 'lru-cache'
import { untraced } from '../tracing/tracing.ts'
import { MAX_PREPARED, MAX_SEEN, type StatementRow, type Statements } from './statements.ts'
import { statementSpan } from './traced-pool.ts'

const { serialize } = protocol

const asText = (value: string) => value

/** Values as drizzle gives them. */
const AS_DRIZZLE: QueryOptions & Required<Pick<QueryOptions, 'parsers'>> = {
  rowMode: 'array',
  parsers: { [types.DATE]: asText, [types.TIMESTAMP]: asText, [types.TIMESTAMPTZ]: asText },
}

/** A statement that the session holds: its name, the types of what it takes, and what reads each of its columns. */
interface Prepared {
  readonly name: string
  readonly parameterTypes: readonly number[]
  readonly parsers: readonly ((text: string) => unknown)[]
}

/**
 * Plain SQL over the embedded database. `query` of PGlite parses and plans a text each time, in five rounds; a text that is
 * used again is prepared here, and then takes one round, a third of the time.
 */
export function statementsOfEmbedded(client: PGlite, logger?: Logger, inSpan = untraced): Statements {
  const seen = new LRUCache<string, true>({ max: MAX_SEEN })
  const held = new LRUCache<string, Prepared>({ max: MAX_PREPARED })
  let names = 0

  async function run(...parts: readonly Uint8Array[]) {
    return client.execProtocolStream(Buffer.concat([...parts, serialize.sync()]), { syncToFs: false })
  }

  async function prepare(text: string): Promise<Prepared> {
    const name = `s${names++}`
    const described = await run(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    const columns = described.find((message) => message instanceof messages.RowDescriptionMessage)
    if (!columns) throw new Error(`A statement that selects nothing: ${text}`)
    const statement = {
      name,
      parameterTypes: parse.parseDescribeStatementResults(described),
      parsers: columns.fields.map(({ dataTypeID }) => parserOf(dataTypeID)),
    }
    if (held.size === MAX_PREPARED) await close(held.pop())
    held.set(text, statement)
    return statement
  }

  /** The rows of a text that is prepared; null within somebody's transaction, which has the session for itself. */
  function preparedRows(
    text: string,
    parameters: readonly unknown[],
  ): Promise<readonly StatementRow[] | null> {
    return client.runExclusive(async () => {
      if (client.isInTransaction()) return null
      try {
        const { name, parsers, parameterTypes } = held.get(text) ?? (await prepare(text))
        const values = parameters.map((value, at) => written(value, parameterTypes[at]))
        const bound = serialize.bind({ statement: name, values })
        const answered = await inSpan(...statementSpan(text), () => run(bound, serialize.execute()))
        return answered.flatMap((message) =>
          message instanceof messages.DataRowMessage
            ? [message.fields.map((field, at) => (field === null ? null : parsers[at]?.(field)))]
            : [],
        )
      } catch (error) {
        const statement = held.peek(text)
        held.delete(text)
        await close(statement) // it may have failed since the tables are others now
        throw error
      }
    })
  }

  async function close(statement: Prepared | undefined): Promise<void> {
    if (statement) await run(serialize.close({ type: 'S', name: statement.name }))
  }

  // PGlite's own way copies the parsers of all types for each statement, which takes a millisecond.
  function parserOf(type: number): (text: string) => unknown {
    const parser = AS_DRIZZLE.parsers[type] ?? client.parsers[type]
    return (text) => (parser ? parser(text, type) : text)
  }

  function written(value: unknown, type = 0): string | null {
    if (value === null || value === undefined) return null
    return client.serializers[type]?.(value) ?? String(value)
  }

  return {
    async rows(text, parameters) {
      logger?.logQuery(text, [...parameters])
      const isRepeated = seen.has(text)
      seen.set(text, true)
      const prepared = isRepeated ? await preparedRows(text, parameters) : null
      return prepared ?? (await client.query<unknown[]>(text, [...parameters], AS_DRIZZLE)).rows
    },
  }
}

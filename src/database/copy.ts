import type { Readable } from 'node:stream'
import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { CHUNK_BYTES } from '../common/chunk-bytes.ts'
import { type Column, LIST_SEPARATOR, snakeCase } from '../datasets/dataset.ts'
import type { Database, Reader } from './client.ts'
import { Pool } from './pool.ts'
import type { RowSource } from './rows.ts'
import type { SqlTransaction } from './transact.ts'

/** The formats in which a server can write rows: cells of CSV, or JSON objects. */
export type CopyForm = 'csv' | 'json'

/** The text around rows in a file: before the first, between two, after the last; and the whole text without rows. */
export interface Frame {
  readonly head: string
  readonly between: string
  readonly end: string
  readonly none: string
}

/** Reads rows of a snapshot as the text of a file, made by the PostgreSQL server itself. */
export interface Copier {
  /** The rows of a source in the order of its key, in chunks. */
  copy(source: RowSource, form: CopyForm, frame: Frame): AsyncGenerator<Uint8Array>
  close(): Promise<void>
}

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * A separate connection that sees the same as `snapshot`, a transaction in `db`, and on which `COPY` can run; null on the
 * embedded database. The transaction must last until the connection is closed.
 */
export async function openCopier(db: Database, snapshot: Reader): Promise<Copier | null> {
  if (!('$client' in db && db.$client instanceof Pool)) return null
  const [exported] = await snapshot.select({ id: sql<string>`id` }).from(sql`pg_export_snapshot() as id`)
  if (!exported) throw new Error('PostgreSQL exported no snapshot')
  const transaction = await begun(db.$client, 'isolation level repeatable read read only')
  try {
    await transaction.sql.unsafe(`set transaction snapshot '${exported.id}'`)
  } catch (error) {
    await transaction.end()
    throw error
  }
  return {
    async *copy(source, form, frame) {
      const statement = transaction.sql.unsafe(statementOf(source, form))
      yield* gathered(await statement.readable(), frame, MESSAGES[form], () => statement.cancel())
    },
    close: transaction.end,
  }
}

/** A transaction on a separate connection, which lasts until it is ended. */
async function begun(pool: Pool, mode: string) {
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
  const { promise: sql, resolve: begin } = Promise.withResolvers<SqlTransaction>()
  const ended = pool.begin((tx) => {
    begin(tx)
    return isOver
  }, mode)
  return {
    sql: await Promise.race([sql, ended.then(() => sql)]),
    async end() {
      end()
      // The statement that failed has reported it.
      await ended.catch(() => {})
    },
  }
}

/** The statement that writes one row per line. It has no parameters, since `COPY` accepts none. */
function statementOf({ dataset, from, columns }: RowSource, form: CopyForm): string {
  const expressions = Object.entries<Column>(dataset.columns).map(([name, column]) => {
    const value = sql`${columns[name]}`
    const written = form === 'csv' ? copiedCell(column, value) : member(column, value)
    return sql`${written} as ${sql.identifier(snakeCase(name))}`
  })
  const key = dataset.key.map((name) => sql`${columns[name]}`)
  const rows = sql`select ${sql.join(expressions, sql`, `)} from ${from} order by ${sql.join(key, sql`, `)}`
  const copy =
    form === 'csv'
      ? sql`copy (${rows}) to stdout (format csv)`
      : // The binary format sends the text of an object unchanged; the others would search it for characters to quote.
        sql`copy (select row_to_json(rows) from (${rows}) as rows) to stdout (format binary)`
  const { sql: statement, params } = dialect.sqlToQuery(copy)
  if (params.length > 0) throw new Error(`COPY takes no parameters: ${statement}`)
  return statement
}

/** A value as a cell, by the rules of our CSV: null is an empty cell. */
function copiedCell({ type }: Column, value: SQL): SQL {
  switch (type) {
    case 'integer':
    case 'date':
    case 'enum':
      return value
    case 'boolean':
      return sql`${value}::text`
    case 'number':
      return numberAsInJavaScript(value, sql`${value}::text`, (text) => text)
    case 'list':
    case 'enums':
      return sql`nullif(array_to_string(${value}, ${sql.raw(`'${LIST_SEPARATOR}'`)}), '')`
    default:
      return sql`nullif(${value}, '')`
  }
}

/** A value as a member of a JSON object. */
function member({ type }: Column, value: SQL): SQL {
  return type === 'number'
    ? numberAsInJavaScript(value, sql`to_json(${value})`, (text) => sql`${text}::json`)
    : value
}

/**
 * A number as JavaScript writes it: 1e-7 and 1000000000000000, where PostgreSQL writes 1e-07 and 1e+15. Numbers that both
 * write in the same way, which are nearly all, are checked first.
 */
function numberAsInJavaScript(value: SQL, plain: SQL, odd: (text: SQL) => SQL): SQL {
  return sql`case
    when ${value} is null then null
    when abs(${value}) >= 1e-4 and abs(${value}) < 1e15 then ${plain}
    when ${value} = 0 then ${odd(sql`'0'`)}
    when abs(${value}) >= 1e21 or abs(${value}) < 1e-6 then ${odd(sql`regexp_replace(${value}::text, 'e([+-])0', 'e\\1')`)}
    else ${odd(sql`${value}::text::numeric::text`)} end`
}

/** The position of a row in a message of `COPY`. */
interface Messages {
  /** Where its text begins; null if the message has no row. */
  begin(message: Buffer): number | null
  /** So many bytes come after it. */
  readonly after: number
}

// The binary form: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
/** Stands before the first row: a signature that begins so, of eleven bytes, four of flags, then the length of more. */
const SIGNATURE_BEGINS = 'P'.charCodeAt(0)
const LENGTH_AT = 15
/** Before the only field of a row stand the number of fields in two bytes and its length in four. */
const FIELD_AT = 6
/** In place of the number of fields, it says that there are no more rows. */
const NO_MORE = -1

const MESSAGES: { readonly [form in CopyForm]: Messages } = {
  csv: { begin: () => 0, after: '\n'.length },
  json: {
    begin(message) {
      const at = message[0] === SIGNATURE_BEGINS ? LENGTH_AT + 4 + message.readUInt32BE(LENGTH_AT) : 0
      return message.readInt16BE(at) === NO_MORE ? null : at + FIELD_AT
    },
    after: 0,
  },
}

/** How many chunks may wait to be read; then the server waits too. */
const MOST_WAITING = 4

/**
 * The rows of a `COPY` within their frame. The driver gives one row at a time. Waiting for each would take longer than
 * writing it, so rows are collected as they arrive, while those collected before are being used.
 */
async function* gathered(
  stream: Readable,
  { head, between, end, none }: Frame,
  { begin, after }: Messages,
  cancel: () => void,
): AsyncGenerator<Uint8Array> {
  const separator = Buffer.from(between)
  const gatherer = new Gatherer()
  gatherer.add(Buffer.from(head))
  let isOver = false
  let wake = () => {}
  const over = new Promise<void>((resolve, reject) =>
    stream.once('end', resolve).once('error', reject),
  ).finally(() => {
    isOver = true
    wake()
  })
  over.catch(() => {}) // thrown below
  let isFirst = true
  stream.on('data', (message: Buffer) => {
    const at = begin(message)
    if (at === null) return
    if (!isFirst) gatherer.add(separator)
    isFirst = false
    gatherer.add(message, at, message.length - after)
    if (gatherer.full.length === 0) return
    if (gatherer.full.length >= MOST_WAITING) stream.pause()
    wake()
  })
  try {
    while (!isOver) {
      yield* gatherer.full.splice(0)
      if (stream.isPaused()) stream.resume()
      await new Promise<void>((resolve) => {
        wake = resolve
        if (isOver || gatherer.full.length > 0) resolve()
      })
    }
    await over
    if (isFirst) return yield Buffer.from(none)
    gatherer.add(Buffer.from(end))
    yield* gatherer.full
    yield gatherer.rest()
  } finally {
    // The connection can take the next statement only after this one has been read to its end.
    if (!isOver) cancel()
    stream.removeAllListeners('data')
    stream.resume()
    await over.catch(() => {})
    // The driver pauses its socket with the stream, and would wait for ever if the last row came meanwhile.
    stream._read(0)
  }
}

/** Puts bytes one after another into chunks of `CHUNK_BYTES`. */
class Gatherer {
  readonly full: Buffer[] = []
  #chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  #filled = 0

  /** Adds the bytes of a part from one place to another. */
  add(part: Buffer, from = 0, to = part.length): void {
    for (let at = from; at < to; ) {
      const copied = part.copy(this.#chunk, this.#filled, at, to)
      at += copied
      this.#filled += copied
      if (this.#filled < CHUNK_BYTES) return
      this.full.push(this.#chunk)
      this.#chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      this.#filled = 0
    }
  }

  /** What does not fill a chunk. */
  rest(): Buffer {
    return this.#chunk.subarray(0, this.#filled)
  }
}

import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type Column, type Dataset, snakeCase } from '../datasets/dataset.ts'

/**
 * With one thread, the rows of a file are grouped in the same way on every machine. zstd, since the output of snappy
 * depends on the processor.
 */
const SETTINGS = { threads: '1', memory_limit: '160MB', temp_directory: '' }

/** Half of the default of DuckDB: a group is kept in memory while it is written. */
const ROW_GROUP = 61_440

/**
 * Writes Parquet with DuckDB, from the JSON Lines of the same release, so that both have the same values. DuckDB is loaded
 * for the first file, since it takes memory that nothing else needs.
 */
export class ParquetWriter {
  #opened: Promise<DuckDB> | null = null

  /** Writes a dataset to `path`. Its columns have types: a day is a DATE, several values are a list. */
  async write(dataset: Dataset, jsonl: string, path: string): Promise<void> {
    const columns = Object.entries<Column>(dataset.columns).map(
      ([name, column]) => `${literal(snakeCase(name))}: ${literal(parquetType(column))}`,
    )
    const rows = `read_json(${literal(jsonl)}, format = 'newline_delimited', columns = {${columns.join(', ')}}, maximum_object_size = ${LARGEST_ROW_BYTES})`
    this.#opened ??= openDuckDB()
    const { connection } = await this.#opened
    await connection.run(
      `copy (from ${rows}) to ${literal(path)} (format parquet, compression zstd, parquet_version v1, row_group_size ${ROW_GROUP})`,
    )
  }

  async close(): Promise<void> {
    const opened = await this.#opened
    opened?.connection.closeSync()
    opened?.instance.closeSync()
  }
}

interface DuckDB {
  readonly instance: DuckDBInstance
  readonly connection: DuckDBConnection
}

async function openDuckDB(): Promise<DuckDB> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', SETTINGS)
  return { instance, connection: await instance.connect() }
}

/** Text of a document and all that goes with it is far below this. */
const LARGEST_ROW_BYTES = 16 * 1024 * 1024

function parquetType({ type }: Column): string {
  switch (type) {
    case 'integer':
      return 'INTEGER'
    case 'number':
      return 'DOUBLE'
    case 'boolean':
      return 'BOOLEAN'
    case 'date':
      return 'DATE'
    case 'list':
    case 'enums':
      return 'VARCHAR[]'
    default:
      return 'VARCHAR'
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TransactionSql } from 'postgres'
import { columnsOf } from '../../src/database/rows.ts'
import { snakeCase } from '../../src/datasets/dataset.ts'
import { type DatasetName, datasetNames, type Tables } from '../../src/datasets/index.ts'

/** Writes rows by COPY, each table after those that it refers to. */
export async function copyRows(sql: TransactionSql, rows: Partial<Tables>): Promise<void> {
  for (const name of datasetNames) {
    const own = rows[name] ?? []
    if (own.length > 0) await copy(sql, name, own)
  }
}

async function copy(sql: TransactionSql, name: DatasetName, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(columnsOf(name))
  const names = columns.map(snakeCase)
  const target = await sql`copy ${sql(name)} (${sql(names)}) from stdin`.writable()
  await pipeline(Readable.from(textOf(rows, columns)), target)
}

/** So many rows go to the server at once: a chunk for each would take most of the time. */
const ROWS_PER_CHUNK = 1_000

function* textOf(rows: readonly object[], columns: readonly string[]): Generator<string> {
  for (let from = 0; from < rows.length; from += ROWS_PER_CHUNK) {
    let text = ''
    for (const row of rows.slice(from, from + ROWS_PER_CHUNK)) {
      const values: { readonly [column: string]: unknown } = { ...row }
      text += `${columns.map((column) => cell(values[column])).join('\t')}\n`
    }
    yield text
  }
}

/** A value in the text format of COPY. */
export function cell(value: unknown): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return escaped(`{${value.map((each) => JSON.stringify(each)).join(',')}}`)
  throw new Error(`No cell for ${JSON.stringify(value)}`)
}

const ESCAPES: { readonly [character: string]: string } = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
}

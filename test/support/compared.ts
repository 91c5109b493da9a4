import { createHash } from 'node:crypto'
import { compareRows } from '../../src/datasets/dataset.ts'
import type { FileRow } from '../../src/exporters/delta/lines.ts'
import { type ComparedRelease, compared, jsonlPath } from '../../src/exporters/delta/releases.ts'

/** A table of a made-up release. */
export interface MadeTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly key: readonly string[]
  readonly rows: readonly FileRow[]
}

/** A made-up release in memory, as one of two to be compared, and its files. */
export interface Made {
  readonly release: ComparedRelease
  readonly files: ReadonlyMap<string, Buffer>
  read(path: string): AsyncGenerator<Uint8Array>
}

/** Puts a release together from tables. Its files come in pieces of so many bytes, which may cut a letter. */
export function made(name: string, tables: readonly MadeTable[], pieceBytes = 7): Made {
  const files = new Map(tables.map((table) => [jsonlPath(table.name), Buffer.from(jsonl(table))]))
  const read = async function* (path: string) {
    const bytes = files.get(path)
    if (!bytes) throw new Error(`No ${path}`)
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
  const text = { sv: 'x', en: 'y' }
  const head = {
    release: name,
    revision: 1,
    date: '2026-11-21',
    datasets: tables.map((table) => ({
      name: table.name,
      title: text,
      description: text,
      rows: table.rows.length,
    })),
  }
  const descriptor = {
    resources: tables.map(({ name: table, columns, key }) => ({
      name: table,
      schema: { fields: columns, primaryKey: key },
    })),
  }
  const listed = [...files].map(([path, bytes]) => ({
    path,
    dataset: null,
    media_type: 'application/jsonl',
    rows: null,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  return { release: compared(head, descriptor, listed, read), files, read }
}

function jsonl({ columns, key, rows }: MadeTable): string {
  return rows
    .toSorted((one, other) => compareRows({ key }, one, other))
    .map((row) => `${JSON.stringify(Object.fromEntries(columns.map(({ name }) => [name, row[name]])))}\n`)
    .join('')
}

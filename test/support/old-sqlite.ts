import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface OldSqlite {
  exec(query: string): { readonly columns: string[]; readonly values: unknown[][] }[]
}

const require = createRequire(import.meta.url)
// The package is of before it brought types.
const open = require('sqlite-3.31') as (options: {
  readonly wasmBinary: Uint8Array
}) => Promise<{ readonly Database: new (bytes: Uint8Array) => OldSqlite }>

/** The result of a query in SQLite 3.31.1, of January 2020. Throws if it cannot open the database. */
export async function askOldSqlite(path: string, query: string): Promise<unknown[][]> {
  const wasmBinary = readFileSync(require.resolve('sqlite-3.31/dist/sql-wasm.wasm'))
  const { Database } = await open({ wasmBinary })
  return new Database(readFileSync(path)).exec(query)[0]?.values ?? []
}

import { DatabaseSync } from 'node:sqlite'
import { type Column, type Dataset, snakeCase } from '../datasets/dataset.ts'
import type { Fact } from './about.ts'
import type { ReleasedTable } from './released-table.ts'

/** The table in addition to those of the datasets. */
const ABOUT = 'about_release'

/**
 * Writes an SQLite database with a table for each dataset, with its primary key and foreign keys, and one that says where
 * it came from. Days and months are text, booleans are 0 or 1, several values are a JSON array. SQLite 3.31 can read it, of
 * January 2020: with later features, such as strict tables, it could not open the file at all.
 */
export async function writeSqlite(
  path: string,
  tables: readonly ReleasedTable[],
  facts: readonly Fact[],
): Promise<void> {
  // A topic may come before the broader one that it refers to. All references are checked before a release begins.
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  try {
    // The same bytes everywhere: no setting depends on how SQLite was built, and no journal remains.
    database.exec('pragma page_size = 4096; pragma encoding = "UTF-8"; pragma journal_mode = off')
    database.exec('pragma synchronous = off; pragma secure_delete = on')
    database.exec('begin')
    writeAbout(database, facts)
    for (const { dataset } of tables) database.exec(definitionOf(dataset, tables))
    for (const { dataset, pages } of tables) {
      const columns = Object.entries<Column>(dataset.columns)
      const places = columns.map(() => '?').join(', ')
      const insert = database.prepare(`insert into ${sqlName(dataset.name)} values (${places})`)
      for await (const rows of pages()) {
        for (const row of rows) {
          const values: { [column: string]: unknown } = { ...row }
          insert.run(...columns.map(([name]) => stored(values[name])))
        }
      }
    }
    database.exec('commit')
  } finally {
    database.close()
  }
}

/** The table that says what the release is, and where it came from: a row for each fact, null if it is not known. */
function writeAbout(database: DatabaseSync, facts: readonly Fact[]): void {
  database.exec(
    `create table ${ABOUT} (name text not null primary key, value_sv text, value_en text) without rowid`,
  )
  const insert = database.prepare(`insert into ${ABOUT} values (?, ?, ?)`)
  for (const { name, value } of facts) insert.run(name, value?.sv ?? null, value?.en ?? null)
}

function definitionOf(dataset: Dataset, tables: readonly ReleasedTable[]): string {
  const columns = Object.entries<Column>(dataset.columns)
  const lines = columns.map(
    ([name, column]) => `${columnName(name)} ${sqliteType(column)}${column.absent ? '' : ' not null'}`,
  )
  lines.push(`primary key (${dataset.key.map(columnName).join(', ')})`)
  for (const [name, { references }] of columns) {
    const [key] = tables.find((table) => table.dataset.name === references)?.dataset.key ?? []
    if (references !== undefined && key !== undefined)
      lines.push(`foreign key (${columnName(name)}) references ${sqlName(references)} (${columnName(key)})`)
  }
  return `create table ${sqlName(dataset.name)} (\n  ${lines.join(',\n  ')}\n) without rowid`
}

function sqliteType({ type }: Column): string {
  if (type === 'number') return 'real'
  return type === 'integer' || type === 'boolean' ? 'integer' : 'text'
}

function stored(value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'string') return value
  return JSON.stringify(value)
}

function columnName(name: string): string {
  return sqlName(snakeCase(name))
}

function sqlName(name: string): string {
  return `"${name}"`
}

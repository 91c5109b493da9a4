import { parse } from 'csv-parse/sync'

/** What a description says of a table that can be tested on its rows. */
export interface TableRules {
  readonly path: string
  readonly columns: readonly {
    readonly name: string
    readonly required: boolean
    /** Whether a cell that isn't empty is as described. */
    fits(cell: string): boolean
  }[]
  readonly key: readonly string[]
  readonly references: readonly {
    readonly columns: readonly string[]
    readonly path: string
    readonly key: readonly string[]
  }[]
}

type Row = { readonly [column: string]: string }

/** What in the files is not as described: nothing, if all is well. */
export function problemsOf(tables: readonly TableRules[], read: (path: string) => string): string[] {
  const rowsOf = new Map<string, Row[]>()
  const problems: string[] = []
  for (const { path, columns } of tables) {
    const [header = [], ...lines]: string[][] = parse(read(path))
    const names = columns.map(({ name }) => name)
    if (header.join() !== names.join()) problems.push(`${path}: the header is ${header}, not ${names}`)
    rowsOf.set(
      path,
      lines.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))),
    )
  }
  for (const table of tables) problems.push(...problemsOfTable(table, rowsOf))
  return problems
}

function problemsOfTable(table: TableRules, rowsOf: ReadonlyMap<string, readonly Row[]>): string[] {
  const { path, columns, key, references } = table
  const rows = rowsOf.get(path) ?? []
  const problems = rows.flatMap((row, index) =>
    columns.flatMap(({ name, required, fits }) => {
      const cell = row[name] ?? ''
      const isGood = cell === '' ? !required : fits(cell)
      return isGood ? [] : [`${path}, row ${index + 1}: ${name} is ${JSON.stringify(cell)}`]
    }),
  )
  const keys = rows.map((row) => cellsOf(row, key))
  if (new Set(keys).size !== keys.length) problems.push(`${path}: a key stands twice`)
  if (key.length === 0) problems.push(`${path}: there is no key`)
  for (const reference of references) {
    const others = rowsOf.get(reference.path)
    if (!others) problems.push(`${path}: ${reference.path} is no table`)
    const known = new Set(others?.map((row) => cellsOf(row, reference.key)))
    for (const row of rows) {
      const cells = cellsOf(row, reference.columns)
      if (row[reference.columns[0] ?? ''] !== '' && !known.has(cells))
        problems.push(`${path}: ${reference.columns} leads to ${cells}, which ${reference.path} lacks`)
    }
  }
  return problems
}

function cellsOf(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column]))
}

import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { zstdDecompressSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import readXlsxFile from 'read-excel-file/node'
import { type Column, type Dataset, snakeCase, type Text } from '../../src/datasets/dataset.ts'

/** A row as JSON has it. */
export type JsonRow = { readonly [column: string]: unknown }

/** The columns of a dataset by the names that they have in files. */
function columnsOf(dataset: Dataset): [string, Column][] {
  return Object.entries<Column>(dataset.columns).map(([name, column]) => [snakeCase(name), column])
}

/** A row of text cells in JSON form: an empty cell is null, or no values if there may be several. */
function fromCells(dataset: Dataset, cells: { readonly [column: string]: string }): JsonRow {
  return Object.fromEntries(
    columnsOf(dataset).map(([name, { type }]) => {
      const cell = cells[name] ?? ''
      if (type === 'list' || type === 'enums') return [name, cell === '' ? [] : cell.split('|')]
      if (cell === '') return [name, null]
      if (type === 'integer' || type === 'number') return [name, Number(cell)]
      return [name, type === 'boolean' ? cell === 'true' : cell]
    }),
  )
}

export function rowsOfJson(path: string): JsonRow[] {
  return JSON.parse(readFileSync(path, 'utf8')) as JsonRow[]
}

export function rowsOfJsonl(path: string): JsonRow[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  if (lines.pop() !== '') throw new Error(`${path} does not end with a line break`)
  return lines.map((line) => JSON.parse(line) as JsonRow)
}

export function rowsOfCsv(dataset: Dataset, path: string): JsonRow[] {
  const rows: { [column: string]: string }[] = parse(readFileSync(path, 'utf8'), { columns: true })
  return rows.map((row) => fromCells(dataset, row))
}

/** What Excel with Swedish settings shows of a file, its apostrophes taken away. */
export function rowsOfExcelCsv(dataset: Dataset, path: string): JsonRow[] {
  const text = readFileSync(path, 'utf8')
  if (!text.startsWith('\u{feff}')) throw new Error(`${path} has no byte-order mark`)
  const rows: { [column: string]: string }[] = parse(text, { columns: true, delimiter: ';', bom: true })
  const types = new Map(columnsOf(dataset).map(([name, { type }]) => [name, type]))
  return rows.map((row) =>
    fromCells(
      dataset,
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [
          name,
          types.get(name) === 'number' ? cell.replace(',', '.') : shownByExcel(cell),
        ]),
      ),
    ),
  )
}

function shownByExcel(cell: string): string {
  const constant = /^="([^"]*)"$/.exec(cell)
  return constant?.[1] ?? cell.replace(/(^|[,;\t\r\n]["\s]*)'(?=[\s"]*[=+\-@＝＋－＠\t\r])/g, '$1')
}

export async function rowsOfParquet(dataset: Dataset, path: string): Promise<JsonRow[]> {
  const compressors = { ZSTD: (input: Uint8Array) => new Uint8Array(zstdDecompressSync(input)) }
  const rows: JsonRow[] = await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors })
  const names = columnsOf(dataset).map(([name]) => name)
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name) => {
        const value = row[name] ?? null
        return [name, value instanceof Date ? value.toISOString().slice(0, 10) : value]
      }),
    ),
  )
}

export function rowsOfSqlite(dataset: Dataset, path: string): JsonRow[] {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const order = dataset.key.map((column) => `"${snakeCase(column)}"`).join(', ')
    const rows: JsonRow[] = database.prepare(`select * from "${dataset.name}" order by ${order}`).all()
    return rows.map((row) =>
      Object.fromEntries(
        columnsOf(dataset).map(([name, { type }]) => {
          const value = row[name]
          if (value === null) return [name, null]
          if (type === 'boolean') return [name, value === 1]
          if (type === 'list' || type === 'enums') return [name, JSON.parse(String(value))]
          return [name, value]
        }),
      ),
    )
  } finally {
    database.close()
  }
}

/** The sheets of a workbook by name, as they are. */
export async function sheetsOfXlsx(path: string): Promise<Map<string, (readonly unknown[])[]>> {
  const sheets = await readXlsxFile(path, { trim: false })
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

/** The sheets of datasets in a workbook in some language, their rows as JSON has them. */
export async function rowsOfXlsx(
  datasets: readonly Dataset[],
  path: string,
  language: keyof Text,
): Promise<Map<string, JsonRow[]>> {
  const sheets = await sheetsOfXlsx(path)
  return new Map(
    datasets.map((dataset) => {
      const [header = [], ...rows] = sheets.get(dataset.name) ?? []
      return [
        dataset.name,
        rows.map((row) =>
          Object.fromEntries(
            columnsOf(dataset).map(([name, { type, title }]) => {
              const value = row[header.indexOf(title[language])] ?? null
              if (type === 'list' || type === 'enums')
                return [name, value === null ? [] : String(value).split('|')]
              return [name, value instanceof Date ? value.toISOString().slice(0, 10) : value]
            }),
          ),
        ),
      ]
    }),
  )
}

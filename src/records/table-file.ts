import { CsvError, parse } from 'csv-parse/sync'
import { quoted } from '../common/quoted.ts'
import {
  type Column,
  type Dataset,
  isDay,
  LIST_SEPARATOR,
  type RecordOf,
  snakeCase,
  valuesOf,
} from '../datasets/dataset.ts'
import type { Origins } from './origins.ts'
import type { Problem } from './problem.ts'

/** Reads a CSV file whose header is the columns' names in snake_case. An empty cell is `null`. */
export function parseTable<C extends Dataset['columns']>(
  file: string,
  text: string,
  columns: C,
  origins: Origins,
): { rows: RecordOf<{ columns: C }>[]; problems: Problem[] } {
  let cells: { record: string[]; info: { lines: number } }[]
  try {
    cells = parse(text, { bom: true, info: true, relax_column_count: true }) as never // info changes the shape
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      rows: [],
      problems: [{ file, line: Number(error.lines ?? 1), message: `not valid CSV: ${error.message}` }],
    }
  }
  const names = Object.keys(columns)
  const expected = names.map(snakeCase)
  const header = cells[0]?.record ?? []
  if (header.join() !== expected.join()) {
    return { rows: [], problems: [{ file, line: 1, message: `wrong header; write ${expected.join(',')}` }] }
  }
  const problems: Problem[] = []
  const rows: RecordOf<{ columns: C }>[] = []
  for (const { record, info } of cells.slice(1)) {
    // The parser gives the last line of a row; an editor looks for the first.
    const line = info.lines - record.join().split('\n').length + 1
    if (record.length !== names.length) {
      problems.push({
        file,
        line,
        message: `the row has ${record.length} cells; write ${names.length}, one for each column`,
      })
      continue
    }
    const row: Record<string, unknown> = {}
    const before = problems.length
    for (const [index, name] of names.entries()) {
      const value = parseCell(columns[name] as Column, record[index] ?? '')
      if (value instanceof Wrong)
        problems.push({ file, line, message: `${snakeCase(name)}: ${value.message}` })
      else row[name] = value
    }
    // Every cell was parsed by its column, as RecordOf says.
    if (problems.length === before) rows.push(origins.at({ file, line }, row as RecordOf<{ columns: C }>))
  }
  return { rows, problems }
}

class Wrong {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

const PATTERNS = {
  integer: [/^-?\d+$/, 'write a whole number'],
  number: [/^-?\d+(\.\d+)?$/, 'write a number with a decimal point'],
  boolean: [/^(true|false)$/, 'write true or false'],
  date: [/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write a date such as 2020-01-31'],
  month: [/^\d{4}-(0[1-9]|1[0-2])$/, 'write a month such as 2018-09'],
} as const

function parseCell(column: Column, cell: string): unknown {
  if (column.type === 'list' || column.type === 'enums') return cell === '' ? [] : cell.split(LIST_SEPARATOR)
  if (cell === '') return column.absent ? null : new Wrong('is empty; write a value')
  if (cell !== cell.trim()) return new Wrong(`${quoted(cell)} begins or ends with a space; remove it`)
  if (column.type === 'enum') {
    const values: string[] = valuesOf(column.values)
    return values.includes(cell)
      ? cell
      : new Wrong(`${quoted(cell)} is not valid; write one of ${values.join(', ')}`)
  }
  if (column.type === 'text') return cell
  const [pattern, advice] = PATTERNS[column.type]
  if (!pattern.test(cell)) return new Wrong(`${quoted(cell)} is not valid; ${advice}`)
  if (column.type === 'date' && !isDay(cell))
    return new Wrong(`${quoted(cell)} does not exist in the calendar; write another date`)
  if (column.type === 'integer' || column.type === 'number') return Number(cell)
  return column.type === 'boolean' ? cell === 'true' : cell
}

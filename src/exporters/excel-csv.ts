import { stringify } from 'csv-stringify/sync'
import { type Column, type Dataset, exportedNames, LIST_SEPARATOR } from '../datasets/dataset.ts'
import { csvCells } from './csv.ts'

/**
 * A dataset as CSV that Excel with Swedish settings opens correctly by a double click: byte-order mark, semicolon, CRLF,
 * decimal comma. Its cells are for Excel; other programs should read the plain CSV.
 */
export async function* excelCsvOf(
  dataset: Dataset,
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<string> {
  const columns: Column[] = Object.values(dataset.columns)
  yield `\u{feff}${semicolonSeparated([exportedNames(dataset)])}`
  for await (const rows of pages) {
    const lines = csvCells(dataset, rows)
    yield semicolonSeparated(lines.map((cells) => columns.map((column, at) => excelCell(column, cells[at]))))
  }
}

/** Lines of cells as such CSV. */
export function toExcelCsv(lines: readonly (readonly (string | number | null)[])[]): string {
  const cells = lines.map((line) =>
    line.map((value) => {
      if (value === null) return ''
      return typeof value === 'number' ? String(value).replace('.', ',') : excelText(value)
    }),
  )
  return `\u{feff}${semicolonSeparated(cells)}`
}

function excelCell({ type }: Column, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (type) {
    case 'number':
      return String(value).replace('.', ',')
    case 'integer':
    case 'boolean':
    case 'date':
      return String(value)
    default:
      return excelText(Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value))
  }
}

// A spreadsheet with other settings may split a cell at a comma, tab or line break, so that a new cell begins within it.
const FORMULA = /^(?=[\t\r])|(?<=(?:^|[,;\t\r\n])["\s]*)(?=[=+\-@＝＋－＠])/g

const MONTH_WORD =
  'jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/**
 * Texts that Swedish Excel would convert to a number, a date or a truth value: 0685, 1e5, 2018-09, 12:30, maj 2018, sant.
 */
const CONVERTED = [
  /^\d[\d\s.,]*(?:e[+-]?\d+)?\s*(?:%|kr)?$/i,
  /^\d{1,4}[-/.:]\d{1,2}(?:[-/.:\sT]\d{1,4})*$/i,
  /^\d{1,2}[-/.]\d{4}$/,
  new RegExp(`^(?:\\d{1,4}[-/.\\s]*)?(?:${MONTH_WORD})\\.?(?:[-/.\\s]*\\d{1,4}){0,2}$`, 'i'),
  /^(?:true|false|sant|falskt)$/i,
]

/**
 * A text as it must be written in a cell for Excel to show it: with an apostrophe before a text that would run as a
 * formula, and `="0685"` for one that would lose its zeros or become a date. See docs/decisions/0014-csv-for-excel.md.
 */
export function excelText(text: string): string {
  if (CONVERTED.some((pattern) => pattern.test(text))) return `="${text}"`
  return text.replace(FORMULA, "'")
}

function semicolonSeparated(lines: readonly string[][]): string {
  return stringify([...lines], { delimiter: ';', record_delimiter: 'windows', quoted_match: /[\r\n\t]/ })
}

import { type Column, type Dataset, LIST_SEPARATOR, snakeCase } from '../datasets/dataset.ts'

/** The styles of cells, by their place in `styles.xml`. */
const STYLE = { header: 1, text: 2, day: 3 } as const

/** The styles of a workbook. Cells of text are formatted as text, so that editing one runs nothing either. */
export const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** A cell of Excel has no room for more. */
const CELL_CHARACTERS = 32_767
const CUT = ' […]'

/** The beginning of a sheet: its first row has the columns' names, and stays in sight. */
export function sheetHead({ columns }: Dataset): string {
  const names = Object.keys(columns).map((name, at) =>
    textCell(`${letters(at)}1`, snakeCase(name), STYLE.header),
  )
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${names.length}" width="18" customWidth="1"/></cols><sheetData><row r="1">${names.join('')}</row>`
}

/** A row of a sheet, the header being row 1. */
export function sheetRow({ columns }: Dataset, row: object, number: number): string {
  const values: { [column: string]: unknown } = { ...row }
  const cells = Object.entries<Column>(columns).map(([name, column], at) =>
    cell(`${letters(at)}${number}`, column, values[name]),
  )
  return `<row r="${number}">${cells.join('')}</row>`
}

/** The end of a sheet with so many rows below the header; every column can be filtered. */
export function sheetFoot({ columns }: Dataset, rows: number): string {
  const last = letters(Object.keys(columns).length - 1)
  return `</sheetData><autoFilter ref="A1:${last}${rows + 1}"/></worksheet>`
}

function cell(place: string, { type }: Column, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (type) {
    case 'integer':
    case 'number':
      return `<c r="${place}"><v>${value}</v></c>`
    case 'boolean':
      return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`
    case 'date': {
      const days = daysOfExcel(String(value))
      if (days !== null) return `<c r="${place}" s="${STYLE.day}"><v>${days}</v></c>`
      return textCell(place, String(value), STYLE.text)
    }
    default:
      return textCell(place, Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value), STYLE.text)
  }
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(text))}</t></is></c>`
}

/** A day as Excel counts it. It takes 1900 for a leap year, so that its count is right from March of it on. */
function daysOfExcel(day: string): number | null {
  if (day < '1900-03-01') return null
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}

function fitting(text: string): string {
  if (text.length <= CELL_CHARACTERS) return text
  const kept = text.slice(0, CELL_CHARACTERS - CUT.length)
  return (kept.isWellFormed() ? kept : kept.slice(0, -1)) + CUT
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

// What XML can't hold stands as _x0007_ (ECMA-376, 22.9.2.19), and a text that looks like that with its _ so written.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const UNFIT = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[\da-fA-F]{4}_)/g

function escaped(text: string): string {
  return text
    .replace(
      UNFIT,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
}

/** The name of a column in a sheet: A, B … Z, AA. */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last
}

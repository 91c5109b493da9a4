import { type Column, LIST_SEPARATOR } from '../datasets/dataset.ts'

/** The styles of cells, by their place in `styles.xml`. */
export const STYLE = { header: 1, text: 2, day: 3, link: 4 } as const

const FONT = '<sz val="11"/><name val="Calibri"/>'

/** The styles of a workbook. Cells of text are formatted as text, so that editing one runs nothing either. */
export const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" fontId="2" applyFont="1" numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** The maximum number of characters in a cell of Excel. */
const CELL_CHARACTERS = 32_767
const CUT = ' […]'

/** A column of a sheet. */
export interface SheetColumn {
  readonly heading: string
  readonly type: Column['type']
  /** Its width in characters. */
  readonly width: number
}

/** The beginning of a sheet. `isShown` is the sheet at which the workbook opens; the header rows stay visible. */
export function sheetHead(
  widths: readonly number[],
  { isShown, headerRows }: { readonly isShown: boolean; readonly headerRows: 0 | 1 },
): string {
  const pane =
    headerRows === 0 ? '' : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView${isShown ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`
}

/** The header of a sheet, its first row. */
export function headerRow(columns: readonly SheetColumn[]): string {
  return freeRow(
    columns.map(({ heading }) => ({ text: heading, style: STYLE.header })),
    1,
  )
}

/** A cell with its own type: a text in a style, or a number. */
export type SheetCell = { readonly text: string; readonly style: number } | { readonly number: number }

/** A row of cells outside of a table. */
export function freeRow(cells: readonly SheetCell[], number: number): string {
  const written = cells.map((each, at) => {
    const place = `${columnLetters(at)}${number}`
    return 'text' in each ? textCell(place, each.text, each.style) : sheetCell(place, 'number', each.number)
  })
  return `<row r="${number}">${written.join('')}</row>`
}

/** A row of values below the header, which is row 1. */
export function sheetRow(
  columns: readonly SheetColumn[],
  values: readonly unknown[],
  number: number,
): string {
  const cells = columns.map(({ type }, at) => sheetCell(`${columnLetters(at)}${number}`, type, values[at]))
  return `<row r="${number}">${cells.join('')}</row>`
}

/** The end of a sheet with a number of rows below the header; every column can be filtered. */
export function sheetFoot(columns: readonly SheetColumn[], rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${rows + 1}"/></worksheet>`
}

function sheetCell(place: string, type: Column['type'], value: unknown): string {
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
      return textCell(place, cellText(value), STYLE.text)
  }
}

/** A value of a cell as text; several are separated as in CSV. */
function cellText(value: unknown): string {
  return Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value)
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedCell(fitting(text))}</t></is></c>`
}

/** The minimum and maximum width of a column: longer texts are read in the cell itself. */
const WIDTHS = { least: 9, most: 60 } as const
/** The width of the filter arrow and the margins. */
const BESIDE = 4

/** The width that a column needs for its heading and some of its values. */
export function widthOf(heading: string, values: readonly unknown[]): number {
  let longest = heading.length
  for (const value of values) {
    if (value === null || value === undefined) continue
    for (const line of cellText(value).split('\n')) longest = Math.max(longest, line.length)
    if (longest >= WIDTHS.most) break
  }
  return Math.min(Math.max(longest + BESIDE, WIDTHS.least), WIDTHS.most)
}

/** A day as an Excel number. Excel treats 1900 as a leap year, so the number is right from March 1900 on. */
function daysOfExcel(day: string): number | null {
  if (day < '1900-03-01') return null
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}

function fitting(text: string): string {
  if (text.length <= CELL_CHARACTERS) return text
  const kept = text.slice(0, CELL_CHARACTERS - CUT.length)
  return (kept.isWellFormed() ? kept : kept.slice(0, -1)) + CUT
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

// Characters that XML cannot contain are written as _x0007_ (ECMA-376, 22.9.2.19), and in texts that look like it, the _ is.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const UNFIT = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[\da-fA-F]{4}_)/g

/** A text as written in the XML of a workbook. */
export function escapedCell(text: string): string {
  return text
    .replace(
      UNFIT,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

/** The name of a column in a sheet: A, B … Z, AA. */
function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last
}

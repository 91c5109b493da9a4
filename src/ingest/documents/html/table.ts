/** A cell, and how many columns and rows it spans. */
interface HtmlCell {
  readonly lines: readonly string[]
  readonly columns: number
  readonly rows: number
}

/** Cells with several lines are set side by side if the lines are short and not a list, as in a block of signatures. */
const SHORT_LINE = 60
const ITEM = /^ *(?:-|\d+\.) /

/** Columns are as wide as their widest cell, up to this. */
const COLUMN_WIDTH_MAX = 40
/** No table of an agreement has this many columns: no cell spans more. */
const COLUMNS_MAX = 60
/** The most text that cells spanning several rows may add. */
const REPEATED_CHARACTERS_MAX = 100_000
/** A larger table is not set in columns: a little HTML could ask for lines of thousands of spaces. */
const ALIGNED_CHARACTERS_MAX = 10_000_000

/**
 * The lines of a table whose cells are set side by side in aligned columns; null for a layout table, whose cells are to
 * be read one after the other. A cell that spans several rows is repeated in each of them.
 */
export function alignColumns(table: readonly (readonly HtmlCell[])[]): string[] | null {
  const cells = table.map((row) =>
    row.map((cell) => ({ ...cell, lines: cell.lines.filter((line) => line !== '') })),
  )
  if (!cells.every((row) => row.every(({ lines }) => isSideBySide(lines)))) return null
  const rows = withRepeated(cells)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width < 2) return null

  const widths: number[] = Array(width).fill(0)
  for (const row of rows)
    for (const [column, cell] of row.entries())
      if (cell?.columns === 1)
        for (const line of cell.lines)
          widths[column] = Math.max(widths[column] ?? 0, Math.min(line.length, COLUMN_WIDTH_MAX))
  if (rows.length * widths.reduce((sum, each) => sum + each + 2, 0) > ALIGNED_CHARACTERS_MAX) return null
  return rows.flatMap((row) => {
    const height = row.reduce((most, cell) => Math.max(most, cell?.lines.length ?? 0), 0)
    return Array.from({ length: height }, (_, index) => tableLine(row, index, widths))
  })
}

function isSideBySide(lines: readonly string[]): boolean {
  const isShort = lines.length < 2 || lines.every((line) => line.length <= SHORT_LINE)
  return isShort && !lines.some((line) => ITEM.test(line))
}

type HtmlRow = (HtmlCell | null)[]

/** Each row with an entry for every column: null if a cell to the left spans it. */
function withRepeated(cells: readonly (readonly HtmlCell[])[]): HtmlRow[] {
  /** For each column, the cell that reaches into it from above, and for how many more rows. */
  const above = new Map<number, { cell: HtmlCell; left: number }>()
  let repeated = 0
  return cells.map((own) => {
    const row: HtmlRow = []
    const repeat = () => {
      for (let from = above.get(row.length); from; from = above.get(row.length)) {
        if (--from.left === 0) above.delete(row.length)
        pushCell(row, from.cell)
      }
    }
    for (const cell of own) {
      repeat()
      const columns = Math.min(cell.columns, Math.max(1, COLUMNS_MAX - row.length))
      const rows = row.length < COLUMNS_MAX ? Math.min(cell.rows, cells.length) : 1
      const characters = cell.lines.join('\n').length
      repeated += characters * (rows - 1)
      const isRepeated = characters <= SHORT_LINE && repeated <= REPEATED_CHARACTERS_MAX
      const below = { lines: isRepeated ? cell.lines : [], columns, rows }
      if (rows > 1) above.set(row.length, { cell: below, left: rows - 1 })
      pushCell(row, { ...cell, columns })
    }
    repeat()
    return row
  })
}

function pushCell(row: HtmlRow, cell: HtmlCell): void {
  row.push(cell)
  for (let column = 1; column < cell.columns; column++) row.push(null)
}

function tableLine(row: HtmlRow, index: number, widths: readonly number[]): string {
  let line = ''
  let end = 0
  for (const [column, cell] of row.entries()) {
    if (column > 0) end += 2
    if (cell && column > 0) line = `${line.padEnd(end - 2)}  `
    if (cell) line += cell.lines[index] ?? ''
    end += widths[column] ?? 0
  }
  return line.trimEnd()
}

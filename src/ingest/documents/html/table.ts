/** The cells of a table: rows of cells of lines. */
export type Cells = readonly (readonly (readonly string[])[])[]

/** Cells with several lines stand side by side if these are short and no list, as in a block of signatures. */
const SHORT_LINE = 60
const ITEM = /^ *(?:-|\d+\.) /

/** Columns are as wide as their widest cell, up to this. */
const COLUMN_WIDTH_MAX = 40

/**
 * The lines of a table whose cells stand side by side, columns aligned; null for one that only sets out paragraphs,
 * whose cells are to be read one after the other.
 */
export function alignColumns(cells: Cells): string[] | null {
  const rows = cells.map((row) => row.map((cell) => cell.filter((line) => line !== '')))
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width < 2) return null
  const isSideBySide = (cell: readonly string[]) =>
    cell.length < 2 || cell.every((line) => line.length <= SHORT_LINE)
  if (!rows.every((row) => row.every((cell) => isSideBySide(cell) && !cell.some((line) => ITEM.test(line)))))
    return null

  const widths: number[] = Array(width).fill(0)
  for (const row of rows)
    for (const [column, cell] of row.entries())
      for (const line of cell)
        widths[column] = Math.max(widths[column] ?? 0, Math.min(line.length, COLUMN_WIDTH_MAX))
  return rows.flatMap((row) => {
    const height = row.reduce((most, cell) => Math.max(most, cell.length), 0)
    return Array.from({ length: height }, (_, index) =>
      row
        .map((cell, column) => (cell[index] ?? '').padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  })
}

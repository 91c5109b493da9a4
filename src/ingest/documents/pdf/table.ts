import { type PdfCell, rowWords } from './cells.ts'
import { type Fragment, type PdfRow, rowOf, usualSize } from './fragments.ts'
import { isSplit, joinLines } from './hyphens.ts'
import { type DrawnRule, rulesBetween } from './shapes.ts'

/** A row of a table, whose cells may have had several lines. */
interface TableRow {
  readonly cells: readonly PdfCell[]
  /** The baselines of its first and its last line. */
  readonly top: number
  readonly bottom: number
  readonly size: number
}

/** A line farther below than this, relative to the usual distance, begins another row. */
const APART = 1.25
/** How many rules separate the rows of a table. */
const RULES_OF_TABLE = 2

/**
 * The rows of a table: the lines of a broken cell are joined; lines that begin a new cell, as under signatures, are not. If
 * rules separate the rows, they alone decide.
 */
export function tableRows(rows: readonly PdfRow[], right: number, rules: readonly DrawnRule[]): TableRow[] {
  const columns = pdfColumns(rows)
  const [first, last] = [columns[0]?.right ?? 0, columns.at(-1)?.left ?? 0]
  const inside = rulesBetween(rules, rows[0]?.baseline ?? 0, rows.at(-1)?.baseline ?? 0).filter(
    (rule) => rule.left <= first && rule.right >= last,
  )
  const isRuled = inside.length >= RULES_OF_TABLE
  const usual = usualDistance(rows)
  const limits = columns.map((_, index) => columns[index + 1]?.left ?? right)

  const found: { cells: Map<number, PdfCell>; first: PdfRow; last: PdfRow }[] = []
  for (const row of rows) {
    const cells = cellsIn(row, columns)
    const open = found.at(-1)
    const isNear = open && row.baseline - open.last.baseline <= usual * APART
    const goesOn =
      open &&
      (isRuled
        ? rulesBetween(inside, open.last.baseline - 1, row.baseline).length === 0
        : isNear && allGoOn(open.cells, cells, limits))
    if (!goesOn) {
      found.push({ cells, first: row, last: row })
      continue
    }
    for (const [column, cell] of cells) {
      const above = open.cells.get(column)
      open.cells.set(
        column,
        above ? { ...above, text: joinLines(above.text, cell.text), right: cell.right } : cell,
      )
    }
    open.last = row
  }
  return found.map(({ cells, first, last }) => ({
    cells: [...cells].sort(([one], [other]) => one - other).map(([, cell]) => cell),
    top: first.baseline,
    bottom: last.baseline,
    size: first.size,
  }))
}

/** The least distance between columns, in units of the font size. */
const CELL_GAP = 0.6

interface PdfColumn {
  readonly left: number
  readonly right: number
}

/** Where any of the rows has words, without the free strips between. */
function pdfColumns(rows: readonly PdfRow[]): PdfColumn[] {
  const gap = usualSize(rows) * CELL_GAP
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of rows
    .flatMap(({ fragments }) => fragments)
    .sort((one, other) => one.left - other.left)) {
    const last = columns.at(-1)
    if (last && left - last.right < gap) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

function cellsIn(row: PdfRow, columns: readonly PdfColumn[]): Map<number, PdfCell> {
  const inColumn = new Map<number, Fragment[]>()
  let column = 0
  for (const fragment of row.fragments) {
    while (column < columns.length - 1 && fragment.left >= (columns[column + 1] as PdfColumn).left) column++
    const others = inColumn.get(column)
    if (others) others.push(fragment)
    else inColumn.set(column, [fragment])
  }
  return new Map([...inColumn].map(([index, fragments]) => [index, rowWords(rowOf(fragments))]))
}

/** Whether each cell of a line continues in the row above, or is the first line of its cell there. */
function allGoOn(
  above: ReadonlyMap<number, PdfCell>,
  cells: ReadonlyMap<number, PdfCell>,
  limits: readonly number[],
) {
  return [...cells].every(([column, cell]) => {
    const before = above.get(column)
    if (before === undefined || isSplit(before.text) || /^\p{Ll}/u.test(cell.text)) return true
    const [word = ''] = cell.text.split(' ', 1)
    const width = ((cell.right - cell.left) * word.length) / cell.text.length
    // It was broken because it was full. Names and roles are below each other in all columns.
    return cells.size === 1 && before.right + width > (limits[column] ?? Infinity)
  })
}

/** The least line distance, in units of the font size; if all lines are farther apart, this one is used. */
const NEAREST = 0.9
const FARTHEST = 1.5

/** The smallest distance between lines. */
function usualDistance(rows: readonly PdfRow[]): number {
  const size = usualSize(rows)
  const distances = rows.map((row, index) => row.baseline - (rows[index - 1]?.baseline ?? Number.NaN))
  return distances.reduce(
    (found, one) => (one > size * NEAREST && one < found ? one : found),
    size * FARTHEST,
  )
}

import { type Fragment, type PdfRow, rowsOf } from './fragments.ts'
import { findGutters, type Gutter } from './gutters.ts'
import { isTable, ofTable } from './is-table.ts'
import { side } from './runs.ts'
import type { DrawnRule } from './shapes.ts'

/** The deepest nesting of columns. */
const DEPTH_MAX = 4

/** Rows that are read one after the other; the rows of a column are only as wide as it. */
interface PdfBlock {
  readonly rows: readonly PdfRow[]
  readonly kind: 'text' | 'column' | 'table'
}

/**
 * The rows of a page in reading order, in blocks: columns of running text one after the other. Text that is set side by
 * side row by row, as in a table or under signatures, is a table.
 */
export function pdfBlocks(
  fragments: readonly Fragment[],
  rules: readonly DrawnRule[] = [],
  kind: 'text' | 'column' = 'text',
  depth = 0,
): PdfBlock[] {
  const rows = rowsOf(fragments)
  const parts = depth < DEPTH_MAX ? columnParts(rows, rules) : []
  if (parts.length === 0) return rows.length === 0 ? [] : [{ rows, kind }]
  const blocks: PdfBlock[][] = []
  const across = (first: number, end: number) => {
    if (first < end) blocks.push(pdfBlocks(fragmentsOf(rows.slice(first, end)), rules, kind, depth + 1))
  }
  let next = 0
  for (const { gutter, isTable } of parts) {
    across(next, gutter.first)
    const inside = rows.slice(gutter.first, gutter.last + 1)
    next = gutter.last + 1
    if (isTable) blocks.push([{ rows: inside, kind: 'table' }])
    else
      for (const which of [0, 1] as const) {
        const column = inside.flatMap((row) => side(row, gutter)[which])
        blocks.push(pdfBlocks(column, rules, 'column', depth + 1))
      }
  }
  across(next, rows.length)
  return blocks.flat()
}

function fragmentsOf(rows: readonly PdfRow[]): Fragment[] {
  return rows.flatMap((row) => row.fragments)
}

/** The gutters that separate the rows, from the top; none lies within another's rows. */
function columnParts(
  rows: readonly PdfRow[],
  rules: readonly DrawnRule[],
): { gutter: Gutter; isTable: boolean }[] {
  const parts: { gutter: Gutter; isTable: boolean }[] = []
  const taken = new Uint8Array(rows.length)
  for (const gutter of findGutters(rows)) {
    if (taken.subarray(gutter.first, gutter.last + 1).includes(1)) continue
    taken.fill(1, gutter.first, gutter.last + 1)
    const inside = rows.slice(gutter.first, gutter.last + 1)
    parts.push(
      isTable(inside, gutter, rules)
        ? { gutter: ofTable(inside, gutter), isTable: true }
        : { gutter, isTable: false },
    )
  }
  return parts.sort((one, other) => one.gutter.first - other.gutter.first)
}

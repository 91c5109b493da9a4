import { type Fragment, type Row, rowsOf } from './fragments.ts'

/** A strip of the page that no words cross, over some rows. */
interface Gutter {
  readonly left: number
  readonly right: number
  readonly first: number
  readonly last: number
  /** Rows with words on both sides. */
  readonly both: number
}

/** A gutter is at least so wide, in sizes of the letters: wider than most gaps in a justified line. */
const GUTTER_WIDTH = 0.9
/** Columns of text run side by side for so many rows at least. */
const COLUMN_ROWS = 4
/** Of a row with many gaps, so many are looked at. */
const GAPS_MAX = 16
/** Columns within columns within columns. */
const DEPTH_MAX = 4
/** A distance between rows, in sizes of the letters, that ends a column. */
const END_OF_COLUMN = 3

/** Rows that are read one after the other; those of a column are only as wide as it. */
export interface Block {
  readonly rows: readonly Row[]
  readonly isColumn: boolean
}

/**
 * The rows of a page in the order in which they are read, in blocks: columns of running text one after the other. Short
 * lines side by side, as in a table or under signatures, stay on one row.
 */
export function blocksOf(fragments: readonly Fragment[], isColumn = false, depth = 0): Block[] {
  const rows = rowsOf(fragments)
  const gutter = depth < DEPTH_MAX ? findGutters(rows).find((one) => isBetweenTexts(rows, one)) : undefined
  if (!gutter) return rows.length === 0 ? [] : [{ rows, isColumn }]
  const middle = (gutter.left + gutter.right) / 2
  const inside = rows.slice(gutter.first, gutter.last + 1).flatMap((row) => row.fragments)
  const side = (isLeft: boolean) => inside.filter(({ left }) => left < middle === isLeft)
  const fragmentsOf = (part: readonly Row[]) => part.flatMap((row) => row.fragments)
  return [
    ...blocksOf(fragmentsOf(rows.slice(0, gutter.first)), isColumn, DEPTH_MAX),
    ...blocksOf(side(true), true, depth + 1),
    ...blocksOf(side(false), true, depth + 1),
    ...blocksOf(fragmentsOf(rows.slice(gutter.last + 1)), isColumn, depth + 1),
  ]
}

/** The gutters of rows, the longest first. */
function findGutters(rows: readonly Row[]): Gutter[] {
  const found: Gutter[] = []
  let open: Gutter[] = []
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    const isApart = before !== undefined && row.baseline - before.baseline > row.size * END_OF_COLUMN
    const gaps = gapsOf(row)
    const next: Gutter[] = []
    for (const gutter of open) {
      const gap = isApart ? undefined : gaps.find((one) => overlap(one, gutter) >= row.size * GUTTER_WIDTH)
      const isBeside = !isApart && (row.right <= gutter.left + 1 || row.left >= gutter.right - 1)
      if (gap)
        next.push({
          left: Math.max(gap.left, gutter.left),
          right: Math.min(gap.right, gutter.right),
          first: gutter.first,
          last: index,
          both: gutter.both + 1,
        })
      else if (isBeside) next.push({ ...gutter, last: index })
      else found.push(gutter)
    }
    for (const gap of gaps)
      if (!next.some((gutter) => overlap(gap, gutter) > 0))
        next.push({ ...gap, first: index, last: index, both: 1 })
    open = next
  }
  return [...found, ...open]
    .filter(({ both }) => both >= COLUMN_ROWS)
    .sort((one, other) => other.both - one.both || one.left - other.left)
}

function gapsOf(row: Row): { left: number; right: number }[] {
  const gaps: { left: number; right: number }[] = []
  let right = row.left
  for (const fragment of row.fragments) {
    if (fragment.left - right >= row.size * GUTTER_WIDTH) gaps.push({ left: right, right: fragment.left })
    right = Math.max(right, fragment.right)
  }
  return gaps.sort((one, other) => other.right - other.left - (one.right - one.left)).slice(0, GAPS_MAX)
}

function overlap(one: { left: number; right: number }, other: { left: number; right: number }): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left)
}

/**
 * Names, roles and places are short and begin with capitals. Of the lines of a text, this part goes on from the line
 * above in lower case; of lines with many words less is enough.
 */
const GOING_ON = 0.5
const GOING_ON_OF_LONG = 0.25
const WORDS_OF_LONG = 4

function isBetweenTexts(rows: readonly Row[], { left, right, first, last }: Gutter): boolean {
  const middle = (left + right) / 2
  const lines: [string[], string[]] = [[], []]
  for (const row of rows.slice(first, last + 1)) {
    const sides: [string, string] = ['', '']
    for (const fragment of row.fragments) sides[fragment.left < middle ? 0 : 1] += ` ${fragment.text}`
    for (const side of [0, 1] as const) if (sides[side] !== '') lines[side].push(sides[side].trim())
  }
  return lines.every((side) => {
    const words = side.reduce((sum, line) => sum + line.split(' ').length, 0) / side.length
    const goingOn = side.filter((line) => /^\p{Ll}/u.test(line)).length / side.length
    return goingOn >= (words >= WORDS_OF_LONG ? GOING_ON_OF_LONG : GOING_ON)
  })
}

/** Words drawn together, and where on the page: from the left and from the top, in points. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** Fragments on one baseline, from left to right. */
export interface Row {
  readonly fragments: readonly Fragment[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** How far apart baselines of one row are, in sizes of the letters: a raised figure stands somewhat higher. */
const SAME_BASELINE = 0.35

/** Puts fragments into rows, from the top of the page. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const sorted = [...fragments].sort((one, other) => one.baseline - other.baseline || one.left - other.left)
  const rows: { largest: Fragment; fragments: Fragment[] }[] = []
  for (const fragment of sorted) {
    const row = rows.at(-1)
    const tolerance = Math.max(fragment.size, row?.largest.size ?? 0) * SAME_BASELINE
    if (!row || fragment.baseline - row.largest.baseline > tolerance) {
      rows.push({ largest: fragment, fragments: [fragment] })
      continue
    }
    row.fragments.push(fragment)
    if (fragment.size > row.largest.size) row.largest = fragment
  }
  return rows.map(({ fragments }) => rowOf(fragments))
}

function rowOf(unsorted: readonly Fragment[]): Row {
  const fragments = withoutShadows([...unsorted].sort((one, other) => one.left - other.left))
  let [left, right, widest] = [Infinity, -Infinity, fragments[0] as Fragment]
  for (const fragment of fragments) {
    left = Math.min(left, fragment.left)
    right = Math.max(right, fragment.right)
    if (fragment.right - fragment.left > widest.right - widest.left) widest = fragment
  }
  return { fragments, left, right, baseline: widest.baseline, size: widest.size }
}

/** Some programs draw bold words twice, a hair apart. */
function withoutShadows(sorted: readonly Fragment[]): Fragment[] {
  const kept: Fragment[] = []
  for (const fragment of sorted) {
    const before = kept.at(-1)
    const isShadow = before?.text === fragment.text && fragment.left - before.left < fragment.size * 0.2
    if (!isShadow) kept.push(fragment)
  }
  return kept
}

/** Words in a row with no more than a blank between them. */
export interface Cell {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** From this gap on, in sizes of the letters, words stand in another column. Justified lines have gaps below it. */
const COLUMN_GAP = 1.5
/** From this gap on, there is a blank between fragments. */
const BLANK_GAP = 0.12

/** From this gap on, words stand in another column where those of a row beside it do: its cell was nearly full. */
const GAP_AT_EDGE = 0.6

/** The cells of a row; `edges` are where columns begin in the rows around it, in whole points. */
export function cellsOf(row: Row, edges: ReadonlySet<number> = new Set()): Cell[] {
  const cells: { pieces: string[]; left: number; right: number }[] = []
  for (const { text, left, right, size } of row.fragments) {
    const cell = cells.at(-1)
    const least = edges.has(Math.round(left)) ? GAP_AT_EDGE : COLUMN_GAP
    if (!cell || left - cell.right > Math.max(size, row.size * 0.8) * least) {
      cells.push({ pieces: [text], left, right })
      continue
    }
    if (left - cell.right > size * BLANK_GAP) cell.pieces.push(' ')
    cell.pieces.push(text)
    cell.right = Math.max(cell.right, right)
  }
  return cells.map(({ pieces, left, right }) => ({ text: pieces.join('').trim(), left, right }))
}

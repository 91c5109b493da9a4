/** Words drawn together, and their place on the page: from the left and from the top, in points. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  /** "-" for a bullet to the left of an item, or the number to the left of it. */
  readonly marker?: string
  /** The id of the field or comment that they are in; null or undefined for the page itself. */
  readonly field?: string | null
}

/** Fragments on one baseline, from left to right. */
export interface PdfRow {
  readonly fragments: readonly Fragment[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** How far apart the baselines of one row may be, in units of the font size: a superscript is somewhat higher. */
const SAME_BASELINE = 0.35

/** Groups fragments into rows, from the top of the page. */
export function rowsOf(fragments: readonly Fragment[]): PdfRow[] {
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

/** A row of these fragments, which share a baseline. */
export function rowOf(unsorted: readonly Fragment[]): PdfRow {
  const fragments = [...unsorted].sort((one, other) => one.left - other.left)
  let [left, right, widest] = [Infinity, -Infinity, fragments[0] as Fragment]
  for (const fragment of fragments) {
    left = Math.min(left, fragment.left)
    right = Math.max(right, fragment.right)
    if (fragment.right - fragment.left > widest.right - widest.left) widest = fragment
  }
  return { fragments, left, right, baseline: widest.baseline, size: widest.size }
}

/** The font size of most rows. */
export function usualSize(rows: readonly PdfRow[]): number {
  const sizes = rows.map(({ size }) => size).sort((one, other) => one - other)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}

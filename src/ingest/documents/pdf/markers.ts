import { withBullets } from '../words.ts'
import { type Fragment, type PdfRow, rowsOf } from './fragments.ts'

/** A number or letter that counts items. */
const NUMBER = /^(?:\d{1,2}[.)]|[a-z][.)])$/
/** A sign that its font gives no meaning, and signs that are a bullet only where they stand as one. */
const SIGN = /^[\p{Cc}\p{Co}\uFFFD§]$/u
/** From this gap on, in sizes of the letters, an "o" is the bullet that Word draws, and no word. */
const GAP_AFTER_O = 0.6
/** Nothing stands so near left of a marker, and words not farther to its right, in sizes of the letters. */
const ROOM = 0.8
const REACH = 3.5
/** It does not touch them. */
const LEAST_GAP = 0.1

/**
 * The fragments with what hangs left of an item of a list marked as such: a bullet, whatever its font makes of it, or a
 * number. Its gap belongs to it, and so is no gap between columns.
 */
export function withMarkers(fragments: readonly Fragment[]): Fragment[] {
  return rowsOf(fragments).flatMap((row) =>
    row.fragments.map((fragment, index) => {
      const [before, next] = [row.fragments[index - 1], row.fragments[index + 1]]
      if (!next || (before && fragment.left - before.right < row.size * ROOM)) return fragment
      const gap = next.left - fragment.right
      const marker =
        gap > row.size * REACH || gap < row.size * LEAST_GAP ? null : markerOf(fragment, gap, row)
      return marker === null ? fragment : { ...fragment, right: next.left, marker }
    }),
  )
}

function markerOf(fragment: Fragment, gap: number, { size }: PdfRow): string | null {
  const text = fragment.text.trim()
  if (NUMBER.test(text)) return text
  const isO = text === 'o' && gap > size * GAP_AFTER_O
  return isO || SIGN.test(text) || withBullets(`${text} x`) === '- x' ? '-' : null
}

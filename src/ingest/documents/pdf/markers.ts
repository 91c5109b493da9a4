import { withBullets } from '../words.ts'
import { type Fragment, type PdfRow, rowsOf } from './fragments.ts'

/** A number or letter that numbers items. */
const NUMBER = /^(?:\d{1,2}[.)]|[a-z][.)])$/
/** A character without a meaning in its font, and characters that are bullets only in the place of one. */
const SIGN = /^[\p{Cc}\p{Co}\uFFFD§]$/u
/** An "o" followed by a gap of this size, in units of the font size, is the bullet that Word draws, not a word. */
const GAP_AFTER_O = 0.6
/**
 * The distance to the left of a marker that is empty, and the largest distance to the words on its right, in
 * units of the font size.
 */
const ROOM = 0.8
const REACH = 3.5
/** The words do not touch the marker. */
const LEAST_GAP = 0.1

/**
 * Attaches the marker to the left of each list item: a bullet, whatever character its font makes of it, or a number. The
 * gap after it belongs to the marker, and so is not a gap between columns.
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

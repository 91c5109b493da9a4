import type { Fragment, PdfRow } from './fragments.ts'
import { type Box, boxed, type Matrix } from './matrix.ts'

/** Something drawn that is no letter: the box around it, in points from the left and from the top of the page. */
export interface DrawnShape {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A box of the page's own measure where `view` shows it; null where it has no place. */
export function drawnShape(view: Matrix, box: Box): DrawnShape | null {
  const [left, top, right, bottom] = boxed(view, box)
  return [left, top, right, bottom].every(Number.isFinite) ? { left, right, top, bottom } : null
}

/** A line across the page, as between the rows of a table. */
export interface DrawnRule {
  readonly left: number
  readonly right: number
  readonly at: number
}

/** How far from a bullet the words begin, in sizes of the letters. */
const BULLET_GAP = 3
/** How wide and high bullets are, in sizes of the letters. */
const BULLET_SIZE = [0.12, 0.75] as const
/** The longer side of a bullet is so much longer than the other at most. */
const ROUND = 1.5
/** How far their middle stands above the baseline, in sizes of the letters. */
const BULLET_HEIGHT = [0.1, 0.7] as const
/** Nothing else stands so near left of a bullet, in sizes of the letters. */
const BULLET_ROOM = 0.8
/** The baseline of a row may lie so much above that of some of its words, in points. */
const UNLEVEL = 3
/** Words may begin so little before a bullet ends, in points. */
const TOUCHING = 0.5

/**
 * The bullets that are drawn and not set, as browsers print them: small shapes, as high as wide, left of words and at
 * the height of small letters.
 */
export function drawnBullets(shapes: readonly DrawnShape[], rows: readonly PdfRow[]): Fragment[] {
  const bullets = new Map<string, Fragment>()
  for (const shape of shapes) {
    const width = shape.right - shape.left
    const tall = shape.bottom - shape.top
    if (width > tall * ROUND || tall > width * ROUND) continue
    const middle = (shape.top + shape.bottom) / 2
    for (let index = firstBelow(rows, middle); index < rows.length; index++) {
      const row = rows[index] as PdfRow
      if (row.baseline - middle > row.size) break
      const next = firstRightOf(row.fragments, shape.right)
      const [words, before] = [row.fragments[next], row.fragments[next - 1]]
      if (!words || words.left - shape.right > words.size * BULLET_GAP) continue
      const { size, baseline } = words
      const height = (baseline - middle) / size
      if (height < BULLET_HEIGHT[0] || height > BULLET_HEIGHT[1]) continue
      if (width < size * BULLET_SIZE[0] || width > size * BULLET_SIZE[1]) continue
      if (before && shape.left - before.right < size * BULLET_ROOM) continue
      // A bullet that is filled and framed is drawn twice.
      bullets.set(`${Math.round(shape.left)} ${baseline}`, {
        text: '•',
        left: shape.left,
        right: shape.right,
        baseline,
        size,
      })
      break
    }
  }
  return [...bullets.values()]
}

/** A shape so much wider than a bullet is a line or a frame, in points. */
const RULE_WIDTH = 20
/** Pieces of a rule that lie so near to each other, in points, are one. */
const JOINT = 2

/** The rules of a page from its top, whole: tables are often framed cell by cell. A frame has a rule above and below. */
export function rulesOf(shapes: readonly DrawnShape[]): DrawnRule[] {
  const pieces = shapes.flatMap(({ left, right, top, bottom }) =>
    right - left < RULE_WIDTH
      ? []
      : bottom - top <= JOINT
        ? [{ left, right, at: Math.round((top + bottom) / 2) }]
        : [top, bottom].map((at) => ({ left, right, at: Math.round(at) })),
  )
  pieces.sort((one, other) => one.at - other.at || one.left - other.left)
  const rules: { left: number; right: number; at: number }[] = []
  for (const piece of pieces) {
    const last = rules.at(-1)
    if (last?.at === piece.at && piece.left <= last.right + JOINT)
      last.right = Math.max(last.right, piece.right)
    else rules.push({ ...piece })
  }
  return rules
}

/** The rules between two heights, of those from the top of a page. */
export function rulesBetween(rules: readonly DrawnRule[], top: number, bottom: number): readonly DrawnRule[] {
  const first = firstWhere(rules.length, (index) => (rules[index] as DrawnRule).at > top)
  const end = firstWhere(rules.length, (index) => (rules[index] as DrawnRule).at >= bottom)
  return rules.slice(first, Math.max(first, end))
}

function firstBelow(rows: readonly PdfRow[], at: number): number {
  return firstWhere(rows.length, (index) => (rows[index] as PdfRow).baseline > at - UNLEVEL)
}

function firstRightOf(fragments: readonly Fragment[], at: number): number {
  return firstWhere(fragments.length, (index) => (fragments[index] as Fragment).left >= at - TOUCHING)
}

/** The first index for which something holds that holds for all after it. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

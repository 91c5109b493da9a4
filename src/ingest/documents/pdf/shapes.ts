import type { Fragment, PdfRow } from './fragments.ts'
import { type Box, boxed, type Matrix } from './matrix.ts'

/** Something drawn other than a letter: its box, in points from the left and from the top of the page. */
export interface DrawnShape {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The place of a box of the page's own coordinates on the page that `view` shows; null if it has none. */
export function drawnShape(view: Matrix, box: Box): DrawnShape | null {
  const [left, top, right, bottom] = boxed(view, box)
  return [left, top, right, bottom].every(Number.isFinite) ? { left, right, top, bottom } : null
}

/** A horizontal line, as between the rows of a table. */
export interface DrawnRule {
  readonly left: number
  readonly right: number
  readonly at: number
}

/** The distance from a bullet to its words, in units of the font size. */
const BULLET_GAP = 3
/** The width and height of bullets, in units of the font size. */
const BULLET_SIZE = [0.12, 0.75] as const
/** How much longer the longer side of a bullet may be than the other. */
const ROUND = 1.5
/** The height of their middle above the baseline, in units of the font size. */
const BULLET_HEIGHT = [0.1, 0.7] as const
/** The distance to the left of a bullet that is empty, in units of the font size. */
const BULLET_ROOM = 0.8
/** How far the baseline of a row may be above that of some of its words, in points. */
const UNLEVEL = 3
/** How far words may begin before a bullet ends, in points. */
const TOUCHING = 0.5

/**
 * Bullets that are drawn as shapes, as browsers print them: small, as high as wide, to the left of words and at the
 * height of small letters.
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
      // A bullet with fill and border is drawn twice.
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

/** A shape wider than a bullet by this much, in points, is a line or a frame. */
const RULE_WIDTH = 20
/** Pieces of a rule that are this close, in points, are one rule. */
const JOINT = 2

/** The whole rules of a page from its top: tables are often framed cell by cell. A frame has a rule above and below. */
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

/** The rules between two heights, given those from the top of a page. */
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

/** The first index that meets a condition which all later ones meet. */
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

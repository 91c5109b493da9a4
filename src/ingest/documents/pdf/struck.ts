import type { Letter } from './letters.ts'
import { CELL, Nearby } from './nearby.ts'
import type { DrawnShape } from './shapes.ts'

/** The largest thickness of a line through words, in units of the font size, and the height at which it crosses them. */
const THICKEST = 0.15
const HEIGHT = [0.12, 0.5] as const
/** How far it may extend beyond them, in units of the font size; a longer line belongs to a table or a drawing. */
const BEYOND = 0.5
/** Something thicker than this, in points, is not a line. */
const LINE_MAX = 4

/** The letters that are struck through. */
export function struckOut(letters: readonly Letter[], shapes: readonly DrawnShape[]): Set<Letter> {
  const thin = shapes.filter(({ top, bottom }) => bottom - top <= LINE_MAX)
  if (thin.length === 0) return new Set()
  const lines = new Nearby<DrawnShape>()
  for (const shape of thin)
    for (let x = shape.left; x < shape.right; x += CELL) lines.add(shape, { x, y: shape.top })
  const crossed = new Map<DrawnShape, Letter[]>()
  for (const letter of letters) {
    const { left, right, baseline, size } = letter
    const middle = { x: (left + right) / 2, y: baseline - ((HEIGHT[0] + HEIGHT[1]) / 2) * size }
    const near = lines.near(middle, ((HEIGHT[1] - HEIGHT[0]) / 2) * size + LINE_MAX)
    for (const line of new Set(near)) {
      const height = (baseline - (line.top + line.bottom) / 2) / size
      const isThin = line.bottom - line.top < THICKEST * size
      const isAcross = line.left < (left + right) / 2 && line.right > (left + right) / 2
      if (isThin && isAcross && height > HEIGHT[0] && height < HEIGHT[1]) {
        const others = crossed.get(line)
        if (others) others.push(letter)
        else crossed.set(line, [letter])
      }
    }
  }
  const struck = new Set<Letter>()
  for (const [line, words] of crossed) {
    const left = words.reduce((least, one) => Math.min(least, one.left - one.size * BEYOND), Infinity)
    const right = words.reduce((most, one) => Math.max(most, one.right + one.size * BEYOND), -Infinity)
    if (line.left > left && line.right < right) for (const word of words) struck.add(word)
  }
  return struck
}

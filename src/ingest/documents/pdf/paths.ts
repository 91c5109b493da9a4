import type { Box } from './matrix.ts'

/** A straight line of this width, in points, is a bar that may have words on it. */
const BAR = 3

/** Whether a path is a straight horizontal or vertical line as wide as a bar. */
export function isBar([left, bottom, right, top]: Box, width: number): boolean {
  return width >= BAR && Math.min(right - left, top - bottom) < 1
}

/** The path operations as pdf.js numbers them, each before its point. */
const [MOVE, LINE] = [0, 1]
/** A rectangle is a list of this many numbers: its last side and the closing step may be left out. */
const RECTANGLES = new Set([12, 13, 15, 16])

/** Whether a path is a rectangle equal to its bounding box. */
export function isRectangle(path: unknown, [left, bottom, right, top]: Box): boolean {
  const list: unknown = Array.isArray(path) ? path[0] : null
  if (!(list instanceof Float32Array) || !RECTANGLES.has(list.length)) return false
  const corners = new Set<string>()
  for (let at = 0; at + 2 < list.length; at += 3) {
    const [step, x, y] = [list[at], list[at + 1], list[at + 2]]
    if (step !== (at === 0 ? MOVE : LINE)) return false
    if ((x !== left && x !== right) || (y !== bottom && y !== top)) return false
    corners.add(`${x} ${y}`)
  }
  return corners.size === 4
}

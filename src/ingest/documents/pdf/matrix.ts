/** What turns one measure of a PDF into another. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export type Point = readonly [x: number, y: number]

/** A box whose sides lie along those of the page. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

export const SAME: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix of what is measured by `inner` within `outer`. */
export function within(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [ia, ib, ic, id, ie, jf] = inner
  return [
    a * ia + c * ib,
    b * ia + d * ib,
    a * ic + c * id,
    b * ic + d * id,
    a * ie + c * jf + e,
    b * ie + d * jf + f,
  ]
}

/** Where a point lies. */
export function placed([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Which way something leads, and how far. */
export function turned([a, b, c, d]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y, b * x + d * y]
}

/** The box around a box that is turned. */
export function boxed(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const corners = [
    placed(matrix, [left, bottom]),
    placed(matrix, [right, bottom]),
    placed(matrix, [left, top]),
    placed(matrix, [right, top]),
  ]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** What two boxes have in common; nothing has its right left of its left, or its top below its bottom. */
export function common(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]
}

/** A box that is larger by so much on each side. */
export function grown([left, bottom, right, top]: Box, by: number): Box {
  return [left - by, bottom - by, right + by, top + by]
}

export function boxHolds([left, bottom, right, top]: Box, [x, y]: Point): boolean {
  return x >= left && x <= right && y >= bottom && y <= top
}

/** Whether boxes stay boxes: turned by right angles, if at all. */
export function isSquare([a, b, c, d]: Matrix): boolean {
  return (b === 0 && c === 0) || (a === 0 && d === 0)
}

/** The six numbers of a list, of whatever kind pdf.js makes it; null for anything else. */
export function matrixOf(list: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbersOf(list)
  if (a === undefined || b === undefined || c === undefined) return null
  if (d === undefined || e === undefined || f === undefined) return null
  return [a, b, c, d, e, f]
}

/** The four numbers of a list that are a box; null for anything else. */
export function boxOf(list: unknown): Box | null {
  const [left, bottom, right, top] = numbersOf(list)
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null
  return [left, bottom, right, top]
}

/** The numbers of a list, of whatever kind pdf.js makes it. */
export function numbersOf(list: unknown): number[] {
  return Array.isArray(list) || list instanceof Float32Array ? Array.from(list, Number) : []
}

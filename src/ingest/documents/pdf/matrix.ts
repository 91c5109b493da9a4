/** Transforms one coordinate system of a PDF into another. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export type Point = readonly [x: number, y: number]

/** A box whose sides are parallel to those of the page. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

export const SAME: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` and then `outer`. */
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

/** A point, transformed. */
export function placed([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** A direction and length, transformed. */
export function turned([a, b, c, d]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y, b * x + d * y]
}

/** The bounding box of a transformed box. */
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

/** The intersection of two boxes; an empty one has its right edge left of its left, or its top below its bottom. */
export function common(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]
}

/** A box enlarged by a margin on each side. */
export function grown([left, bottom, right, top]: Box, by: number): Box {
  return [left - by, bottom - by, right + by, top + by]
}

export function boxHolds([left, bottom, right, top]: Box, [x, y]: Point): boolean {
  return x >= left && x <= right && y >= bottom && y <= top
}

/** Whether boxes remain boxes: a rotation by right angles, if any. */
export function isSquare([a, b, c, d]: Matrix): boolean {
  return (b === 0 && c === 0) || (a === 0 && d === 0)
}

/** Six numbers from any kind of list that pdf.js uses; null for anything else. */
export function matrixOf(list: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbersOf(list)
  if (a === undefined || b === undefined || c === undefined) return null
  if (d === undefined || e === undefined || f === undefined) return null
  return [a, b, c, d, e, f]
}

/** Four numbers of a box, from any kind of list; null for anything else. */
export function boxOf(list: unknown): Box | null {
  const [left, bottom, right, top] = numbersOf(list)
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null
  return [left, bottom, right, top]
}

/** The numbers of any kind of list that pdf.js uses. */
export function numbersOf(list: unknown): number[] {
  return Array.isArray(list) || list instanceof Float32Array ? Array.from(list, Number) : []
}

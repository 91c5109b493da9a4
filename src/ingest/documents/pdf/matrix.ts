/** What turns one measure of a PDF into another. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export type Point = readonly [x: number, y: number]

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

/** The six numbers of a list, of whatever kind pdf.js makes it; null for anything else. */
export function matrixOf(list: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbersOf(list)
  if (a === undefined || b === undefined || c === undefined) return null
  if (d === undefined || e === undefined || f === undefined) return null
  return [a, b, c, d, e, f]
}

/** The numbers of a list, of whatever kind pdf.js makes it. */
export function numbersOf(list: unknown): number[] {
  return Array.isArray(list) || list instanceof Float32Array ? Array.from(list, Number) : []
}

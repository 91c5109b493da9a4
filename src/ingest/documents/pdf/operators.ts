import { getResolvedPDFJS } from 'unpdf'
import type { Shape } from './shapes.ts'

/** What a page draws, as pdf.js lists it. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Matrix = readonly [number, number, number, number, number, number]

/** More shapes than a page's table has; those of a map are left alone. */
const SHAPES_MAX = 20_000
/** Drawing within drawing is followed so deep. */
const NESTING_MAX = 200

/** The letters in the order in which they are drawn. */
export async function glyphsOf({ fnArray, argsArray }: Operators): Promise<string> {
  const { OPS } = await getResolvedPDFJS()
  const letters: string[] = []
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== OPS.showText) continue
    const [glyphs] = argsArray[index] as [readonly (number | { readonly unicode?: string } | null)[]] // its form for showText
    for (const glyph of glyphs) if (glyph && typeof glyph === 'object') letters.push(glyph.unicode ?? '')
  }
  return letters.join('')
}

/** The lines, frames, bullets and other shapes of a page; `onPage` turns the page's own measure into points. */
export async function shapesOf({ fnArray, argsArray }: Operators, onPage: Matrix): Promise<Shape[]> {
  const { OPS } = await getResolvedPDFJS()
  const shapes: Shape[] = []
  const saved: Matrix[] = []
  let matrix = onPage
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) {
      if (saved.length < NESTING_MAX) saved.push(matrix)
      if (operator === OPS.paintFormXObjectBegin && Array.isArray(args)) matrix = within(matrix, args[0])
    } else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      matrix = saved.pop() ?? onPage
    else if (operator === OPS.transform) matrix = within(matrix, args)
    else if (operator === OPS.constructPath && Array.isArray(args) && args[0] !== OPS.endPath) {
      const shape = boxOf(matrix, args[2])
      if (shape) shapes.push(shape)
      if (shapes.length > SHAPES_MAX) return []
    }
  }
  return shapes
}

function within(outer: Matrix, inner: unknown): Matrix {
  const numbers = numbersOf(inner)
  if (numbers.length < 6) return outer
  const [a, b, c, d, e, f] = outer
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, jf = 0] = numbers
  return [
    a * ia + c * ib,
    b * ia + d * ib,
    a * ic + c * id,
    b * ic + d * id,
    a * ie + c * jf + e,
    b * ie + d * jf + f,
  ]
}

function boxOf([a, b, c, d, e, f]: Matrix, box: unknown): Shape | null {
  const [x = Number.NaN, y = Number.NaN, right = Number.NaN, top = Number.NaN] = numbersOf(box)
  const [x1, x2] = [a * x + c * y + e, a * right + c * top + e]
  const [y1, y2] = [b * x + d * y + f, b * right + d * top + f]
  if (![x1, x2, y1, y2].every(Number.isFinite)) return null
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) }
}

/** The numbers of a list, of whatever kind pdf.js makes it. */
function numbersOf(list: unknown): number[] {
  if (Array.isArray(list) || list instanceof Float32Array) return Array.from(list, Number)
  return []
}

import { matrixOf, numbersOf } from './matrix.ts'

/** What pdf.js tells of a font, with `fontExtraProperties`. */
export interface Font {
  readonly vertical?: unknown
  readonly isType3Font?: unknown
  readonly fontMatrix?: unknown
  readonly bbox?: unknown
  readonly composite?: unknown
  readonly toUnicode?: unknown
}

/** Gives a font by the name that it has in the list of operators. */
export type FontOf = (name: string) => Font

/** What one unit of a font's widths is, as a part of the size. */
export function unitOf({ fontMatrix }: Font): number {
  return matrixOf(fontMatrix)?.[0] || 0.001
}

/** How high the letters of a font are for its size: fonts of pictures (Type 3) have a measure of their own. */
export function heightOf({ isType3Font, fontMatrix, bbox }: Font): number {
  if (isType3Font !== true) return 1
  const [, bottom = 0, , top = 0] = numbersOf(bbox)
  const height = (top - bottom) * (matrixOf(fontMatrix)?.[3] ?? 0)
  return height > LEAST_HEIGHT ? height : 1
}

/** A box that makes the letters lower than this, in sizes, is a mistake or none. */
const LEAST_HEIGHT = 0.2

/**
 * Whether a font says which letter a code draws. Where it does not, the code is the number of a picture, and read as a
 * letter it would be another one. pdf.js has a table from codes to letters; of a font of many codes that has none, it
 * takes each code for a letter, from the first to the last.
 */
export function isKnown({ composite, toUnicode }: Font, code: number): boolean {
  if (typeof toUnicode !== 'object' || toUnicode === null) return true
  if ('firstChar' in toUnicode) return composite !== true
  const letters = '_map' in toUnicode ? toUnicode._map : null
  if (typeof letters !== 'object' || letters === null) return true
  return typeof (letters as { readonly [code: number]: unknown })[code] === 'string'
}

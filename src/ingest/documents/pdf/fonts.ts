import { matrixOf, numbersOf } from './matrix.ts'

/** What pdf.js tells about a font, with `fontExtraProperties`. */
export interface Font {
  readonly vertical?: unknown
  readonly isType3Font?: unknown
  readonly fontMatrix?: unknown
  readonly bbox?: unknown
  readonly composite?: unknown
  readonly toUnicode?: unknown
}

/** Looks up a font by the name that it has in the list of operators. */
export type FontOf = (name: string) => Font

/** The size of one unit of a font's widths, as a part of the font size. */
export function unitOf({ fontMatrix }: Font): number {
  return matrixOf(fontMatrix)?.[0] || 0.001
}

/** The height of a font's letters at its size: fonts of drawings (Type 3) have their own units. */
export function heightOf({ isType3Font, fontMatrix, bbox }: Font): number {
  if (isType3Font !== true) return 1
  const [, bottom = 0, , top = 0] = numbersOf(bbox)
  const height = (top - bottom) * (matrixOf(fontMatrix)?.[3] ?? 0)
  return height > LEAST_HEIGHT ? height : 1
}

/** A box that makes the letters lower than this, in units of the font size, is wrong or missing. */
const LEAST_HEIGHT = 0.2

/**
 * Whether a font says which letter a code draws. If it does not, the code is only the number of a glyph, and reading it
 * as a letter would give a wrong letter. pdf.js has a table from codes to letters; for a font with many codes and no
 * such table, it maps each code to itself, from the first to the last.
 */
export function isKnown({ composite, toUnicode }: Font, code: number): boolean {
  if (typeof toUnicode !== 'object' || toUnicode === null) return true
  if ('firstChar' in toUnicode) return composite !== true
  const letters = '_map' in toUnicode ? toUnicode._map : null
  if (typeof letters !== 'object' || letters === null) return true
  return typeof (letters as { readonly [code: number]: unknown })[code] === 'string'
}

/** A range of a text, in code points: from the first one to before the last. */
export type TextRange = readonly [start: number, end: number]

/** Whether two ranges have a code point in common. */
export function touch([a, b]: TextRange, [c, d]: TextRange): boolean {
  return a < d && c < b
}

import type { TextRange } from '../common/text-range.ts'

/** A part of a record that is identified by where its words are. */
export interface Placed {
  readonly text: { readonly words: string; readonly at: TextRange }
}

/** Two parts that are the same, or one without a counterpart. */
export interface PlacedPair<T extends Placed> {
  readonly name: string
  readonly wanted: T | null
  readonly found: T | null
}

/** The least part of all the characters of two texts that they must share. */
export const LEAST_SHARE = 0.5

/** Matches the parts of two lists by where their words are, the largest share first, each once. */
export function pairUp<T extends Placed>(wanted: readonly T[], found: readonly T[]): PlacedPair<T>[] {
  const shares = wanted
    .flatMap((one) => found.map((other) => ({ one, other, share: shareOf(one.text.at, other.text.at) })))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
  const partners = new Map<T, T>()
  const taken = new Set<T>()
  for (const { one, other } of shares) {
    if (partners.has(one) || taken.has(other)) continue
    partners.set(one, other)
    taken.add(other)
  }
  return [
    ...wanted.map((one) => ({ name: one.text.words, wanted: one, found: partners.get(one) ?? null })),
    ...found
      .filter((other) => !taken.has(other))
      .map((other) => ({ name: other.text.words, wanted: null, found: other })),
  ]
}

export function shareOf([a, b]: TextRange, [c, d]: TextRange): number {
  const shared = Math.min(b, d) - Math.max(a, c)
  return shared <= 0 ? 0 : shared / (Math.max(b, d) - Math.min(a, c))
}

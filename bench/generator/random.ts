/** Numbers that look random and are the same on every run: mulberry32. */
export interface Random {
  /** From 0 up to, not including, `below`. */
  integer(below: number): number
  /** Whether something happens that happens in so many cases of a hundred. */
  percent(likely: number): boolean
  pick<T>(values: readonly T[]): T
  /** Some of the values, none twice. */
  several<T>(values: readonly T[], count: number): T[]
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const integer = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  const pick = <T>(values: readonly T[]): T => {
    const index = integer(values.length)
    const value = values[index]
    if (value === undefined) throw new Error(`No value ${index} of ${values.length}`)
    return value
  }
  return {
    integer,
    percent: (likely) => integer(100) < likely,
    pick,
    several(values, count) {
      const chosen = new Set<(typeof values)[number]>()
      while (chosen.size < Math.min(count, values.length)) chosen.add(pick(values))
      return [...chosen]
    },
  }
}

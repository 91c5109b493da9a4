/** The year of a day; null if the day is unknown. */
export function yearIn(day: string | null): number | null {
  return day === null ? null : Number(day.slice(0, 4))
}

/** All years from the first to the last, without gaps. */
export function yearsFrom(some: Iterable<number | null>): number[] {
  const known = [...some].filter((year) => year !== null)
  if (known.length === 0) return []
  const first = Math.min(...known)
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, index) => first + index)
}

/** The number of items by key. */
export function countOfEach<T>(some: Iterable<T>): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const each of some) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** The label of an unknown year. */
export const UNKNOWN_YEAR = '?'

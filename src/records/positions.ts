/**
 * Counts rows by key: gives each its position among those of the same key, from 1.
 *
 * @example const next = positions(); next('0685-2020') // 1; next('0685-2020') // 2; next('0643-2017') // 1
 */
export function positions(): (key: string) => number {
  const last = new Map<string, number>()
  return (key) => {
    const position = (last.get(key) ?? 0) + 1
    last.set(key, position)
    return position
  }
}

/**
 * The numbers of the records that have points, the most first; of equal ones the lower number. By counting: to sort
 * the thousands that have one word would take longer than to find them.
 */
export function byPoints(points: Uint16Array): Uint32Array {
  let most = 0
  for (const each of points) if (each > most) most = each
  // How many have more points than so many less than the most; then where the next of them goes.
  const next = new Uint32Array(most + 2)
  for (const each of points) next[most - each + 1] = (next[most - each + 1] ?? 0) + 1
  for (let at = 1; at < next.length; at++) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0)
  const ordered = new Uint32Array(next[most] ?? 0)
  for (let number = 0; number < points.length; number++) {
    const each = points[number] ?? 0
    if (each === 0) continue
    const place = next[most - each] ?? 0
    ordered[place] = number
    next[most - each] = place + 1
  }
  return ordered
}

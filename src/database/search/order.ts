/**
 * The numbers of the records with points, the most points first; with equal points, the lower number first. It is a
 * counting sort: to sort the thousands of records with a common word otherwise would take longer than to find them.
 */
export function byPoints(points: Uint16Array): Uint32Array {
  let most = 0
  for (const each of points) if (each > most) most = each
  // First the number of records for each number of points, counted from the highest; then the index for the next of them.
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

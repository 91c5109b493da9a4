/**
 * Maps an offset in the old text to an approximate offset in the new one, both in UTF-16 units: the contents of a line
 * that both texts have exactly once, and what follows it, move with that line.
 */
export function placeFinder(before: string, after: string): (offset: number) => number {
  const starts = linesOnce(after)
  const anchors: { readonly from: number; readonly to: number }[] = [{ from: 0, to: 0 }]
  for (const [line, from] of [...linesOnce(before)].sort(([, a], [, b]) => a - b)) {
    const to = starts.get(line)
    if (to !== undefined) anchors.push({ from, to })
  }
  return (offset) => {
    let low = 0
    let high = anchors.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((anchors[middle]?.from ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const { from, to } = anchors[low] ?? { from: 0, to: 0 }
    return Math.min(Math.max(offset - from + to, 0), after.length)
  }
}

/** The lines that occur once in a text, and where each begins. Surrounding spaces do not count. */
function linesOnce(text: string): Map<string, number> {
  const starts = new Map<string, number>()
  const repeated = new Set<string>()
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const words = line.replace(/\s+/g, ' ').trim()
    if (words === '') continue
    if (starts.has(words)) repeated.add(words)
    starts.set(words, index + (line.length - line.trimStart().length))
  }
  for (const words of repeated) starts.delete(words)
  return starts
}

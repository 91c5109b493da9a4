import type { SourceIssue } from '../source-text.ts'
import type { Fragment } from './fragments.ts'

/** What stands in smaller letters above the line: the number of a footnote. */
const NUMBER = /^\d{1,2}[,)]?$/
/** It is so much smaller than the words beside it, and so much higher, in their size. */
const SMALLER = 0.88
const RAISED = [0.12, 0.65] as const
/** It follows a word or the end of a sentence, not a measure, as in "m2", and not a figure. */
const NOTED = /(?:\p{L}{3,}|[.,;:!?”"’)])$/u

/** So many of them are named. */
const NAMED_MAX = 20

const CELL = 12
/** So many fragments of one place are looked at. */
const NEAR_MAX = 30

/**
 * The fragments without the raised numbers of footnotes, which are no part of any sentence; what these were is named.
 * Those of measures, as in "m2", are brought down to their line.
 */
export function withoutRaised(
  fragments: readonly Fragment[],
  page: number,
): { fragments: readonly Fragment[]; issues: SourceIssue[] } {
  const candidates = fragments.filter(({ text }) => NUMBER.test(text.trim()))
  if (candidates.length === 0) return { fragments, issues: [] }
  const ends = grid(fragments, ({ right }) => right)
  const starts = grid(fragments, ({ left }) => left)
  const raised = new Map<Fragment, Fragment | null>()
  for (const one of candidates) {
    const after = near(ends, one.left, one).find((word) => isAbove(one, word, one.left - word.right))
    const before = near(starts, one.right, one).some((word) => isAbove(one, word, word.left - one.right))
    if (after && !NOTED.test(after.text.trimEnd())) raised.set(one, { ...one, baseline: after.baseline })
    else if (after || before) raised.set(one, null)
  }
  const numbers = [...raised].flatMap(([{ text }, kept]) => (kept ? [] : [text.trim()])).slice(0, NAMED_MAX)
  return {
    fragments: fragments.flatMap((one) => (raised.has(one) ? (raised.get(one) ?? []) : [one])),
    issues:
      numbers.length === 0
        ? []
        : [{ kind: 'left_out', text: `numbers of footnotes: ${numbers.join(', ')}`, page }],
  }
}

function isAbove(number: Fragment, word: Fragment, gap: number): boolean {
  const height = (word.baseline - number.baseline) / word.size
  return (
    number.size < word.size * SMALLER &&
    height > RAISED[0] &&
    height < RAISED[1] &&
    gap > -word.size * 0.2 &&
    gap < word.size * 0.5
  )
}

type Grid = ReadonlyMap<string, readonly Fragment[]>

function grid(fragments: readonly Fragment[], edgeOf: (fragment: Fragment) => number): Grid {
  const cells = new Map<string, Fragment[]>()
  for (const fragment of fragments) {
    const key = `${Math.round(edgeOf(fragment) / CELL)} ${Math.round(fragment.baseline / CELL)}`
    const cell = cells.get(key)
    if (!cell) cells.set(key, [fragment])
    else if (cell.length < NEAR_MAX) cell.push(fragment)
  }
  return cells
}

function near(cells: Grid, edge: number, { baseline }: Fragment): Fragment[] {
  const found: Fragment[] = []
  const [column, row] = [Math.round(edge / CELL), Math.round(baseline / CELL)]
  for (const x of [column - 1, column, column + 1])
    for (const y of [row - 1, row, row + 1]) found.push(...(cells.get(`${x} ${y}`) ?? []))
  return found
}

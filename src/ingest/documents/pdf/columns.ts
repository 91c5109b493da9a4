import { withBullets } from '../words.ts'
import { type Fragment, type Row, rowsOf } from './fragments.ts'
import { findGutters, type Gutter } from './gutters.ts'
import { side } from './runs.ts'
import { type Rule, rulesBetween } from './shapes.ts'

/** Columns within columns within columns. */
const DEPTH_MAX = 4

/** Rows that are read one after the other; those of a column are only as wide as it. */
export interface Block {
  readonly rows: readonly Row[]
  readonly kind: 'text' | 'column' | 'table'
}

/**
 * The rows of a page in the order in which they are read, in blocks: columns of running text one after the other. What
 * stands side by side row by row, as in a table or under signatures, is a table.
 */
export function blocksOf(
  fragments: readonly Fragment[],
  rules: readonly Rule[] = [],
  kind: 'text' | 'column' = 'text',
  depth = 0,
): Block[] {
  const rows = rowsOf(fragments)
  const parts = depth < DEPTH_MAX ? partsOf(rows, rules) : []
  if (parts.length === 0) return rows.length === 0 ? [] : [{ rows, kind }]
  const blocks: Block[] = []
  const across = (first: number, end: number) => {
    if (first < end) blocks.push(...blocksOf(fragmentsOf(rows.slice(first, end)), rules, kind, depth + 1))
  }
  let next = 0
  for (const { gutter, isTable } of parts) {
    across(next, gutter.first)
    const inside = rows.slice(gutter.first, gutter.last + 1)
    next = gutter.last + 1
    if (isTable) blocks.push({ rows: inside, kind: 'table' })
    else
      for (const which of [0, 1] as const) {
        const column = inside.flatMap((row) => side(row, gutter)[which])
        blocks.push(...blocksOf(column, rules, 'column', depth + 1))
      }
  }
  across(next, rows.length)
  return blocks
}

function fragmentsOf(rows: readonly Row[]): Fragment[] {
  return rows.flatMap((row) => row.fragments)
}

/** The gutters that part the rows, from the top, none within another's rows. */
function partsOf(rows: readonly Row[], rules: readonly Rule[]): { gutter: Gutter; isTable: boolean }[] {
  const parts: { gutter: Gutter; isTable: boolean }[] = []
  const taken = new Uint8Array(rows.length)
  for (const gutter of findGutters(rows)) {
    if (taken.subarray(gutter.first, gutter.last + 1).includes(1)) continue
    taken.fill(1, gutter.first, gutter.last + 1)
    const inside = rows.slice(gutter.first, gutter.last + 1)
    parts.push(
      isTable(inside, gutter, rules)
        ? { gutter: ofTable(inside, gutter), isTable: true }
        : { gutter, isTable: false },
    )
  }
  return parts.sort((one, other) => one.gutter.first - other.gutter.first)
}

/** From this distance on, in sizes of the letters, a line is not the next of its cell. */
const APART = 1.7
/** Cells in the middle of their row stand less than a line, in sizes of the letters, below its first line. */
const WITHIN_LINE = 0.9

/** The rows of a table, without the lines above and below it that are as short as its first column is wide. */
function ofTable(rows: readonly Row[], gutter: Gutter): Gutter {
  const pairs = rows.map((row) => ({ row, sides: side(row, gutter) }))
  const isBoth = ({ sides: [one, other] }: (typeof pairs)[number]) => one.length > 0 && other.length > 0
  let first = Math.max(pairs.findIndex(isBoth), 0)
  const above = (index: number) => (rows[index]?.baseline ?? 0) - (rows[index - 1]?.baseline ?? -Infinity)
  while (first > 0 && above(first) < (rows[first] as Row).size * WITHIN_LINE) first--
  let last = pairs.findLastIndex(isBoth)
  let usual = Infinity
  for (let index = first + 1; index <= last; index++) usual = Math.min(usual, above(index))
  const near = usual === Infinity ? 0 : usual * 1.25
  const next = (index: number) => Math.max((rows[index] as Row).size * APART, near)
  while (last < rows.length - 1 && above(last + 1) < next(last + 1)) last++
  return { ...gutter, first: gutter.first + first, last: gutter.first + Math.max(last, first) }
}

interface SideLine {
  readonly text: string
  readonly baseline: number
  readonly size: number
  readonly isItem: boolean
}

/**
 * Of the lines of a text, this part goes on from the line above in lower case; of lines with many words less is enough.
 * Names, roles, places and who is responsible are short and begin with capitals.
 */
const GOING_ON = 0.5
const GOING_ON_OF_LONG = 0.25
const WORDS_OF_LONG = 4

/** Whether what stands at both sides of a gutter belongs together row by row. */
function isTable(rows: readonly Row[], gutter: Gutter, rules: readonly Rule[]): boolean {
  const pairs = rows.map((row) => side(row, gutter).map(lineOf) as [SideLine | null, SideLine | null])
  const lines = [0, 1].map((which) => pairs.flatMap((pair) => pair[which as 0 | 1] ?? [])) as [
    SideLine[],
    SideLine[],
  ]
  if (rulesAcross(rows, gutter, rules) >= 2) return true
  if (lines.every((column) => column.some(({ isItem }) => isItem))) return false
  if (haveSameGroups(lines)) return true
  if (!areLevel(pairs, Math.min(lines[0].length, lines[1].length))) return false
  const texts = lines.map(isText)
  if (texts.every(Boolean)) return false
  if (!texts.some(Boolean)) return true
  // A cell begins where the one beside it does; a box beside a text begins anywhere.
  const both = pairs.flatMap(([one, other]) => (one && other ? [[one, other] as const] : []))
  const begun = both.map((pair) => pair.filter(({ text }) => !/^\p{Ll}/u.test(text)).length)
  return begun.filter((count) => count === 2).length >= begun.filter((count) => count === 1).length
}

function lineOf(fragments: readonly Fragment[]): SideLine | null {
  const [first] = fragments
  if (!first) return null
  const text = fragments.map((fragment) => fragment.text.trim()).join(' ')
  const isItem = first.marker !== undefined || withBullets(text).startsWith('- ')
  return { text, baseline: first.baseline, size: first.size, isItem }
}

/** How many rules between rows lie across a gutter. */
function rulesAcross(rows: readonly Row[], gutter: Gutter, rules: readonly Rule[]): number {
  const [top, bottom] = [rows[0]?.baseline ?? 0, rows.at(-1)?.baseline ?? 0]
  return rulesBetween(rules, top, bottom).filter(
    ({ left, right }) => left <= gutter.left && right >= gutter.right,
  ).length
}

/** Lines and middles of cells that differ by less, in sizes of the letters, are level. */
const LEVEL = 0.3

/** Rows of a table that stand apart: both sides have as many groups of lines, each pair's tops or middles level. */
function haveSameGroups(lines: readonly [readonly SideLine[], readonly SideLine[]]): boolean {
  const [left, right] = [groupsOf(lines[0]), groupsOf(lines[1])]
  return (
    left.length >= 3 &&
    left.length === right.length &&
    left.every(({ top, bottom, size }, index) => {
      const other = right[index]
      if (!other) return false
      const apart = Math.min(Math.abs(top - other.top), Math.abs(top + bottom - other.top - other.bottom) / 2)
      return apart <= LEVEL * size
    })
  )
}

function groupsOf(lines: readonly SideLine[]): { top: number; bottom: number; size: number }[] {
  const groups: { top: number; bottom: number; size: number }[] = []
  for (const { baseline, size } of lines) {
    const last = groups.at(-1)
    if (last && baseline - last.bottom < size * 1.6) last.bottom = baseline
    else groups.push({ top: baseline, bottom: baseline, size })
  }
  return groups
}

/** Whether most lines of the shorter side stand level with one of the other. */
function areLevel(pairs: readonly (readonly [SideLine | null, SideLine | null])[], shorter: number): boolean {
  const level = pairs.filter(
    ([one, other]) => one && other && Math.abs(one.baseline - other.baseline) < one.size * 0.1,
  )
  return level.length >= shorter * 0.5
}

function isText(lines: readonly SideLine[]): boolean {
  const words = lines.reduce((sum, { text }) => sum + text.split(' ').length, 0) / lines.length
  const goingOn = lines.filter(({ text }) => /^\p{Ll}/u.test(text)).length / lines.length
  return goingOn >= (words >= WORDS_OF_LONG ? GOING_ON_OF_LONG : GOING_ON)
}

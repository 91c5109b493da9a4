import { withBullets } from '../words.ts'
import type { Fragment, PdfRow } from './fragments.ts'
import type { Gutter } from './gutters.ts'
import { side } from './runs.ts'
import { type DrawnRule, rulesBetween } from './shapes.ts'

interface SideLine {
  readonly text: string
  readonly baseline: number
  readonly size: number
  readonly isItem: boolean
}

/**
 * In running text this part of the lines continue the line above in lower case; in long lines fewer are enough. Names,
 * roles, places and organisations are short and capitalised.
 */
const GOING_ON = 0.5
const GOING_ON_OF_LONG = 0.25
const WORDS_OF_LONG = 4

/** How many rules across a gutter make a table. */
const RULES_OF_TABLE = 2

/** This part of the rows counts as all. */
const ALL_BUT_FEW = 0.9

/** Whether the text on both sides of a gutter belongs together row by row. */
export function isTable(rows: readonly PdfRow[], gutter: Gutter, rules: readonly DrawnRule[]): boolean {
  const pairs = rows.map((row) => side(row, gutter).map(sideLine) as [SideLine | null, SideLine | null])
  const lines = [0, 1].map((which) => pairs.flatMap((pair) => pair[which as 0 | 1] ?? [])) as [
    SideLine[],
    SideLine[],
  ]
  if (rulesAcross(rows, gutter, rules) >= RULES_OF_TABLE) return true
  if (lines.every((column) => column.some(({ isItem }) => isItem))) return false
  if (haveSameGroups(lines)) return true
  if (!areLevel(pairs, Math.min(lines[0].length, lines[1].length))) return false
  const texts = lines.map(isProse)
  if (texts.every(Boolean)) return false
  if (!texts.some(Boolean)) return true
  const both = pairs.flatMap(([one, other]) => (one && other ? [[one, other] as const] : []))
  // Like labels with their values: no line is without its counterpart.
  if (both.length >= rows.length * ALL_BUT_FEW) return true
  // A cell begins level with its neighbour; a box beside a text begins anywhere.
  const begun = both.map((pair) => pair.filter(({ text }) => !/^\p{Ll}/u.test(text)).length)
  return begun.filter((count) => count === 2).length >= begun.filter((count) => count === 1).length
}

function sideLine(fragments: readonly Fragment[]): SideLine | null {
  const [first] = fragments
  if (!first) return null
  const text = fragments.map((fragment) => fragment.text.trim()).join(' ')
  const isItem = first.marker !== undefined || withBullets(text).startsWith('- ')
  return { text, baseline: first.baseline, size: first.size, isItem }
}

/** How many rules between rows cross a gutter. */
function rulesAcross(rows: readonly PdfRow[], gutter: Gutter, rules: readonly DrawnRule[]): number {
  const [top, bottom] = [rows[0]?.baseline ?? 0, rows.at(-1)?.baseline ?? 0]
  return rulesBetween(rules, top, bottom).filter(
    ({ left, right }) => left <= gutter.left && right >= gutter.right,
  ).length
}

/** Lines and middles of cells that differ by less than this, in units of the font size, are level. */
const LEVEL = 0.3

/** How many groups make a table. */
const GROUPS_LEAST = 3

/** How much larger the distance between groups of lines is than between lines. */
const GROUP_APART = 1.25

/** Rows of a table with space between them: both sides have equally many groups of lines, level at the top or the middle. */
function haveSameGroups(lines: readonly [readonly SideLine[], readonly SideLine[]]): boolean {
  const [left, right] = [lineGroups(lines[0]), lineGroups(lines[1])]
  return (
    left.length >= GROUPS_LEAST &&
    left.length === right.length &&
    left.every(({ top, bottom, size }, index) => {
      const other = right[index]
      if (!other) return false
      const apart = Math.min(Math.abs(top - other.top), Math.abs(top + bottom - other.top - other.bottom) / 2)
      return apart <= LEVEL * size
    })
  )
}

/** Groups of lines that are about as close together as the closest two. */
function lineGroups(lines: readonly SideLine[]): { top: number; bottom: number; size: number }[] {
  const groups: { top: number; bottom: number; size: number }[] = []
  const least = lines.reduce((found, { baseline }, index) => {
    const before = lines[index - 1]
    return before ? Math.min(found, baseline - before.baseline) : found
  }, Infinity)
  for (const { baseline, size } of lines) {
    const last = groups.at(-1)
    if (last && baseline - last.bottom < least * GROUP_APART) last.bottom = baseline
    else groups.push({ top: baseline, bottom: baseline, size })
  }
  return groups
}

/** Lines on both sides of a gutter are level if they differ by less than this, in units of the font size. */
const SAME_LINE = 0.1
/** This part of the lines counts as most. */
const MOST = 0.5

/** Whether most lines of the shorter side are level with a line of the other. */
function areLevel(pairs: readonly (readonly [SideLine | null, SideLine | null])[], shorter: number): boolean {
  const level = pairs.filter(
    ([one, other]) => one && other && Math.abs(one.baseline - other.baseline) < one.size * SAME_LINE,
  )
  return level.length >= shorter * MOST
}

function isProse(lines: readonly SideLine[]): boolean {
  const words = lines.reduce((sum, { text }) => sum + text.split(' ').length, 0) / lines.length
  const goingOn = lines.filter(({ text }) => /^\p{Ll}/u.test(text)).length / lines.length
  return goingOn >= (words >= WORDS_OF_LONG ? GOING_ON_OF_LONG : GOING_ON)
}

/** A line this far below, in units of the font size, is not the next line of the cell. */
const APART = 1.7
/** The first line of a vertically centred cell is less than one line, in units of the font size, below the row's first line. */
const WITHIN_LINE = 0.9

/** The rows of a table, without lines above and below it that are as short as its first column is wide. */
export function ofTable(rows: readonly PdfRow[], gutter: Gutter): Gutter {
  const pairs = rows.map((row) => ({ row, sides: side(row, gutter) }))
  const isBoth = ({ sides: [one, other] }: (typeof pairs)[number]) => one.length > 0 && other.length > 0
  let first = Math.max(pairs.findIndex(isBoth), 0)
  const above = (index: number) => (rows[index]?.baseline ?? 0) - (rows[index - 1]?.baseline ?? -Infinity)
  while (first > 0 && above(first) < (rows[first] as PdfRow).size * WITHIN_LINE) first--
  let last = pairs.findLastIndex(isBoth)
  let usual = Infinity
  for (let index = first + 1; index <= last; index++) usual = Math.min(usual, above(index))
  const near = usual === Infinity ? 0 : usual * GROUP_APART
  const next = (index: number) => Math.max((rows[index] as PdfRow).size * APART, near)
  while (last < rows.length - 1 && above(last + 1) < next(last + 1)) last++
  return { ...gutter, first: gutter.first + first, last: gutter.first + Math.max(last, first) }
}

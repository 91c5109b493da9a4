import type { SourceIssue } from '../source-text.ts'
import type { Fragment } from './fragments.ts'
import { Nearby } from './nearby.ts'

/** A footnote mark, or several: "1", "1, 2", "(1)", "2)", "*", "a". */
const MARK =
  /^[([]?(?:\d{1,3}|[*∗†‡§¶]{1,4}|[a-z])(?: ?[,;–-] ?(?:\d{1,3}|[*∗†‡§¶]{1,4}|[a-z]))*[)\]]?[,.:]?$/u

/** How much smaller than the neighbouring words a mark is, and how much higher, in units of their size … */
const SMALLER = 0.88
const RAISED = [0.12, 0.65] as const
/** … or how much higher, if it is as large. */
const RAISED_AS_LARGE = 0.2
/** How close to the words it is, in units of their size, and how far it may overlap them. */
const NEAR = 0.5
const OVER = 0.2
/** The distance at which another mark continues one, in units of its size. */
const NEXT_MARK = 1

/** A unit of length; a raised 2 or 3 makes it a unit of area or volume. */
const UNIT = /(?<!\p{L})[kdcm]?m$/iu
/** The only number that is written with exponents. */
const TEN = /(?<![\d,.])10$/
/** An hour whose minutes may be raised. */
const HOUR = /(?<!\d)(?:[01]?\d|2[0-4])$/
const MINUTES = /^(?:00|15|30|45)$/
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** How many marks are reported. */
const NAMED_MAX = 20

/** Something raised, with the words before and after it on its line. */
interface Raised {
  readonly mark: string
  readonly before: Fragment | undefined
  readonly after: Fragment | undefined
}

/**
 * Removes the raised footnote marks of each page, which are not part of any sentence or number; they are reported. Other
 * raised numbers, as in "m²", "18⁰⁰" and "1 1/2", are kept on their line.
 */
export function withoutRaised(pages: readonly (readonly Fragment[])[]): {
  pages: (readonly Fragment[])[]
  issues: SourceIssue[]
} {
  const found = pages.map(raisedIn)
  const notes = new Set(
    found.flatMap((raised) =>
      [...raised.values()].flatMap(({ before, mark }) => (before ? [] : [withoutSigns(mark)])),
    ),
  )
  const issues: SourceIssue[] = []
  const kept = found.map((raised, index) => {
    const marks = new Set<string>()
    const changed = new Map<Fragment, Fragment | null>()
    for (const fragment of pages[index] ?? []) {
      const one = raised.get(fragment)
      if (!one) continue
      const { mark, before, after } = one
      const text = before ? broughtDown(mark, before, after, notes) : null
      if (before && text !== null) changed.set(fragment, { ...fragment, text, baseline: before.baseline })
      else {
        marks.add(
          `${/\S*$/.exec(before?.text.trimEnd() ?? '')?.[0]} [${mark.replace(/^\[|\]$/g, '')}]`.trim(),
        )
        changed.set(fragment, null)
        // Its place leaves no gap, neither before a full stop nor before a space.
        if (before) changed.set(before, { ...before, right: Math.max(before.right, fragment.right) })
      }
    }
    if (marks.size > 0) {
      const named = [...marks].slice(0, NAMED_MAX).join(', ')
      issues.push({ kind: 'left_out', text: `footnote marks: ${named}`, page: index + 1 })
    }
    return (pages[index] ?? []).flatMap((one) => (changed.has(one) ? (changed.get(one) ?? []) : [one]))
  })
  return { pages: kept, issues }
}

/** What a raised number is if it is not a mark; null for a mark. */
function broughtDown(
  mark: string,
  { text }: Fragment,
  after: Fragment | undefined,
  notes: ReadonlySet<string>,
): string | null {
  const words = text.trimEnd()
  const isFigure = /^\d+$/.test(mark)
  if (isFigure && /^[/⁄]/.test(after?.text ?? '')) return /\d$/.test(text) ? ` ${mark}` : mark
  // "1:a", "3:e".
  if (/\d:$/.test(words)) return mark
  const isMeasure = UNIT.test(words) && /^[23]$/.test(mark)
  const isPower = TEN.test(words) && /^[2-9]$/.test(mark) && !notes.has(mark)
  const isTime = HOUR.test(words) && MINUTES.test(mark) && !notes.has(mark)
  if (!isMeasure && !isPower && !isTime) return null
  return mark.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit)
}

function withoutSigns(mark: string): string {
  return mark.replace(/[^\d\p{L}]/gu, '')
}

/** Raised text of a page that may be a mark. */
function raisedIn(fragments: readonly Fragment[]): Map<Fragment, Raised> {
  const raised = new Map<Fragment, Raised>()
  const candidates = fragments.filter(({ text }) => MARK.test(text.trim()))
  if (candidates.length === 0) return raised
  const [ends, starts] = [new Nearby<Fragment>(), new Nearby<Fragment>()]
  for (const one of fragments) {
    ends.add(one, { x: one.right, y: one.baseline })
    starts.add(one, { x: one.left, y: one.baseline })
  }
  const marks = new Nearby<Fragment>()
  const largest = fragments.reduce((most, { size }) => Math.max(most, size), 0)
  const reach = largest * Math.max(NEAR, RAISED[1])
  for (const one of candidates.toSorted((one, other) => one.left - other.left)) {
    const line = one.baseline + one.size * RAISED[1]
    const before =
      ends.near({ x: one.left, y: line }, reach).find((word) => isAbove(one, word, one.left - word.right)) ??
      // "1, 3" may be drawn in two parts.
      marks
        .near({ x: one.left, y: one.baseline }, largest * NEXT_MARK)
        .flatMap((mark) => (isBesideMark(mark, one) ? (raised.get(mark)?.before ?? []) : []))[0]
    const after = starts
      .near({ x: one.right, y: line }, reach)
      .find((word) => isAbove(one, word, word.left - one.right))
    if (!before && !after) continue
    raised.set(one, { mark: one.text.trim().replace(/[,.:]$/, ''), before, after })
    marks.add(one, { x: one.right, y: one.baseline })
  }
  return raised
}

/** Whether a mark continues another. */
function isBesideMark(mark: Fragment, next: Fragment): boolean {
  const gap = next.left - mark.right
  return mark.baseline === next.baseline && gap > -mark.size * OVER && gap < mark.size * NEXT_MARK
}

/** Whether a mark is raised above words at this distance. */
function isAbove(mark: Fragment, word: Fragment, gap: number): boolean {
  const height = (word.baseline - mark.baseline) / word.size
  const least = mark.size < word.size * SMALLER ? RAISED[0] : RAISED_AS_LARGE
  const isNear = gap > -word.size * OVER && gap < word.size * NEAR
  return isNear && height > least && height < RAISED[1] && mark.size <= word.size
}

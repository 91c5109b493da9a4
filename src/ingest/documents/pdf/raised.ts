import type { SourceIssue } from '../source-text.ts'
import type { Fragment } from './fragments.ts'
import { Nearby } from './nearby.ts'

/** The mark of a footnote, or several: "1", "1, 2", "(1)", "2)", "*", "a". */
const MARK =
  /^[([]?(?:\d{1,3}|[*∗†‡§¶]{1,4}|[a-z])(?: ?[,;–-] ?(?:\d{1,3}|[*∗†‡§¶]{1,4}|[a-z]))*[)\]]?[,.:]?$/u

/** It is so much smaller than the words beside it, and so much higher, in their size … */
const SMALLER = 0.88
const RAISED = [0.12, 0.65] as const
/** … or as large, and so much higher at least. */
const RAISED_AS_LARGE = 0.2
/** So near to the words it stands, in their size, and so far it may reach back over them. */
const NEAR = 0.5
const OVER = 0.2
/** So near to a mark, in its size, another one goes on. */
const NEXT_MARK = 1

/** A unit of length, of which a raised 2 or 3 makes one of area or volume. */
const UNIT = /(?<!\p{L})[kdcm]?m$/iu
/** The one number that powers are written of. */
const TEN = /(?<![\d,.])10$/
/** An hour, whose minutes may be raised. */
const HOUR = /(?<!\d)(?:[01]?\d|2[0-4])$/
const MINUTES = /^(?:00|15|30|45)$/
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** So many of them are named. */
const NAMED_MAX = 20

/** Something raised, and the words before and after it on the line that it is raised above. */
interface Raised {
  readonly mark: string
  readonly before: Fragment | undefined
  readonly after: Fragment | undefined
}

/**
 * The fragments of each page without the raised marks of footnotes, which are no part of any sentence or figure; what
 * these were is named. Other raised figures, as in "m²", "18⁰⁰" and "1 1/2", are brought down to their line as such.
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
        // No gap is left where it stood, before a full stop as before a blank.
        if (before) changed.set(before, { ...before, right: Math.max(before.right, fragment.right) })
      }
    }
    if (marks.size > 0) {
      const named = [...marks].slice(0, NAMED_MAX).join(', ')
      issues.push({ kind: 'left_out', text: `marks of footnotes: ${named}`, page: index + 1 })
    }
    return (pages[index] ?? []).flatMap((one) => (changed.has(one) ? (changed.get(one) ?? []) : [one]))
  })
  return { pages: kept, issues }
}

/** What a raised figure is that is no mark; null for a mark. */
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

/** What is raised on a page and may be a mark. */
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
      // "1, 3" may be drawn in two.
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

/** Whether a mark goes on with another. */
function isBesideMark(mark: Fragment, next: Fragment): boolean {
  const gap = next.left - mark.right
  return mark.baseline === next.baseline && gap > -mark.size * OVER && gap < mark.size * NEXT_MARK
}

/** Whether a mark is raised above words that it stands so far from. */
function isAbove(mark: Fragment, word: Fragment, gap: number): boolean {
  const height = (word.baseline - mark.baseline) / word.size
  const least = mark.size < word.size * SMALLER ? RAISED[0] : RAISED_AS_LARGE
  const isNear = gap > -word.size * OVER && gap < word.size * NEAR
  return isNear && height > least && height < RAISED[1] && mark.size <= word.size
}

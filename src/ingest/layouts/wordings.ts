import type { Source, Span } from '../text/source.ts'

/** The longer words of a wording, by which it is recognised. */
export function longerWords(source: Source, span: Span): ReadonlySet<string> {
  return new Set(source.foldedSlice(span).match(/\p{L}{4,}/gu) ?? [])
}

/** Words that begin with this many equal letters count as the same, whatever their endings. */
const WORD_BEGINS = 8

/** The longer words of a wording, without their endings. */
export function wordBeginnings(source: Source, span: Span): string[] {
  return [...longerWords(source, span)].map((word) => word.slice(0, WORD_BEGINS))
}

/** Whether two wordings state the same promise: most longer words of the shorter one are in the other. */
export function isSameWording(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  if (few.size === 0 || few.size / many.size < 0.5) return false
  return [...few].filter((word) => many.has(word)).length / few.size >= 0.75
}

import type { ValueOf } from '../../datasets/dataset.ts'
import type { targetPer } from '../../datasets/vocabularies/promises.ts'
import type { ReadableText } from '../layouts/page.ts'
import type { Span } from '../text/source.ts'
import type { FoundTerm } from '../text/terms.ts'

export type TargetPer = ValueOf<typeof targetPer>

/** The period that a number refers to: "två gånger per termin". `per` is null if our list has no such period: "per helg". */
export interface TargetTime extends Span {
  readonly per: TargetPer | null
}

/** "två gånger i veckan" */
const RIGHT_AFTER = /^(?: +|\/)(?:(?:per|i|om|varje|under|på|för|\/) *)?$/
/** "… möten på torget per år": no other number comes between. */
const LATER = /^[”"]?(?: [^.,;:()\d]{1,50}?)? (?:per|varje|om) $/
/** "… insatser ska göras under perioden" */
const LATER_UNDER = /^[”"]?(?: [^.,;:()\d]{1,50}?)? under (?:hela )?$/
const LATER_OWN = /^[”"]?(?: [^.,;:()\d]{1,50}?)? $/
const LATER_REACH = 80
/** Wordings that state a repetition by themselves: "varannan vecka", "per skola", "årligen". */
const SAYS_EACH = /^(?:var|per |årligen)/
const BEFORE = /(?<!\p{L})(?:varje|per) +$/u
const UNDER = /(?<!\p{L})under +(?:hela +)?$/u

/** The period of a number and its unit: right after them, further on, or before. */
export function targetTime(
  { source, lookups }: ReadableText,
  span: Span,
  { start, end }: Span,
): TargetTime | null {
  const times = lookups.targetTimes(source, span)
  const between = (time: Span) => source.folded.slice(end, time.start)
  const saysEach = (time: Span) => SAYS_EACH.test(source.foldedSlice(time))
  const isAfter = (time: Span) =>
    time.start >= end &&
    RIGHT_AFTER.test(between(time)) &&
    !/^ \d/.test(source.folded.slice(time.end, time.end + 2))
  const isOfAgreement = ({ value }: FoundTerm<TargetPer | null>) => value === 'year' || value === 'period'
  const isLater = (time: FoundTerm<TargetPer | null>) =>
    time.start >= end &&
    time.end - end <= LATER_REACH &&
    ((saysEach(time) ? LATER_OWN : LATER).test(between(time)) ||
      (isOfAgreement(time) && LATER_UNDER.test(between(time))))
  const isBefore = (time: FoundTerm<TargetPer | null>) => {
    const words = source.folded.slice(span.start, time.start)
    const isUnder = isOfAgreement(time) && UNDER.test(words)
    return time.end <= start && time.value !== null && (saysEach(time) || BEFORE.test(words) || isUnder)
  }
  const time = times.find(isAfter) ?? times.find(isLater) ?? times.find(isBefore)
  return time === undefined ? null : { start: time.start, end: time.end, per: time.value }
}

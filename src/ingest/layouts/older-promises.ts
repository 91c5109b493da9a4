import type { Span } from '../text/source.ts'
import { periodsIn } from '../values/period.ts'
import type { Candidate } from './candidate.ts'
import type { Page } from './page.ts'

/**
 * Leaves out sentences that promise for an older period than others of the page: "Löfte för 2025–2026: … lovar att …" above
 * "Löfte för 2023–2024: … lovar att …". Overlapping periods belong to one promise.
 */
export function withoutOlder(
  { source }: Page,
  candidates: readonly Candidate[],
): { kept: readonly Candidate[]; older: readonly Span[] } {
  const yearsOf = ({ rule, leadIn }: Candidate) => {
    const [period] = rule === 'promise-sentence' && leadIn !== null ? periodsIn(source, leadIn) : []
    if (!leadIn || !period || !NAMES_PROMISE.test(source.folded.slice(leadIn.start, period.start)))
      return null
    return { from: period.from.slice(0, 4), to: (period.to ?? period.from).slice(0, 4) }
  }
  const latest = candidates.reduce((most, each) => {
    const from = yearsOf(each)?.from ?? ''
    return from > most ? from : most
  }, '')
  const isOlder = (each: Candidate) => {
    const years = yearsOf(each)
    return years !== null && years.to < latest
  }
  const left = candidates.filter(isOlder)
  const goals = new Set(left)
  return {
    kept: candidates.filter((each) => !goals.has(each) && !(each.goal !== null && goals.has(each.goal))),
    older: left.flatMap(({ leadIn }) => leadIn ?? []),
  }
}

const NAMES_PROMISE = /löfte\p{L}*(?: +(?:för|under|avseende|perioden|åren|år))* *$/u

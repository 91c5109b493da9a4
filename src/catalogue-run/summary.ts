import type { RunEnd } from './run.ts'
import { type AddressState, type Outcome, outcomes, type RunState } from './run-state.ts'
import type { ReaderCounts } from './third-reader.ts'

/** The number of addresses by outcome. */
type OutcomeCounts = { readonly [O in Outcome]: number }

/** The result of a run: what was new in it, and the state of all addresses. */
export interface RunSummary {
  readonly addresses: number
  readonly hosts: number
  readonly asked: number
  readonly recent: number
  readonly left: number
  readonly inRun: OutcomeCounts
  readonly inAll: OutcomeCounts
  /** Addresses that are gone and were read from an archived copy. */
  readonly copies: number
  /** How often a third reader was asked; null if none is configured. */
  readonly thirdReader: ReaderCounts | null
  /** Why addresses failed, were gone or not an agreement, the most frequent reason first. */
  readonly reasons: readonly { readonly outcome: Outcome; readonly sort: string; readonly count: number }[]
}

export function summaryOf({ asked, recent, left, thirdReader }: RunEnd, state: RunState): RunSummary {
  const statesOf = (of: readonly { url: string }[]) => of.flatMap(({ url }) => state.of(url) ?? [])
  const all = [...asked, ...recent, ...left.filter((each) => !asked.includes(each))]
  const standing = statesOf(all)
  const reasons = Map.groupBy(
    standing.filter(({ sort }) => sort !== null),
    ({ outcome, sort }) => `${outcome}: ${sort}`,
  )
  return {
    addresses: all.length,
    hosts: new Set(all.map(({ url }) => new URL(url).host)).size,
    asked: asked.length,
    recent: recent.length,
    left: left.length,
    inRun: countOutcomes(statesOf(asked)),
    inAll: countOutcomes(standing),
    copies: standing.filter(({ copy }) => copy !== null).length,
    thirdReader,
    reasons: [...reasons.values()]
      .flatMap((each) => {
        const [{ outcome, sort } = {}] = each
        return outcome && sort ? [{ outcome, sort, count: each.length }] : []
      })
      .sort((one, other) => other.count - one.count),
  }
}

function countOutcomes(states: readonly AddressState[]): OutcomeCounts {
  const counts = outcomes.map((outcome) => [
    outcome,
    states.filter((each) => each.outcome === outcome).length,
  ])
  return Object.fromEntries(counts) // it has every outcome
}

/** Further reasons are counted together. */
const REASONS_SHOWN = 5

function readerLine({ model, asked, failed, reason, notAsked }: ReaderCounts): string {
  const unused =
    failed > 0 ? `; ${failed} of its responses could not be used; the last reason: ${reason}` : ''
  const left = notAsked > 0 ? `; it was not asked about ${notAsked} more` : ''
  return `the third reader (${model}) was asked about ${asked} documents${unused}${left}`
}

/** A summary in at most twenty lines, however many addresses there are. */
export function summaryLines(summary: RunSummary): string[] {
  const { addresses, hosts, asked, recent, left, inRun, inAll, copies, thirdReader, reasons } = summary
  const width = Math.max(8, String(addresses).length)
  const row = (name: string, run: number | string, all: number | string) =>
    `  ${name.padEnd(18)}${String(run).padStart(width)}${String(all).padStart(width)}`
  const shown = reasons.slice(0, REASONS_SHOWN)
  const others = reasons.slice(REASONS_SHOWN).reduce((sum, { count }) => sum + count, 0)
  const asides = [
    ...(copies > 0 ? [`${copies} pages that are gone were read from a copy in a web archive`] : []),
    ...(thirdReader === null ? [] : [readerLine(thirdReader)]),
  ]
  return [
    `${addresses} addresses on ${hosts} hosts: ${asked} requested, ${recent} responded recently, ${left} left to the next run`,
    '',
    row('', 'this run', 'in total'),
    ...outcomes.map((outcome) => row(outcome, inRun[outcome], inAll[outcome])),
    ...(asides.length > 0 ? ['', ...asides] : []),
    ...(shown.length > 0 ? ['', 'Reasons, in total:'] : []),
    ...shown.map(({ outcome, sort, count }) => `  ${String(count).padStart(5)}  ${outcome}: ${sort}`),
    ...(others > 0 ? [`  ${String(others).padStart(5)}  other reasons (--json names each)`] : []),
  ]
}

import type { Candidate } from '../layouts/candidate.ts'
import type { Page } from '../layouts/page.ts'
import type { ListProposal } from '../third-reader/proposals.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** The part of the items that must be quoted. */
const LEAST_QUOTED = 0.5

/** The proposal for a list, if the third reader quotes its items verbatim. */
export function proposalFor({ source, proposals }: Page, items: readonly Candidate[]): ListProposal | null {
  const isQuoted = (list: ListProposal) => {
    const quoted = items.filter(({ span }) => {
      const own = source.slice(span)
      return list.items.some((quote) => own.includes(quote) && quote.length >= own.length / 2)
    })
    return quoted.length >= items.length * LEAST_QUOTED
  }
  return proposals?.lists.find(isQuoted) ?? null
}

/** A third reader's proposal for a list. It outweighs the place of the list, but not an explicit word. */
export function thirdReaderWitness(page: Page, items: readonly Candidate[]): Testimony[] {
  const proposal = proposalFor(page, items)
  if (!proposal || !page.proposals) return []
  return [
    { witness: 'third-reader', says: proposal.kind, weight: WEIGHT.thirdReader, saw: page.proposals.reader },
  ]
}

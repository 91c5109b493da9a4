import type { Candidate } from '../layouts/candidate.ts'
import type { Page } from '../layouts/page.ts'
import type { ListProposal } from '../third-reader/proposals.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** So large a part of the items must be quoted. */
const LEAST_QUOTED = 0.5

/** The proposal for a list, if the third reader quotes its items word for word. */
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

/** What a third reader proposes that a list is. It outweighs the place of the list, and no explicit word. */
export function thirdReaderWitness(page: Page, items: readonly Candidate[]): Testimony[] {
  const proposal = proposalFor(page, items)
  if (!proposal || !page.proposals) return []
  return [
    { witness: 'third-reader', says: proposal.kind, weight: WEIGHT.thirdReader, saw: page.proposals.reader },
  ]
}

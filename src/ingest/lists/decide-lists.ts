import type { CataloguedCommitment } from '../catalogue.ts'
import { CONFIDENCE, type Confidence } from '../confidence.ts'
import type { Candidate, CommitmentList } from '../layouts/candidate.ts'
import type { Page } from '../layouts/page.ts'
import { catalogueWitness } from './catalogue.ts'
import { itemsWitness } from './items.ts'
import { linksWitness } from './links.ts'
import { nothingAboveTestimony, positionTestimony } from './order.ts'
import { secondReaderWitness } from './second-reader/second-reader.ts'
import { agreedKind, EXPLICIT, type ListKind, type Testimony } from './testimony.ts'
import { thirdReaderWitness } from './third-reader.ts'

/** A list with its decided kind, and who said what about it. */
export interface DecidedList {
  readonly items: readonly Candidate[]
  readonly kind: ListKind
  readonly testimony: readonly Testimony[]
  readonly confidence: Confidence
}

/** The first promise of a page, as far as words or places tell. */
export function firstPromise(candidates: readonly Candidate[]): Candidate | null {
  return candidates.find(({ tone }) => tone === 'promise') ?? null
}

/** Decides the kind of each list of a page: one decision for all of its items, from all of its witnesses. */
export function decideLists(
  page: Page,
  candidates: readonly Candidate[],
  catalogued: readonly CataloguedCommitment[],
): DecidedList[] {
  const first = firstPromise(candidates)
  const lists = itemsOfLists(candidates)
  const hasPromise = first !== null || candidates.some(({ tone }) => tone === 'open' || tone === 'weak')
  return lists.map((items, index) => {
    const said = eachOnce(items.flatMap(({ testimony = [] }) => testimony))
    const [item] = items as [Candidate]
    const isUnsaid = agreedKind(said) === null || isByHeadingAlone(item, first)
    const placed = isUnsaid ? [positionTestimony(page.source, first, item)] : []
    const known = [
      ...said,
      ...linksWitness(page.source, items),
      ...thirdReaderWitness(page, items),
      ...catalogueWitness(page, catalogued, items),
      ...itemsWitness(page, items),
      ...placed,
    ]
    const alone = !hasPromise && agreedKind(known) === 'activities' ? [nothingAboveTestimony()] : []
    const place = { index, count: lists.length, size: items.length }
    const testimony = [...known, ...alone, ...secondReaderWitness(page, items, place)]
    const kind = agreedKind(testimony) ?? 'promises'
    return { items, kind, testimony, confidence: confidenceOf(testimony, kind) }
  })
}

/**
 * Whether a heading alone, "Våra åtaganden", makes promises of a list, below a sentence that promises something: what it
 * lists may be how that is kept, so its place is heard too.
 */
function isByHeadingAlone({ tone, leadIn, section }: Candidate, first: Candidate | null): boolean {
  const isOfHeading = tone === 'promise' && leadIn !== null && leadIn === section.heading?.span
  return isOfHeading && first?.rule === 'promise-sentence' && first.section !== section
}

/** The items of each list, in page order. */
function itemsOfLists(candidates: readonly Candidate[]): Candidate[][] {
  const lists = new Map<CommitmentList, Candidate[]>()
  for (const candidate of candidates) {
    if (!candidate.list) continue
    const items = lists.get(candidate.list)
    if (items) items.push(candidate)
    else lists.set(candidate.list, [candidate])
  }
  return [...lists.values()].sort((a, b) => (a[0]?.span.start ?? 0) - (b[0]?.span.start ?? 0))
}

/** What witnesses said about the items of a list, each word once. */
function eachOnce(testimony: readonly Testimony[]): Testimony[] {
  return [...new Map(testimony.map((each) => [`${each.witness} ${each.says}`, each])).values()]
}

/** How certain a decision is: whether a witness is explicit, and whether others disagree. */
function confidenceOf(testimony: readonly Testimony[], kind: ListKind): Confidence {
  // Areas that were kept are promises.
  const isSame = ({ says }: Testimony) => says === kind || (says === 'promises' && kind === 'areas')
  const isExplicit = testimony.some((each) => isSame(each) && each.weight >= EXPLICIT)
  const others = testimony.filter((each) => !isSame(each))
  if (isExplicit) return others.length === 0 ? CONFIDENCE.stated : CONFIDENCE.inferred
  return others.length === 0 ? CONFIDENCE.placed : CONFIDENCE.doubtful
}

import type { Grouped } from './dimensions.ts'
import type { AgreementFact, CommitmentFact, Facts } from './facts.ts'
import type { CountedGroup, GroupKey } from './groups.ts'
import { OF_COMMITMENTS, type OfCommitments, Tally } from './tally.ts'

/** A selection of the facts to count. */
export interface CountedFacts {
  readonly agreements: (fact: AgreementFact) => boolean
  readonly commitments: (fact: CommitmentFact) => boolean
}

/**
 * Counts facts by one grouping, or by two at once. With two, empty groups are omitted. With one, promises and activities
 * are counted only once a number of them is read: often it is agreements alone.
 */
export function countGroups(
  facts: Facts,
  [one, other]: readonly [Grouped, Grouped?],
  counted: CountedFacts,
  researched: (keys: readonly (GroupKey | null)[]) => number | null,
): CountedGroup[] {
  const groups: (Tally | undefined)[] = []
  const width = other?.groups.length ?? 1
  const only = [0]
  const add = (first: readonly number[], second: readonly number[], to: (tally: Tally) => void) => {
    for (const row of first) {
      for (const column of second) {
        const at = row * width + column
        const tally = groups[at] ?? new Tally()
        groups[at] = tally
        to(tally)
      }
    }
  }
  let isCounted = false
  function countCommitments(): void {
    if (isCounted) return
    isCounted = true
    for (const fact of facts.commitments) {
      if (!counted.commitments(fact)) continue
      add(one.ofCommitment(fact), other?.ofCommitment(fact) ?? only, (tally) => tally.addCommitment(fact))
    }
  }
  for (const fact of facts.agreements) {
    if (!counted.agreements(fact)) continue
    add(one.ofAgreement(fact), other?.ofAgreement(fact) ?? only, (tally) => tally.addAgreement(fact))
  }
  const others = one.groups.length - 1
  const isIn = (at: number) =>
    groups[at] !== undefined ||
    (one.hasOwn &&
      facts.commitments.some((fact) => counted.commitments(fact) && one.ofCommitment(fact).includes(at)))
  if (other) countCommitments()
  return one.groups.flatMap((first, row) =>
    (other?.groups ?? [null]).flatMap((second, column) => {
      const at = row * width + column
      // With one grouping, empty groups are included, so that charts have the same axis.
      if (other ? !groups[at] : row === others && !isIn(at)) return []
      return countedGroup(
        { key: first.key, label: first.label, second, municipalitiesResearched: researched([first, second]) },
        () => groups[at] ?? new Tally(),
        countCommitments,
      )
    }),
  )
}

/** What a group is known by, before anything of it is counted. */
type NamedGroup = Pick<CountedGroup, 'key' | 'label' | 'second' | 'municipalitiesResearched'>

/** A group whose promises and activities are counted when a number of them is first read. */
function countedGroup(named: NamedGroup, tally: () => Tally, countCommitments: () => void): CountedGroup {
  let numbers: OfCommitments | undefined
  const read = () => {
    countCommitments()
    numbers ??= tally().ofCommitments()
    return numbers
  }
  const later = Object.fromEntries(
    OF_COMMITMENTS.map((name) => [name, { get: () => read()[name], enumerable: true }]),
  )
  return Object.defineProperties({ ...named, ...tally().ofAgreements() }, later) as CountedGroup // with all the others
}

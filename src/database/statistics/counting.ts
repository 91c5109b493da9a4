import type { Grouped } from './dimensions.ts'
import type { AgreementFact, CommitmentFact, Facts } from './facts.ts'
import type { CountedGroup, GroupKey } from './groups.ts'
import { OF_COMMITMENTS, type OfAgreements, type OfCommitments, Tally } from './tally.ts'

/** A selection of the facts to count. */
export interface CountedFacts {
  readonly agreement: (fact: AgreementFact) => boolean
  /** Of an agreement that is counted, which promises and activities are; null for all of them. */
  readonly commitment: ((fact: CommitmentFact) => boolean) | null
}

/** The groups of the second grouping, if there is none. */
const ONLY = [0]

/**
 * Counts facts by one grouping, or by two at once. With two, empty groups are omitted. With one, promises and activities
 * are counted only once a number of them is read: often it is agreements alone.
 */
export function countGroups(
  { agreements }: Facts,
  [one, other]: readonly [Grouped, Grouped?],
  counted: CountedFacts,
  researched: (keys: readonly (GroupKey | null)[]) => number | null,
): CountedGroup[] {
  const groups: (Tally | undefined)[] = []
  const width = other?.groups.length ?? 1
  const tallyAt = (row: number, column: number): Tally => {
    const at = row * width + column
    const tally = groups[at] ?? new Tally()
    groups[at] = tally
    return tally
  }
  const countedAgreements = agreements.filter(counted.agreement)
  const commitmentsOf = ({ commitments }: AgreementFact) =>
    counted.commitment ? commitments.filter(counted.commitment) : commitments
  let isCounted = false
  function countCommitments(): void {
    if (isCounted) return
    isCounted = true
    for (const fact of countedAgreements) {
      const [rows, columns] = [one.ofAgreement(fact), other?.ofAgreement(fact) ?? ONLY]
      for (const commitment of commitmentsOf(fact)) {
        const ownRows = one.ofCommitment?.(commitment.traits) ?? rows
        const ownColumns = other?.ofCommitment?.(commitment.traits) ?? columns
        for (const row of ownRows) {
          for (const column of ownColumns) tallyAt(row, column).addCommitment(commitment, fact)
        }
      }
    }
  }
  for (const fact of countedAgreements) {
    for (const row of one.ofAgreement(fact)) {
      for (const column of other?.ofAgreement(fact) ?? ONLY) tallyAt(row, column).addAgreement(fact)
    }
  }
  const others = one.groups.length - 1
  const none = new Tally()
  const { ofCommitment } = one
  const isIn = (at: number) =>
    groups[at] !== undefined ||
    (ofCommitment !== null &&
      countedAgreements.some((fact) =>
        commitmentsOf(fact).some(({ traits }) => ofCommitment(traits).includes(at)),
      ))
  if (other) countCommitments()
  return one.groups.flatMap((first, row) =>
    (other?.groups ?? [null]).flatMap((second, column) => {
      const at = row * width + column
      // With one grouping, empty groups are included, so that charts have the same axis.
      if (other ? !groups[at] : row === others && !isIn(at)) return []
      return countedGroup(
        { key: first.key, label: first.label, second, municipalitiesResearched: researched([first, second]) },
        () => groups[at] ?? none,
        countCommitments,
      )
    }),
  )
}

/** The fields of a group that need no counting. */
type NamedGroup = Pick<CountedGroup, 'key' | 'label' | 'second' | 'municipalitiesResearched'>

/** A group whose promises and activities are counted when a number of them is first read. */
class LaterCounted {
  readonly #read: () => OfCommitments

  static {
    // Getters of the class: to define them for each of hundreds of groups would take longer than to count.
    for (const name of OF_COMMITMENTS) {
      Object.defineProperty(LaterCounted.prototype, name, {
        get(this: LaterCounted) {
          return this.#read()[name]
        },
      })
    }
  }

  constructor(known: NamedGroup & OfAgreements, read: () => OfCommitments) {
    Object.assign(this, known)
    this.#read = read
  }
}

function countedGroup(named: NamedGroup, tally: () => Tally, countCommitments: () => void): CountedGroup {
  let numbers: OfCommitments | undefined
  const read = () => {
    countCommitments()
    numbers ??= tally().ofCommitments()
    return numbers
  }
  return new LaterCounted({ ...named, ...tally().ofAgreements() }, read) as unknown as CountedGroup // with the getters
}

import type { Statements } from '../statements.ts'
import { type CountedFacts, type CountedGroup, countGroups, type GroupKey } from './counting.ts'
import { type DimensionName, type Grouped, groupedBy } from './dimensions.ts'
import { type AgreementFact, type CommitmentFact, type Facts, readStatisticsFacts } from './facts.ts'
import { researchedIn } from './researched.ts'

/** What is counted, by keys. Null means all. */
export interface CountedKeys {
  /** Agreements, with all of their promises and activities. */
  readonly filtered: ReadonlySet<string> | null
  /** The results of a search: agreements that it finds or in which it finds something, and of the latter only what it finds. */
  readonly found: {
    readonly agreements: ReadonlySet<string>
    readonly commitments: ReadonlySet<string>
  } | null
}

/** Thrown when there are more promises and activities than can be counted in memory. */
export class TooManyFacts extends Error {
  override readonly name = 'TooManyFacts'
}

/** Counts by group, for one state of the data: in memory, from facts that are read when they are first needed. */
export class Statistics {
  readonly #statements: Statements
  readonly #grouped = new Map<DimensionName, Grouped>()
  #reading: Promise<Facts | null> | null = null

  constructor(statements: Statements) {
    this.#statements = statements
  }

  /**
   * Counts by one grouping, or by two at once.
   *
   * @throws {TooManyFacts} when there are more promises and activities than `MAX_COMMITMENTS`.
   */
  async count(
    [one, other]: readonly [DimensionName, DimensionName | undefined],
    keys: CountedKeys,
  ): Promise<CountedGroup[]> {
    const facts = await this.#facts()
    if (!facts) throw new TooManyFacts()
    const grouped = (name: DimensionName) => this.#groupedBy(name, facts)
    const researched = (keys: readonly (GroupKey | null)[]) => researchedIn(facts, [one, other], keys)
    const ways: [Grouped, Grouped?] = other ? [grouped(one), grouped(other)] : [grouped(one)]
    return countGroups(facts, ways, countedOf(keys), researched)
  }

  #facts(): Promise<Facts | null> {
    this.#reading ??= readStatisticsFacts(this.#statements).catch((error: unknown) => {
      this.#reading = null
      throw error
    })
    return this.#reading
  }

  #groupedBy(name: DimensionName, facts: Facts): Grouped {
    const grouped = this.#grouped.get(name) ?? groupedBy(name, facts)
    this.#grouped.set(name, grouped)
    return grouped
  }
}

function countedOf({ filtered, found }: CountedKeys): CountedFacts {
  const passes = ({ id }: AgreementFact) => filtered === null || filtered.has(id)
  const isFound = ({ id }: CommitmentFact) => found === null || found.commitments.has(id)
  return {
    agreements: (fact) =>
      passes(fact) && (found === null || found.agreements.has(fact.id) || fact.commitments.some(isFound)),
    commitments: (fact) => passes(fact.agreement) && isFound(fact),
  }
}

import { LRUCache } from 'lru-cache'
import type { Statements } from '../statements.ts'
import { type CountedFacts, countGroups } from './counting.ts'
import { type DimensionName, type Grouped, groupedBy } from './dimensions.ts'
import type { AgreementFact, CommitmentFact, Facts } from './facts.ts'
import type { CountedGroup, GroupKey } from './groups.ts'
import { readStatisticsFacts } from './read-facts.ts'
import { researchedIn } from './researched.ts'

/** A statement that selects the ids of agreements. */
export interface AgreementSelection {
  readonly sql: string
  readonly params: readonly unknown[]
}

/** What is counted. Null means all. */
export interface CountedSelection {
  /** Agreements, with all of their promises and activities. */
  readonly filtered: AgreementSelection | null
  /** The results of a search: agreements that it finds or in which it finds something, and of the latter only what it finds. */
  readonly found: {
    readonly agreements: ReadonlySet<string>
    readonly commitments: ReadonlySet<string>
  } | null
}

/** The memory of the ids of filtered agreements: each page counts by a few filters, several times each. */
export const SELECTED_BYTES = 2 * 1024 * 1024
/** The memory of an id besides its text, and of a set. */
const ID_BYTES = 80

/** Thrown when there are more promises and activities than can be counted in memory. */
export class TooManyFacts extends Error {
  override readonly name = 'TooManyFacts'
}

/**
 * Counts by group, for one state of the data: in memory, from facts that are read when they are first needed. Counts of
 * everything by one grouping are kept.
 */
export class Statistics {
  readonly #statements: Statements
  readonly #grouped = new Map<DimensionName, Grouped>()
  readonly #ofAll = new Map<DimensionName, CountedGroup[]>()
  readonly #selected = new LRUCache<string, ReadonlySet<string>>({
    maxSize: SELECTED_BYTES,
    sizeCalculation: (ids, key) =>
      2 * key.length + ID_BYTES + [...ids].reduce((sum, id) => sum + id.length + ID_BYTES, 0),
  })
  readonly #selecting = new Map<string, Promise<ReadonlySet<string>>>()
  #reading: Promise<Facts | null> | null = null

  constructor(statements: Statements) {
    this.#statements = statements
  }

  /** Begins to read the facts, so that nobody has to wait for them later. */
  prepare(): void {
    this.#facts().catch(() => {}) // the query that needs them reads them again, and tells why it fails
  }

  /**
   * Counts by one grouping, or by two at once.
   *
   * @throws {TooManyFacts} when there are more promises and activities than `MAX_COMMITMENTS`.
   */
  async count(
    [one, other]: readonly [DimensionName, DimensionName | undefined],
    { filtered, found }: CountedSelection,
  ): Promise<CountedGroup[]> {
    const facts = await this.#facts()
    if (!facts) throw new TooManyFacts()
    const isOfAll = other === undefined && filtered === null && found === null
    const known = isOfAll ? this.#ofAll.get(one) : undefined
    if (known) return known
    const grouped = (name: DimensionName) => this.#groupedBy(name, facts)
    const researched = (keys: readonly (GroupKey | null)[]) => researchedIn(facts, [one, other], keys)
    const ways: [Grouped, Grouped?] = other ? [grouped(one), grouped(other)] : [grouped(one)]
    const ids = filtered && (await this.#selectedBy(filtered))
    const counted = countGroups(facts, ways, countedOf(ids, found), researched)
    if (isOfAll) this.#ofAll.set(one, counted)
    return counted
  }

  /** The ids that a statement selects. Fields of one query that count by the same filter share one reading. */
  async #selectedBy({ sql, params }: AgreementSelection): Promise<ReadonlySet<string>> {
    const key = JSON.stringify([sql, params])
    const known = this.#selected.get(key) ?? this.#selecting.get(key)
    if (known) return known
    const selecting = this.#select(sql, params).finally(() => this.#selecting.delete(key))
    this.#selecting.set(key, selecting)
    this.#selected.set(key, await selecting)
    return selecting
  }

  async #select(sql: string, params: readonly unknown[]): Promise<ReadonlySet<string>> {
    const [row] = await this.#statements.rows(`select array(${sql})`, params) // each row would take time of its own
    return new Set(row?.[0] as string[]) // as selected
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

function countedOf(ids: ReadonlySet<string> | null, found: CountedSelection['found']): CountedFacts {
  const passes = ({ id }: AgreementFact) => ids === null || ids.has(id)
  if (found === null) return { agreement: passes, commitment: null }
  const isFound = ({ id }: CommitmentFact) => found.commitments.has(id)
  return {
    agreement: (fact) => passes(fact) && (found.agreements.has(fact.id) || fact.commitments.some(isFound)),
    commitment: isFound,
  }
}

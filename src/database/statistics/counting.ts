import type { Text } from '../../datasets/dataset.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import type { Grouped } from './dimensions.ts'
import type { AgreementFact, CommitmentFact, Facts } from './facts.ts'

/** How many of how many, counting only those for which both answers are possible. Without any, there is no share. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly share: number | null
  readonly shareUnknownReason: 'nothing' | 'not_looked_for' | null
}

/** A share while it is being counted. */
interface Part {
  count: number
  of: number
}

/** Numbers for transcribed agreements, and for catalogued ones. */
export interface ByExtent {
  transcribed: number
  catalogued: number
}

/** The targets of one kind in a group. */
export interface TargetCount {
  readonly what: NonNullable<CommitmentFact['what']>
  readonly label: Text
  readonly count: number
  readonly byExtent: ByExtent
  readonly agreements: number
  readonly municipalities: number
  readonly withNumberPerYear: number
  readonly sumPerYear: number | null
  readonly minPerYear: number | null
  readonly maxPerYear: number | null
}

/** The key of a group, in one grouping. */
export interface GroupKey {
  readonly key: string | null
  readonly label: Text
}

/** The numbers of one group, with their names in the API. */
export interface CountedGroup extends GroupKey {
  /** How many municipalities were researched for the year; null if groups are not years. */
  readonly municipalitiesResearched: number | null
  /** The other group, if there are two groupings. */
  readonly second: GroupKey | null
  readonly agreements: ByExtent
  readonly municipalities: number
  readonly promises: number
  readonly promisesByExtent: ByExtent
  readonly activities: number
  readonly activitiesByExtent: ByExtent
  /** Whether there may be more promises and activities: an agreement was not read to the end, or its promises are not listed. */
  readonly atLeast: boolean
  readonly promisesWithTarget: Share
  readonly promisesWithActor: Share
  readonly promisesReported: Share
  readonly activitiesWithTarget: Share
  readonly activitiesWithActor: Share
  readonly activitiesReported: Share
  readonly agreementsWithFollowUp: Share
  readonly targets: readonly TargetCount[]
  /** How many targets have a number of which it is not recorded what it counts. */
  readonly targetsOfUnknownKind: number
}

/** A selection of the facts to count. */
export interface CountedFacts {
  readonly agreements: (fact: AgreementFact) => boolean
  readonly commitments: (fact: CommitmentFact) => boolean
}

/** Counts facts by one grouping, or by two at once. With two, empty groups are omitted. */
export function countGroups(
  facts: Facts,
  [one, other]: readonly [Grouped, Grouped?],
  counted: CountedFacts,
  researched: (keys: readonly (GroupKey | null)[]) => number | null,
): CountedGroup[] {
  const groups: (Tally | undefined)[] = []
  const width = other?.groups.length ?? 1
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
  const only = [0]
  for (const fact of facts.agreements) {
    if (!counted.agreements(fact)) continue
    add(one.ofAgreement(fact), other?.ofAgreement(fact) ?? only, (tally) => tally.addAgreement(fact))
  }
  for (const fact of facts.commitments) {
    if (!counted.commitments(fact)) continue
    add(one.ofCommitment(fact), other?.ofCommitment(fact) ?? only, (tally) => tally.addCommitment(fact))
  }
  return one.groups.flatMap((first, row) =>
    (other?.groups ?? [null]).flatMap((second, column) => {
      const tally = groups[row * width + column]
      // With one grouping, empty groups are included, so that charts have the same axis.
      if (!tally && (other || first.key === null)) return []
      return (tally ?? new Tally()).group(first, second, researched([first, second]))
    }),
  )
}

/** The counters of one group. */
class Tally {
  readonly #agreements: ByExtent = { transcribed: 0, catalogued: 0 }
  readonly #promises: ByExtent = { transcribed: 0, catalogued: 0 }
  readonly #activities: ByExtent = { transcribed: 0, catalogued: 0 }
  readonly #municipalities = new Set<string>()
  readonly #targets = new Map<TargetCount['what'], TargetTally>()
  readonly #parts = {
    promisesWithTarget: { count: 0, of: 0 },
    promisesWithActor: { count: 0, of: 0 },
    promisesReported: { count: 0, of: 0 },
    activitiesWithTarget: { count: 0, of: 0 },
    activitiesWithActor: { count: 0, of: 0 },
    activitiesReported: { count: 0, of: 0 },
    agreementsWithFollowUp: { count: 0, of: 0 },
  }
  #atLeast = false
  #targetsOfUnknownKind = 0

  addAgreement({ extent, municipalities, seen, isFollowUpPromised }: AgreementFact): void {
    this.#agreements[extent]++
    for (const code of municipalities) this.#municipalities.add(code)
    if (seen === 'beginning' || seen === 'none_listed') this.#atLeast = true
    // For catalogued agreements it was recorded that they promise a follow-up, but not that they promise none.
    if (extent === 'transcribed') addTo(this.#parts.agreementsWithFollowUp, isFollowUpPromised)
  }

  addCommitment(fact: CommitmentFact): void {
    const { isPromise, agreement, what, hasTarget, reportState, activities } = fact
    const [counts, name] = isPromise
      ? ([this.#promises, 'promises'] as const)
      : ([this.#activities, 'activities'] as const)
    counts[agreement.extent]++
    addTo(this.#parts[`${name}WithTarget`], hasTarget || activities.some((each) => each.hasTarget))
    addTo(
      this.#parts[`${name}WithActor`],
      fact.actors.length > 0 || activities.some(({ actors }) => actors.length > 0),
    )
    if (reportState !== 'not_researched') addTo(this.#parts[`${name}Reported`], reportState === 'found')
    if (agreement.seen === 'beginning') this.#atLeast = true
    if (!hasTarget) return
    if (what === null) {
      this.#targetsOfUnknownKind++
      return
    }
    const target = this.#targets.get(what) ?? new TargetTally(what)
    this.#targets.set(what, target)
    target.add(fact)
  }

  group(first: GroupKey, second: GroupKey | null, municipalitiesResearched: number | null): CountedGroup {
    const { transcribed, catalogued } = this.#agreements
    const [promises, activities] = [total(this.#promises), total(this.#activities)]
    const targets = Array.from(this.#targets.values(), (target) => target.counted())
    const parts = this.#parts
    const isCatalogued = transcribed === 0 && catalogued > 0
    return {
      key: first.key,
      label: first.label,
      second,
      municipalitiesResearched,
      agreements: this.#agreements,
      municipalities: this.#municipalities.size,
      promises,
      promisesByExtent: this.#promises,
      activities,
      activitiesByExtent: this.#activities,
      atLeast: this.#atLeast,
      promisesWithTarget: groupShare(parts.promisesWithTarget, isCatalogued),
      promisesWithActor: groupShare(parts.promisesWithActor, isCatalogued),
      promisesReported: groupShare(parts.promisesReported, promises > 0 || isCatalogued),
      activitiesWithTarget: groupShare(parts.activitiesWithTarget, isCatalogued),
      activitiesWithActor: groupShare(parts.activitiesWithActor, isCatalogued),
      activitiesReported: groupShare(parts.activitiesReported, activities > 0 || isCatalogued),
      agreementsWithFollowUp: groupShare(parts.agreementsWithFollowUp, isCatalogued),
      targets: targets.sort((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1)),
      targetsOfUnknownKind: this.#targetsOfUnknownKind,
    }
  }
}

function total({ transcribed, catalogued }: ByExtent): number {
  return transcribed + catalogued
}

/** `isUnsought`: for some of them, nobody looked for both answers. */
function groupShare({ count, of }: Part, isUnsought: boolean): Share {
  if (of > 0) return { count, of, share: count / of, shareUnknownReason: null }
  return { count, of, share: null, shareUnknownReason: isUnsought ? 'not_looked_for' : 'nothing' }
}

function addTo(part: Part, holds: boolean): void {
  part.of++
  if (holds) part.count++
}

/** The counters of targets of one kind. */
class TargetTally {
  readonly #what: TargetCount['what']
  readonly #byExtent: ByExtent = { transcribed: 0, catalogued: 0 }
  readonly #agreements = new Set<AgreementFact>()
  readonly #numbers: number[] = []

  constructor(what: TargetCount['what']) {
    this.#what = what
  }

  add({ agreement, operator, perYear }: CommitmentFact): void {
    this.#byExtent[agreement.extent]++
    this.#agreements.add(agreement)
    // A maximum is not a promise to do anything.
    if (perYear !== null && operator !== 'at_most') this.#numbers.push(perYear)
  }

  counted(): TargetCount {
    const numbers = this.#numbers
    const has = numbers.length > 0
    const sum = numbers.reduce((all, each) => all + each, 0)
    return {
      what: this.#what,
      label: targetWhat.values[this.#what],
      count: total(this.#byExtent),
      byExtent: this.#byExtent,
      agreements: this.#agreements.size,
      municipalities: new Set([...this.#agreements].flatMap(({ municipalities }) => municipalities)).size,
      withNumberPerYear: numbers.length,
      sumPerYear: has ? Math.round(sum * 100) / 100 : null,
      minPerYear: has ? Math.min(...numbers) : null,
      maxPerYear: has ? Math.max(...numbers) : null,
    }
  }
}

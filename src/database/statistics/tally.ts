import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import type { AgreementFact, CommitmentFact } from './facts.ts'
import type { ByExtent, CountedGroup, Share, TargetCount } from './groups.ts'

/** A share while it is being counted. */
interface Part {
  count: number
  of: number
}

/** The numbers of a group that count agreements alone. */
export type OfAgreements = Pick<CountedGroup, 'agreements' | 'municipalities' | 'agreementsWithFollowUp'>

/** The numbers of a group that promises and activities have a part in. */
export const OF_COMMITMENTS = [
  'promises',
  'promisesByExtent',
  'activities',
  'activitiesByExtent',
  'atLeast',
  'promisesWithTarget',
  'promisesWithActor',
  'promisesReported',
  'activitiesWithTarget',
  'activitiesWithActor',
  'activitiesReported',
  'targets',
  'targetsOfUnknownKind',
] as const satisfies readonly (keyof CountedGroup)[]

export type OfCommitments = Pick<CountedGroup, (typeof OF_COMMITMENTS)[number]>

/** The counters of one group. */
export class Tally {
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

  ofAgreements(): OfAgreements {
    return {
      agreements: this.#agreements,
      municipalities: this.#municipalities.size,
      agreementsWithFollowUp: groupShare(this.#parts.agreementsWithFollowUp, this.#isCatalogued),
    }
  }

  ofCommitments(): OfCommitments {
    const [promises, activities] = [total(this.#promises), total(this.#activities)]
    const targets = Array.from(this.#targets.values(), (target) => target.counted())
    const parts = this.#parts
    const isCatalogued = this.#isCatalogued
    return {
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
      targets: targets.sort((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1)),
      targetsOfUnknownKind: this.#targetsOfUnknownKind,
    }
  }

  get #isCatalogued(): boolean {
    return this.#agreements.transcribed === 0 && this.#agreements.catalogued > 0
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

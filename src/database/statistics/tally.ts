import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import type { AgreementFact, CommitmentFact } from './facts.ts'
import type { ByExtent, CountedGroup, Share, TargetCount } from './groups.ts'

/** A share while it is being counted. */
interface Part {
  count: number
  of: number
}

/** The numbers of a group that depend on its agreements alone. */
export type OfAgreements = Pick<CountedGroup, 'agreements' | 'municipalities' | 'agreementsWithFollowUp'>

/** The numbers of a group that depend on its promises and activities. */
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
  readonly #parts = { promises: newParts(), activities: newParts(), followUp: newPart() }
  #atLeast = false
  #targetsOfUnknownKind = 0

  addAgreement({ extent, municipalities, seen, isFollowUpPromised }: AgreementFact): void {
    this.#agreements[extent]++
    for (const code of municipalities) this.#municipalities.add(code)
    if (seen === 'beginning' || seen === 'none_listed') this.#atLeast = true
    // For catalogued agreements it was recorded that they promise a follow-up, but not that they promise none.
    if (extent === 'transcribed') addTo(this.#parts.followUp, isFollowUpPromised)
  }

  addCommitment({ traits, perYear }: CommitmentFact, agreement: AgreementFact): void {
    const {
      isPromise,
      targets: [what],
      hasTarget,
      reportState,
    } = traits
    const counts = isPromise ? this.#promises : this.#activities
    const parts = isPromise ? this.#parts.promises : this.#parts.activities
    counts[agreement.extent]++
    addTo(parts.withTarget, traits.hasTargetOfAll)
    addTo(parts.withActor, traits.actorsOfAll.length > 0)
    if (reportState !== 'not_researched') addTo(parts.reported, reportState === 'found')
    if (agreement.seen === 'beginning') this.#atLeast = true
    if (!hasTarget) return
    if (what === undefined) {
      this.#targetsOfUnknownKind++
      return
    }
    const target = this.#targets.get(what) ?? new TargetTally(what)
    this.#targets.set(what, target)
    // A maximum is not a promise to do anything.
    target.add(agreement, traits.operator === 'at_most' ? null : perYear)
  }

  ofAgreements(): OfAgreements {
    return {
      agreements: this.#agreements,
      municipalities: this.#municipalities.size,
      agreementsWithFollowUp: groupShare(this.#parts.followUp, this.#isCatalogued),
    }
  }

  ofCommitments(): OfCommitments {
    const [promises, activities] = [total(this.#promises), total(this.#activities)]
    const targets = Array.from(this.#targets.values(), (target) => target.counted())
    const { promises: ofPromises, activities: ofActivities } = this.#parts
    const isCatalogued = this.#isCatalogued
    return {
      promises,
      promisesByExtent: this.#promises,
      activities,
      activitiesByExtent: this.#activities,
      atLeast: this.#atLeast,
      promisesWithTarget: groupShare(ofPromises.withTarget, isCatalogued),
      promisesWithActor: groupShare(ofPromises.withActor, isCatalogued),
      promisesReported: groupShare(ofPromises.reported, promises > 0 || isCatalogued),
      activitiesWithTarget: groupShare(ofActivities.withTarget, isCatalogued),
      activitiesWithActor: groupShare(ofActivities.withActor, isCatalogued),
      activitiesReported: groupShare(ofActivities.reported, activities > 0 || isCatalogued),
      targets: targets.sort((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1)),
      targetsOfUnknownKind: this.#targetsOfUnknownKind,
    }
  }

  get #isCatalogued(): boolean {
    return this.#agreements.transcribed === 0 && this.#agreements.catalogued > 0
  }
}

function newPart(): Part {
  return { count: 0, of: 0 }
}

/** The shares of promises or activities. */
function newParts() {
  return { withTarget: newPart(), withActor: newPart(), reported: newPart() }
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

/** The counters of targets of one kind. Those of an agreement are added one after the other. */
class TargetTally {
  readonly #what: TargetCount['what']
  readonly #byExtent: ByExtent = { transcribed: 0, catalogued: 0 }
  readonly #municipalities = new Set<string>()
  #agreements = 0
  #last: AgreementFact | null = null
  #numbers = 0
  #sum = 0
  #least = Number.POSITIVE_INFINITY
  #most = Number.NEGATIVE_INFINITY

  constructor(what: TargetCount['what']) {
    this.#what = what
  }

  add(agreement: AgreementFact, perYear: number | null): void {
    this.#byExtent[agreement.extent]++
    if (agreement !== this.#last) {
      this.#agreements++
      for (const code of agreement.municipalities) this.#municipalities.add(code)
      this.#last = agreement
    }
    if (perYear === null) return
    this.#numbers++
    this.#sum += perYear
    this.#least = Math.min(this.#least, perYear)
    this.#most = Math.max(this.#most, perYear)
  }

  counted(): TargetCount {
    const has = this.#numbers > 0
    return {
      what: this.#what,
      label: targetWhat.values[this.#what],
      count: total(this.#byExtent),
      byExtent: this.#byExtent,
      agreements: this.#agreements,
      municipalities: this.#municipalities.size,
      withNumberPerYear: this.#numbers,
      sumPerYear: has ? Math.round(this.#sum * 100) / 100 : null,
      minPerYear: has ? this.#least : null,
      maxPerYear: has ? this.#most : null,
    }
  }
}

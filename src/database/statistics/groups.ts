import type { Text } from '../../datasets/dataset.ts'
import type { CommitmentTraits } from './facts.ts'

/** How many of how many, counting only those for which both answers are possible. Without any, there is no share. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly share: number | null
  readonly shareUnknownReason: 'nothing' | 'not_looked_for' | null
}

/** Numbers for transcribed agreements, and for catalogued ones. */
export interface ByExtent {
  transcribed: number
  catalogued: number
}

/** The targets of one kind in a group. */
export interface TargetCount {
  readonly what: CommitmentTraits['targets'][number]
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

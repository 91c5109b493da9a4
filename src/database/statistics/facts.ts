import type { ValueOf } from '../../datasets/dataset.ts'
import type { Row } from '../../datasets/index.ts'
import type { outcomeState } from '../../datasets/vocabularies/outcomes.ts'

/** What statistics need to know about an agreement. */
export interface AgreementFact {
  readonly id: string
  readonly extent: Row<'agreements'>['extent']
  readonly kind: Row<'agreements'>['kind']
  readonly seen: Row<'agreements'>['commitmentsSeen']
  readonly isFollowUpPromised: boolean
  readonly policeArea: string | null
  readonly firstYear: number | null
  /** Null if the period is open-ended or unknown. */
  readonly lastYear: number | null
  readonly municipalities: readonly string[]
  readonly topics: readonly string[]
  readonly states: readonly ValueOf<typeof outcomeState>[]
  /** Its promises and activities. */
  readonly commitments: CommitmentFact[]
}

/** What statistics need to know about a promise or an activity. There may be hundreds of thousands, so each has little of its own. */
export interface CommitmentFact {
  readonly id: string
  readonly traits: CommitmentTraits
  readonly perYear: number | null
}

/** What is the same for many promises and activities: one object for all of them, and one list for all with the same values. */
export interface CommitmentTraits {
  readonly isPromise: boolean
  readonly topics: readonly string[]
  readonly actors: readonly string[]
  /** Its actors and, of a promise, those of its activities. */
  readonly actorsOfAll: readonly string[]
  readonly hasTarget: boolean
  /** Whether it or, of a promise, one of its activities has a target. */
  readonly hasTargetOfAll: boolean
  /** What its target counts; none if that is not known. */
  readonly targets: readonly NonNullable<Row<'promises'>['targetWhat']>[]
  readonly operator: Row<'promises'>['targetOperator']
  readonly reportState: Row<'promises'>['reportState']
  readonly states: readonly ValueOf<typeof outcomeState>[]
}

/** A place, a topic or an actor, for groups. `within` is the key of the place or topic that contains it. */
export interface AxisRow {
  readonly key: string
  readonly sv: string
  readonly en: string
  readonly within: string | null
}

/** What there can be groups of. */
export type AxisName = 'municipality' | 'county' | 'policeRegion' | 'policeArea' | 'topic' | 'actor'

/** All facts for statistics, of one state of the data. */
export interface Facts {
  readonly agreements: readonly AgreementFact[]
  /** By key, in the order of the keys. */
  readonly axes: { readonly [N in AxisName]: ReadonlyMap<string, AxisRow> }
  /** The codes of the researched municipalities, by year. */
  readonly researched: ReadonlyMap<number, readonly string[]>
  /** The year of the data. */
  readonly year: number
}

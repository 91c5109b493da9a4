import type { ValueOf } from '../datasets/dataset.ts'
import type { agreementKind, relation, unknownReason } from '../datasets/vocabularies/agreements.ts'
import type {
  actorBasis,
  commitment,
  linkBasis,
  targetOperator,
  targetPer,
} from '../datasets/vocabularies/promises.ts'
import type { capacity, organisationKind, role } from '../datasets/vocabularies/signatures.ts'
import type {
  findingBasis,
  findingKind,
  followUpFrequency,
  issueKind,
} from '../datasets/vocabularies/situation.ts'
import type { Confidence } from './confidence.ts'
import type { Quote } from './text/source.ts'

// A record as agreement.yaml has it, as far as it could be read: what a reviewed record needs and the document
// does not say, or we could not read, is null.

export interface DraftActor {
  readonly id: string
  readonly basis: ValueOf<typeof actorBasis>
  readonly quote: Quote
}

export interface DraftTarget {
  readonly operator: ValueOf<typeof targetOperator>
  readonly value: number
  readonly unit: string
  readonly per: ValueOf<typeof targetPer> | null
  readonly quote: Quote
}

export interface DraftPromise {
  readonly id: string
  readonly text: Quote
  readonly heading: Quote | null
  readonly topics: readonly string[]
  /** Of a promise, those who promise it. */
  readonly actors: readonly DraftActor[]
  readonly target: DraftTarget | null
  readonly deadline: { readonly on: string; readonly quote: Quote } | null
  readonly targetGroup: Quote | null
}

export interface DraftActivity extends DraftPromise {
  readonly commitment: ValueOf<typeof commitment>
  readonly promises: readonly { readonly id: string; readonly basis: ValueOf<typeof linkBasis> }[]
}

export interface DraftSignature {
  readonly id: string
  readonly signatory: string
  readonly name: Quote
  /** Null where the role is none of those that we publish. */
  readonly role: ValueOf<typeof role> | null
  readonly roleAsPrinted: Quote
  readonly acting: boolean
  readonly organisation: {
    readonly kind: ValueOf<typeof organisationKind>
    readonly municipality: string | null
    readonly policeArea: string | null
    readonly asPrinted: Quote | null
  }
  readonly capacity: ValueOf<typeof capacity>
}

export interface DraftIssue {
  readonly id: string
  readonly kind: ValueOf<typeof issueKind>
  readonly record: string | null
  readonly text: Quote | null
  readonly explanation: { readonly sv: string; readonly en: string }
}

export interface DraftRecord {
  /** Null where the municipality is not known, and so no id can be given. */
  readonly id: string | null
  readonly kind: ValueOf<typeof agreementKind>
  readonly title: Quote | null
  readonly municipalities: readonly { readonly code: string; readonly quote: Quote }[]
  readonly policeArea: { readonly id: string; readonly quote: Quote } | null
  readonly period: {
    readonly start: string | null
    readonly end: string | null
    readonly unknownReason: ValueOf<typeof unknownReason> | null
    readonly quote: Quote | null
  }
  readonly signing: {
    readonly on: string | null
    readonly unknownReason: ValueOf<typeof unknownReason> | null
    readonly quote: Quote | null
    readonly place: Quote | null
  }
  readonly relations: readonly {
    readonly id: string
    readonly relation: ValueOf<typeof relation>
    readonly kind: ValueOf<typeof agreementKind>
    readonly years: { readonly first: number; readonly last: number | null } | null
    readonly text: Quote
  }[]
  readonly promises: readonly DraftPromise[]
  readonly activities: readonly DraftActivity[]
  readonly signatures: readonly DraftSignature[]
  readonly findings: readonly {
    readonly id: string
    readonly kind: ValueOf<typeof findingKind>
    readonly text: Quote
    readonly basis: readonly ValueOf<typeof findingBasis>[]
    readonly basisText: Quote | null
  }[]
  readonly followUps: readonly {
    readonly id: string
    readonly text: Quote
    readonly frequency: ValueOf<typeof followUpFrequency> | null
    readonly dueOn: string | null
    readonly dueText: Quote | null
    readonly channel: Quote | null
    readonly body: Quote | null
    readonly report: { readonly state: 'not_researched' }
  }[]
  readonly issues: readonly DraftIssue[]
}

/** By which rule a value of the record was read, and how sure that is. */
export interface ValueReading {
  /** The value in the record: `activities#2.target` is the target of the second activity. */
  readonly value: string
  readonly rule: string
  readonly confidence: Confidence
}

/** What became of one line of the text. */
export interface DraftLine {
  /** Counted from 1. */
  readonly number: number
  readonly at: readonly [start: number, end: number]
  readonly state: 'read' | 'ignored' | 'issue'
  /** The values read from it, the rule that ignores it, or the id of the issue. */
  readonly by: readonly string[]
}

/** What could be read of one document, and how. */
export interface Draft {
  readonly record: DraftRecord
  readonly readings: readonly ValueReading[]
  /** Every line that is not blank. */
  readonly lines: readonly DraftLine[]
}

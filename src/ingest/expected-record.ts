import type { TextRange } from '../common/text-range.ts'
import { type PartField, partFields } from '../records/commitment-fields.ts'
import type { Placed } from './placed-pairs.ts'

/** A part of a promise or an activity that is scored. How parts belong together is for the editor to decide. */
export type ScoredPart = Exclude<PartField, 'promises'>
/** The parts that are scored. */
export const scoredParts = partFields.filter((part): part is ScoredPart => part !== 'promises')

/** Parts that the record leaves out are not scored. */
export interface ExpectedCommitment extends Placed, Readonly<Partial<Record<ScoredPart, unknown>>> {
  readonly actors?: readonly { readonly id: string }[] | undefined
  readonly target?: ExpectedTarget | null | undefined
}

interface ExpectedTarget {
  readonly operator: string
  readonly value: number
  readonly valueTo?: number | null
  readonly unit: string
  readonly per: string | null
}

/** What a person has found in a document, as far as it is scored. */
export interface ExpectedRecord {
  readonly municipalities: readonly { readonly code: string }[]
  readonly policeArea: { readonly id: string } | null
  readonly period: { readonly start: string | null; readonly end: string | null }
  readonly signing: { readonly on: string | null }
  readonly signatures: readonly {
    readonly name: { readonly words: string; readonly at?: TextRange }
    readonly role: string | null
    readonly capacity: string
    readonly acting: boolean
    readonly organisation: { readonly kind: string }
  }[]
  readonly promises: readonly ExpectedCommitment[]
  readonly activities: readonly ExpectedCommitment[]
  /** These are not scored if they are left out. */
  readonly relations?: readonly (Placed & { readonly relation: string })[]
  readonly findings?: readonly (Placed & { readonly kind: string })[]
  readonly followUps?: readonly Placed[]
}

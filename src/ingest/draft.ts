import type { z } from 'zod'
import type { TextRange } from '../common/text-range.ts'
import type { draftSchema } from '../records/agreement-schema.ts'
import type { Quote } from '../records/field.ts'
import type { Confidence } from './confidence.ts'
import type { ListKind, Testimony } from './lists/testimony.ts'
import type { NoAgreement } from './no-agreement.ts'

/** A value of the schema as ingest produces it: no field is left out, since unknown values are null, and all are read-only. */
type Whole<T> = T extends object ? { readonly [K in keyof T]-?: Whole<Exclude<T[K], undefined>> } : T

/** The parts of a record that are never read from a text: editors, and the programs around ingest, add them. */
type NotRead = 'document' | 'reviewed' | 'reviewedBefore' | 'place' | 'note' | 'reading' | 'review' | 'gone'

/**
 * A record as agreement.yaml has it, as far as it could be read: what a reviewed record needs but the document does not
 * say, or we could not read, is null.
 */
export type DraftRecord = Whole<Omit<z.input<typeof draftSchema>, NotRead>>
export type DraftPromise = DraftRecord['promises'][number]
export type DraftActivity = DraftRecord['activities'][number]
export type DraftSignature = DraftRecord['signatures'][number]
export type DraftIssue = DraftRecord['issues'][number]

/** The rule by which a value of the record was read, and how certain it is. */
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
  readonly at: TextRange
  readonly state: 'read' | 'ignored' | 'issue'
  /** The values read from it, the rule that ignores it, or the id of the issue. */
  readonly by: readonly string[]
}

/** A list of a document: its decided kind, and what each witness said. */
interface DraftList {
  readonly items: readonly Quote[]
  readonly kind: ListKind
  readonly confidence: Confidence
  /** Whether an issue asks for its kind. */
  readonly isDoubted: boolean
  readonly testimony: readonly Testimony[]
}

/** What could be read of one document, and how. */
export interface Draft {
  readonly record: DraftRecord
  readonly readings: readonly ValueReading[]
  /** The lists of the page, each with its decided kind. */
  readonly lists: readonly DraftList[]
  /** Why the page is not an agreement, if it is not. */
  readonly noAgreement: NoAgreement | null
  /** Every line that is not blank. */
  readonly lines: readonly DraftLine[]
}

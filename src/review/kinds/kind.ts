import type { Text } from '../../datasets/dataset.ts'
import type { Quote } from '../../records/agreement-schema.ts'
import type { Place } from '../record/places.ts'
import type { Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'
import type { Field } from './fields.ts'
import type { Reference } from './reference.ts'

/** Where a value is to be added: the promise or activity, where it belongs to one, and the marked words. */
export interface Spot {
  readonly item: string | null
  readonly marked: Quote | null
}

/** The words that were marked for a new value. */
export function markedIn(at: Place | Spot): Quote | null {
  return 'marked' in at ? at.marked : null
}

/** One kind of value: what it says, what a form asks of it, and how the answers change the record. */
export interface Kind {
  readonly label: Text
  /** What it says besides the words that it rests on. Null where it is the words themselves. */
  says(record: Unfinished, place: Place, reference: Reference): Text | null
  /** The fields of its form, with what the record says now; those of a new one where `at` is a spot. */
  fields(record: Unfinished, at: Place | Spot, reference: Reference): Field[]
  /** The record with the answers in place of the value. A kind without it can only be kept or rejected. */
  readonly correct?: (record: Unfinished, place: Place, answers: Answers) => Unfinished
  /** The record with a further value of this kind, and its name. A kind without it stands in every record. */
  readonly add?: (record: Unfinished, spot: Spot, answers: Answers, id: string) => Unfinished
  /** Whether it belongs to a promise or activity, which must be known to add one. */
  readonly ofItem?: boolean
  /** The record without it. A kind without it can only be corrected. */
  readonly reject?: (record: Unfinished, place: Place) => Unfinished
}

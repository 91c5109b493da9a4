import type { z } from 'zod'
import type { Text } from '../../datasets/dataset.ts'
import type { DatasetName } from '../../datasets/index.ts'
import type { Place } from '../record/places.ts'
import type { Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'
import type { FormField } from './fields.ts'
import { type Form, formOfValue } from './form.ts'
import type { Reference } from './reference.ts'
import { saysByFields } from './says.ts'
import type { ValueSlot } from './slot.ts'
import type { Spot } from './spot.ts'

/** One kind of value: what it says, what a form asks of it, and how the answers change the record. */
export interface Kind {
  readonly label: Text
  /** What it says besides the words that it rests on. Null where it is the words themselves. */
  says(record: Unfinished, place: Place, reference: Reference): Text | null
  /** The fields of its form, with what the record says now; those of a new one where `at` is a spot. */
  fields(record: Unfinished, at: Place | Spot, reference: Reference): FormField[]
  /** The record with the answers in place of the value. A kind without it can only be kept or rejected. */
  readonly correct?: (record: Unfinished, place: Place, answers: Answers) => Unfinished
  /** The record with a further value of this kind, and its name. A kind without it stands in every record. */
  readonly add?: (record: Unfinished, spot: Spot, answers: Answers, id: string) => Unfinished
  /** Whether it belongs to a promise or activity, which must be known to add one. */
  readonly ofItem?: true
  /** The record without it. A kind without it can only be corrected. */
  readonly reject?: (record: Unfinished, place: Place) => Unfinished
}

/** What a kind has of its own; the rest follows from the field that its values are in. */
export interface Own<T> {
  /** The fields that are asked for, in their order; by default all of them. */
  readonly asks?: readonly string[]
  /** Fields with a form of their own, by name. */
  readonly forms?: { readonly [F in keyof T]?: Form<T[F]> }
  /** The form of the value, where it is asked for by one of its own. */
  readonly form?: Form<T>
  /** What a value says besides the words that it rests on. */
  says?(value: T, reference: Reference, record: Unfinished): Text | null
  /** What stands in the place of one that is rejected: by default nothing. */
  readonly rejected?: T
}

/** Where the values of a kind stand, and what they are. */
interface Stand<T> {
  readonly name: string
  readonly label: Text
  readonly field: z.ZodType
  readonly dataset: DatasetName
  readonly slot: ValueSlot<T>
}

/** A kind of value that stands in one place of the record and is asked for by one form. */
export function kindOfValue<T>({ name, label, field, dataset, slot }: Stand<T>, own: Own<T> = {}) {
  const { says, rejected = null } = own
  const form = own.form ?? (formOfValue(name, field, { dataset }, own) as Form<T>) // of what its field holds
  return {
    label,
    says: (record, place, reference) => {
      const now = slot.of(record, place)
      if (now === null) return null
      return says ? says(now, reference, record) : saysByFields(field, now, reference)
    },
    fields: (record, at, reference) =>
      form.fields(slot.of(record, at), { record, reference, marked: 'marked' in at ? at.marked : null }),
    correct: (record, place, answers) => slot.with(record, place, form.read(answers, record), ''),
    add: (record, spot, answers, id) => slot.with(record, spot, form.read(answers, record), id),
    reject: (record, place) => slot.with(record, place, rejected, ''),
  } satisfies Kind
}

/** A kind that stands in every record, or in every promise or activity: none can be added. */
export function withoutAdding({ add: _, ...kind }: Required<Pick<Kind, 'add'>> & Kind): Kind {
  return kind
}

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

/** One kind of value: how it is described, its form, and how answers change the record. */
export interface Kind {
  readonly label: Text
  /** What it says besides the words that it is based on. Null if it consists of these words. */
  says(record: Unfinished, place: Place, reference: Reference): Text | null
  /** The fields of its form, with the current values of the record; empty ones for a new value if `at` is a spot. */
  fields(record: Unfinished, at: Place | Spot, reference: Reference): FormField[]
  /** The record with the answers as the new value. A kind without it can only be kept or rejected. */
  readonly correct?: (record: Unfinished, place: Place, answers: Answers) => Unfinished
  /** The record with a further value of this kind, and its name. A kind without it is present in every record. */
  readonly add?: (record: Unfinished, spot: Spot, answers: Answers, id: string) => Unfinished
  /** Whether it belongs to a promise or activity, which must be given to add one. */
  readonly ofItem?: true
  /** The record without it. A kind without it can only be corrected. */
  readonly reject?: (record: Unfinished, place: Place) => Unfinished
}

/** The specific properties of a kind; the rest is derived from the field that contains its values. */
export interface Own<T> {
  /** The fields of the form, in order; by default all of them. */
  readonly asks?: readonly string[]
  /** Fields with a form of their own, by name. */
  readonly forms?: { readonly [F in keyof T]?: Form<T[F]> }
  /** The form of the value, if it is not derived from its field. */
  readonly form?: Form<T>
  /** What a value says besides the words that it is based on. */
  says?(value: T, reference: Reference, record: Unfinished): Text | null
  /** What replaces a rejected value: by default nothing. */
  readonly rejected?: T
}

/** The place and type of the values of a kind. */
interface Stand<T> {
  readonly name: string
  readonly label: Text
  readonly field: z.ZodType
  readonly dataset: DatasetName
  readonly slot: ValueSlot<T>
}

/** A kind of value at one place of the record, with one form. */
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

/** A kind that is part of every record, or of every promise or activity: none can be added. */
export function withoutAdding({ add: _, ...kind }: Required<Pick<Kind, 'add'>> & Kind): Kind {
  return kind
}

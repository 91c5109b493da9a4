import type { Text } from '../../datasets/dataset.ts'
import type { Place } from '../record/places.ts'
import type { Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'
import type { Field } from './fields.ts'
import type { Form } from './form.ts'
import type { Reference } from './reference.ts'
import type { Slot } from './slot.ts'
import type { Spot } from './spot.ts'

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
  readonly ofItem?: true
  /** The record without it. A kind without it can only be corrected. */
  readonly reject?: (record: Unfinished, place: Place) => Unfinished
}

/** What a kind of value is made of. */
interface Parts<T> {
  readonly label: Text
  readonly slot: Slot<T>
  readonly form: Form<T>
  /** What a value says besides the words that it rests on. */
  readonly says?: (value: T, reference: Reference, record: Unfinished) => Text | null
  /** What stands in the place of one that is rejected; by default nothing. */
  readonly rejected?: T
}

/** A kind of value that stands in one place of the record and is asked for by one form. */
export function kindOfValue<T>({ label, slot, form, says, rejected }: Parts<T>) {
  return {
    label,
    says: (record, place, reference) => {
      const now = slot.of(record, place)
      return now === null ? null : (says?.(now, reference, record) ?? null)
    },
    fields: (record, at, reference) =>
      form.fields(slot.of(record, at), { record, reference, marked: 'marked' in at ? at.marked : null }),
    correct: (record, place, answers) => slot.with(record, place, form.read(answers, record), ''),
    add: (record, spot, answers, id) => slot.with(record, spot, form.read(answers, record), id),
    reject: (record, place) => slot.with(record, place, rejected ?? null, ''),
  } satisfies Kind
}

/** A kind of value that belongs to a promise or an activity. */
export function kindOfItem<T>(parts: Parts<T>) {
  return { ofItem: true, ...kindOfValue(parts) } as const
}

/** A kind that stands in every record: it can be corrected, and neither added nor rejected. */
export function kindOfEvery<T>(parts: Parts<T>) {
  const { label, says, fields, correct } = kindOfValue(parts)
  return { label, says, fields, correct } satisfies Kind
}

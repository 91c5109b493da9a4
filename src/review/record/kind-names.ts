import { agreementSchema } from '../../records/agreement-schema.ts'
import type { PartField } from '../../records/commitment-fields.ts'
import type { ListName, lists } from '../../records/lists.ts'
import type { Unfinished } from './unfinished.ts'

// The values of a record that are decided separately: items of its lists, fields of the agreement, and parts of a
// promise or an activity. They are derived from the fields of the record.

/** Fields whose values are decided one by one: the name of one, and its key. */
const KEYED = {
  municipalities: { one: 'municipality', key: 'code' },
  actors: { one: 'actor', key: 'id' },
} as const

type NotOwn = ListName | 'id' | 'reviewed' | 'reviewedBefore' | 'note' | 'reading' | 'review' | 'gone'
/** A field of the agreement that is a value. */
export type OwnField = Exclude<keyof Unfinished, NotOwn>
type KindOf<F> = F extends keyof typeof KEYED ? (typeof KEYED)[F]['one'] : F

/** The kind of a value. */
export type KindName = (typeof lists)[ListName]['one'] | KindOf<OwnField> | KindOf<PartField> | 'gone'

/** The type of one value of a field, in a record or an item that has it. */
export type FieldValue<P, F extends keyof P> = F extends keyof typeof KEYED
  ? NonNullable<P[F]> extends (infer V)[]
    ? V
    : never
  : NonNullable<P[F]>

/** The key of the values of a field that are decided one by one; null if the whole field is one value. */
export function keyedBy(field: string): (typeof KEYED)[keyof typeof KEYED] | null {
  return Object.entries(KEYED).find(([name]) => name === field)?.[1] ?? null
}

/** The kind of value that a field contains. */
export function kindOfField<F extends OwnField | PartField>(field: F): KindOf<F> {
  return (keyedBy(field)?.one ?? field) as KindOf<F> // mirrors the type of the same name
}

const { activities, promises, relations, signatures, findings, followUps, issues, ...own } =
  agreementSchema.shape
const { id, reviewed, reviewedBefore, note, reading, review, gone, title, document, ...others } = own
/** The fields of the agreement that are values, in the order of review: its title first, its source last. */
export const ownFields = Object.keys({ title, ...others, document }) as OwnField[] // Object.keys gives string[]

import { publisherKind, unknownReason } from '../../datasets/vocabularies/agreements.ts'
import { agreementSchema } from '../../records/agreement-schema.ts'
import { elementOf } from '../../records/field.ts'
import { type FieldValue, keyedBy, kindOfField, type OwnField, ownFields } from '../record/kind-names.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { inBoth, labelOf } from './fields.ts'
import { nameOfField } from './form.ts'
import { type Kind, kindOfValue, type Own, withoutAdding } from './kind.ts'
import { fieldOf, keyed } from './slot.ts'

/** The specific properties of the agreement's own values. */
const own: { readonly [F in OwnField]?: Own<FieldValue<Unfinished, F>> } = {
  period: {
    says: ({ start, end, unknownReason: reason }) => {
      const why = labelOf(unknownReason, reason)
      if (start === null && end === null) return why
      const span = start === end ? `${start}` : `${start ?? '?'} – ${end ?? '?'}`
      return reason === null ? inBoth(span) : { sv: `${span} (${why.sv})`, en: `${span} (${why.en})` }
    },
    rejected: { start: null, end: null, unknownReason: 'not_stated', quote: null },
  },
  signing: {
    says: ({ on, unknownReason: reason }) => (on === null ? labelOf(unknownReason, reason) : inBoth(on)),
    rejected: { on: null, unknownReason: 'not_stated', quote: null, place: null },
  },
  document: {
    asks: ['url', 'publisherKind', 'retrievedOn'],
    says: ({ url, publisherKind: publisher }) => {
      const by = labelOf(publisherKind, publisher)
      return { sv: `${url ?? 'ingen adress'}, ${by.sv}`, en: `${url ?? 'no address'}, ${by.en}` }
    },
  },
}

/** Values that every record has: they can be neither added nor rejected. */
const ALWAYS = new Set<OwnField>(['kind', 'document'])

/** The kinds of values that belong to the agreement as a whole. */
export const kindsOfAgreement = ownFields.map((name): [name: string, kind: Kind] => {
  const whole = agreementSchema.shape[name]
  const key = keyedBy(name)?.key
  const kind = kindOfValue<unknown>(
    {
      name,
      label: nameOfField(name, whole, 'agreements'),
      dataset: 'agreements',
      field: (key && elementOf(whole)) ?? whole,
      slot: key ? keyed(fieldOf(name), key) : fieldOf(name),
    },
    own[name],
  )
  const { reject: _, ...correctedOnly } = withoutAdding(kind)
  return [kindOfField(name), ALWAYS.has(name) ? correctedOnly : kind]
})

import { z } from 'zod'
import { agreementSchema } from '../../records/agreement-schema.ts'
import { quote } from '../../records/field.ts'
import { type ListName, lists } from '../../records/lists.ts'
import { GONE, prefixOf } from './names.ts'

const { shape } = agreementSchema

const reviewStates = ['accepted', 'corrected', 'added', 'rejected'] as const
export type ReviewState = (typeof reviewStates)[number]

/**
 * A record during review: the fields of a reviewed one, of which those that a document does not state may
 * still be missing. The checks of records report at the end what must not be.
 */
export const unfinishedSchema = agreementSchema.extend({
  id: z.string().nullable().default(null),
  document: shape.document.extend({ id: z.string().nullable().default(null) }),
  reviewed: z.strictObject({ by: z.string(), on: z.string() }).nullable(),
  title: quote.nullable().default(null),
  municipalities: z.array(shape.municipalities.element),
  promises: z.array(shape.promises.element.extend({ topics: z.array(z.string()) })),
  activities: z.array(shape.activities.element.extend({ topics: z.array(z.string()) })),
  signatures: z.array(
    shape.signatures.element.extend({ role: shape.signatures.element.shape.role.nullable().default(null) }),
  ),
  reading: z
    .array(z.strictObject({ value: z.string(), rule: z.string(), confidence: z.number() }))
    .nullish()
    .transform((reading) => reading ?? []),
  review: z
    .array(
      z.strictObject({
        value: z.string(),
        state: z.enum(reviewStates),
        words: z.string().nullable().default(null),
      }),
    )
    .nullish()
    .transform((review) => review ?? []),
})

export type Unfinished = z.infer<typeof unfinishedSchema>
/** An editor's decision about a value. */
export type ReviewEntry = Unfinished['review'][number]
/** A reviewed value whose words are no longer in the text. */
export type GoneValue = NonNullable<Unfinished['gone']>[number]
export type Commitment = Unfinished['promises'][number] &
  Partial<Omit<Unfinished['activities'][number], 'commitment'>>

/**
 * The id of a new item: its number is higher than any that is or was in the record, or is taken otherwise, such as
 * ids of values that are gone, or withdrawn ids.
 */
export function nextId(record: Unfinished, list: ListName, taken: readonly string[] = []): string {
  const start = `${prefixOf(record.id)}-${lists[list].letter}`
  const named = [...record.review, ...(record.gone ?? [])].map(({ value }) => value.replace(GONE, ''))
  const numbers = [...record[list].map(({ id }) => id), ...named, ...taken]
    .filter((id) => id.startsWith(start))
    .map((id) => Number.parseInt(id.slice(start.length), 10) || 0)
  return `${start}${Math.max(0, ...numbers) + 1}`
}

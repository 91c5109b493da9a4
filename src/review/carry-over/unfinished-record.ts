import { z } from 'zod'
import { ID_LETTERS } from '../../records/agreement-checks.ts'

const item = z.looseObject({ id: z.string() })
const items = z.array(item).default([])
const reviewer = z.object({ by: z.string(), on: z.string() }).nullable().default(null)
const words = z.string().nullable().default(null)

/** The lists of a record whose items have ids. */
export type ListName = keyof typeof ID_LETTERS
export const LISTS = Object.keys(ID_LETTERS) as ListName[]

/**
 * A record as far as it must be understood to carry it over: a draft, what an editor has begun, or a finished one.
 * Whether it is right is for the checks of records to say.
 */
export const unfinishedRecord = z.looseObject({
  id: z.string().nullable(),
  document: z.looseObject({ url: words, publisherKind: words, retrievedOn: words }),
  reviewed: reviewer,
  reviewedBefore: reviewer,
  municipalities: z.array(z.looseObject({ code: z.string() })).default([]),
  relations: items,
  promises: items,
  activities: items,
  signatures: items,
  findings: items,
  followUps: items,
  issues: items,
  reading: z
    .array(z.object({ value: z.string(), rule: z.string(), confidence: z.number() }))
    .nullable()
    .default(null),
  review: z
    .array(
      z.object({
        value: z.string(),
        state: z.enum(['accepted', 'corrected', 'added', 'rejected']),
        words,
      }),
    )
    .nullable()
    .default(null),
  gone: z
    .array(
      z.object({
        value: z.string(),
        state: z.enum(['accepted', 'corrected', 'added']),
        words,
        was: z.record(z.string(), z.unknown()),
      }),
    )
    .nullable()
    .default(null),
})
export type UnfinishedRecord = z.infer<typeof unfinishedRecord>

export type Decision = NonNullable<UnfinishedRecord['review']>[number]
export type GoneValue = NonNullable<UnfinishedRecord['gone']>[number]

/** The id of an item without that of its agreement: `0643-2019-b-p3` gives p3. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1)
}

/** What the ids of a record begin with. */
export function prefixOf(id: string | null): string {
  return id ?? 'draft'
}

import { z } from 'zod'
import { isDay, type ValueOf, type Vocabulary, valuesOf } from '../datasets/dataset.ts'
import { agreementKind, publisherKind, relation, unknownReason } from '../datasets/vocabularies/agreements.ts'
import {
  actorBasis,
  commitment,
  linkBasis,
  targetOperator,
  targetPer,
} from '../datasets/vocabularies/promises.ts'
import { capacity, organisationKind, role } from '../datasets/vocabularies/signatures.ts'
import {
  findingBasis,
  findingKind,
  followUpFrequency,
  issueKind,
  reportState,
} from '../datasets/vocabularies/situation.ts'
import { isStatedDate } from './dates.ts'

// One reviewed record: what an editor writes in data/agreements/<id>/agreement.yaml. A field that may be
// left out is null when it is.

function oneOf<V extends Vocabulary>(vocabulary: V) {
  return z.enum(valuesOf(vocabulary) as [ValueOf<V>, ...ValueOf<V>[]])
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write a day such as 2020-01-31', abort: true })
  .refine(isDay, 'the day is not in the calendar')
const stated = z
  .string()
  .refine(isStatedDate, 'write a year, month or day of the calendar: "2020", "2020-01" or "2020-01-31"')
const year = z.int().min(1990).max(2100)
const text = z
  .string()
  .trim()
  .min(1)
  .refine(
    (value) => value.isWellFormed() && !value.includes('\0'),
    'holds a character that is none; write it anew',
  )
const url = z.url({ protocol: /^https?$/, error: 'write an address such as https://www.vetlanda.se/' })
const bilingual = z.strictObject({ sv: text, en: text })

/**
 * Words of the source with the place where they stand: offsets in Unicode code points from 0, the second
 * one after the last character.
 */
export const quote = z.strictObject({
  words: z.string().min(1),
  at: z.tuple([z.int().min(0), z.int().min(1)]),
})
export type Quote = z.infer<typeof quote>

const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** What a draft may lack, and a record must have: where it is null, the message says what to do. */
const needed = <T extends z.ZodType>(schema: T, message: string) =>
  schema.nullable().transform((value, context) => {
    if (value !== null) return value
    context.issues.push({ code: 'custom', message, input: value })
    return z.NEVER
  })

const actor = z.strictObject({ id: text, basis: oneOf(actorBasis), quote })
const target = z.strictObject({
  operator: oneOf(targetOperator),
  value: z.number().positive(),
  unit: text,
  per: maybe(oneOf(targetPer)),
  quote,
})
const deadline = z.strictObject({ on: day, quote })
const review = z.strictObject({ by: text, on: day })
const document = z.strictObject({
  id: text,
  url: maybe(url),
  publisherKind: maybe(oneOf(publisherKind)),
  retrievedOn: maybe(day),
  mediaType: text,
  /** Of source.txt: the proof that it is still the text that was reviewed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'write the SHA-256 of source.txt, 64 hexadecimal digits'),
})
const promise = z.strictObject({
  id: text,
  text: quote,
  heading: maybe(quote),
  topics: z.array(text).min(1),
  // A document that only lists what is to be done has these in its promises.
  actors: z.array(actor).default([]),
  target: maybe(target),
  deadline: maybe(deadline),
  targetGroup: maybe(quote),
})
const activity = z.strictObject({
  id: text,
  text: quote,
  heading: maybe(quote),
  commitment: oneOf(commitment),
  actors: z.array(actor),
  target: maybe(target),
  deadline: maybe(deadline),
  targetGroup: maybe(quote),
  promises: z.array(z.strictObject({ id: text, basis: oneOf(linkBasis) })),
  topics: z.array(text).min(1),
})
const signature = z.strictObject({
  id: text,
  signatory: text,
  name: quote,
  role: oneOf(role),
  roleAsPrinted: quote,
  acting: z.boolean(),
  organisation: z.strictObject({
    kind: oneOf(organisationKind),
    municipality: maybe(text),
    policeArea: maybe(text),
    asPrinted: maybe(quote),
  }),
  capacity: oneOf(capacity),
})

export const agreementSchema = z.strictObject({
  id: text,
  document,
  /** Who reviewed the record and when: null in a draft, which is no record yet. */
  reviewed: needed(
    review,
    'this is a draft; review it, then write who did and when: { by: …, on: 2020-01-31 }',
  ),
  /** Who reviewed the record of an earlier text of the document, until somebody has reviewed that of this text. */
  reviewedBefore: maybe(review),
  kind: oneOf(agreementKind),
  title: quote,
  municipalities: z.array(z.strictObject({ code: text, quote })).min(1),
  policeArea: maybe(z.strictObject({ id: text, quote })),
  place: maybe(quote),
  period: z.strictObject({
    start: maybe(stated),
    end: maybe(stated),
    unknownReason: maybe(oneOf(unknownReason)),
    quote: maybe(quote),
  }),
  signing: z.strictObject({
    on: maybe(day),
    unknownReason: maybe(oneOf(unknownReason)),
    quote: maybe(quote),
    place: maybe(quote),
  }),
  note: maybe(bilingual),
  relations: z.array(
    z.strictObject({
      id: text,
      relation: oneOf(relation),
      kind: oneOf(agreementKind),
      agreement: maybe(text),
      years: maybe(z.strictObject({ first: year, last: maybe(year) })),
      text: quote,
    }),
  ),
  promises: z.array(promise),
  activities: z.array(activity),
  signatures: z.array(signature),
  findings: z.array(
    z.strictObject({
      id: text,
      kind: oneOf(findingKind),
      text: quote,
      basis: z.array(oneOf(findingBasis)),
      basisText: maybe(quote),
    }),
  ),
  followUps: z.array(
    z.strictObject({
      id: text,
      text: quote,
      frequency: maybe(oneOf(followUpFrequency)),
      dueOn: maybe(day),
      dueText: maybe(quote),
      channel: maybe(quote),
      body: maybe(quote),
      report: z.strictObject({ state: oneOf(reportState), url: maybe(url) }),
    }),
  ),
  issues: z.array(
    z.strictObject({
      id: text,
      kind: oneOf(issueKind),
      record: maybe(text),
      text: maybe(quote),
      explanation: bilingual,
    }),
  ),
  /** By which rule each value of the draft was read, where the record was one. An editor may leave it. */
  reading: maybe(
    z.array(z.strictObject({ value: text, rule: text, confidence: z.number().positive().max(1) })),
  ),
  /**
   * What an editor decided about each value, named by the id of what it belongs to: `0643-2019-a2.target`, and
   * `period` for what belongs to the agreement. What was rejected is no longer in the record: it stands here with
   * its words, so that its id is not given anew, nor the same words read again.
   */
  review: maybe(
    z.array(
      z.strictObject({
        value: text,
        state: z.enum(['accepted', 'corrected', 'added', 'rejected']),
        words: maybe(text),
      }),
    ),
  ),
  /**
   * Reviewed values whose words are no longer in the document, as they were. They are part of the record again as
   * soon as the words are. One that an editor rejects stands in `review`, as `gone.0643-2019-a2.target`.
   */
  gone: maybe(
    z.array(
      z.strictObject({
        value: text,
        state: z.enum(['accepted', 'corrected', 'added']),
        words: maybe(text),
        was: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
})

/** A reviewed agreement: everything that one document says, each value with its quote. */
export type AgreementRecord = z.infer<typeof agreementSchema>

/** A record that nobody has reviewed yet: no topic need be known, nor the title. */
export const draftSchema = agreementSchema.extend({
  id: needed(text, 'no municipality was read, so no id could be given; write one such as 0685-2020'),
  document: document.extend({ id: needed(text, 'write the id of the record with -d1 after it') }),
  reviewed: review.nullable(),
  title: maybe(quote),
  promises: z.array(promise.extend({ topics: z.array(text) })),
  activities: z.array(activity.extend({ topics: z.array(text) })),
  signatures: z.array(
    signature.extend({
      role: needed(
        oneOf(role),
        `the role as printed is none of those that we publish; write one of ${valuesOf(role).join(', ')}`,
      ),
    }),
  ),
})

/** A record, reviewed or not. */
export type AnyRecord = z.infer<typeof draftSchema>

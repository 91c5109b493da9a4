import { z } from 'zod'
import { type Text, valuesOf } from '../datasets/dataset.ts'
import {
  agreementKind,
  copyKind,
  publisherKind,
  unknownReason,
  urlUnknown,
} from '../datasets/vocabularies/agreements.ts'
import { role } from '../datasets/vocabularies/signatures.ts'
import { activity, promise, topics } from './commitment-fields.ts'
import {
  day,
  keyOf,
  labelled,
  maybe,
  needed,
  oneOf,
  quote,
  stated,
  text,
  url,
  withDependences,
} from './field.ts'
import { signature } from './signature-fields.ts'
import { bilingual, finding, followUp, issue, relation } from './situation-fields.ts'

// The definition of a record: what an editor writes in data/agreements/<id>/agreement.yaml; a draft has as much of it as
// could be read. Types, checks, rows, the order of fields in a file, and the review's forms are derived from it.
// An optional field that is missing is null.

const review = z.strictObject({ by: text, on: day })
const document = withDependences(
  z.strictObject({
    id: text,
    url: labelled(maybe(url), { sv: 'Adress', en: 'Address' }),
    /** Why there is no address. If it is missing, nobody recorded a reason. */
    urlUnknownReason: labelled(maybe(oneOf(urlUnknown)), {
      sv: 'Varför adressen saknas',
      en: 'Why the address is missing',
    }),
    publisherKind: labelled(maybe(oneOf(publisherKind)), {
      sv: 'Vem som publicerat den',
      en: 'Who published it',
    }),
    retrievedOn: labelled(maybe(day), { sv: 'Hämtad', en: 'Retrieved on' }),
    readOn: labelled(maybe(day), { sv: 'Läst', en: 'Read on' }),
    copyKind: labelled(maybe(oneOf(copyKind)), { sv: 'Läst som', en: 'Read as' }),
    copyUrl: labelled(maybe(url), { sv: 'Kopians adress', en: 'Address of the copy' }),
    copiedOn: labelled(maybe(day), { sv: 'Kopian tagen', en: 'Copied on' }),
    mediaType: text,
    /** The checksum of source.txt, which shows that it is still the text that was reviewed. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'write the SHA-256 of source.txt, 64 hexadecimal digits'),
  }),
  {
    urlUnknownReason: {
      need: ({ url: address }) => (address === null ? 'optional' : 'empty'),
      message: {
        en: 'omit urlUnknownReason, since the address is given',
        sv: 'Ange varför adressen saknas bara om den saknas.',
      },
    },
    readOn: {
      need: ({ copyKind: copy }) => (copy === null ? 'optional' : 'needed'),
      message: {
        en: 'give readOn, the day on which the copy was read',
        sv: 'Ange dagen då kopian lästes.',
      },
    },
    copyUrl: {
      need: ({ copyKind: copy }) => (copy === 'archived_copy' ? 'needed' : 'empty'),
      message: {
        en: 'give copyUrl, the address of the copy, if copyKind is archived_copy, and otherwise omit it',
        sv: 'Ange kopians adress om källan lästes i ett webbarkiv, annars inte.',
      },
    },
    copiedOn: {
      need: ({ copyKind: copy }) => (copy === 'archived_copy' ? 'needed' : 'empty'),
      message: {
        en: 'give copiedOn, the day on which the archive took the copy, if copyKind is archived_copy, and otherwise omit it',
        sv: 'Ange dagen då webbarkivet tog kopian om källan lästes där, annars inte.',
      },
    },
  },
)

/** Why a day is missing. */
const reason = (hint: Text) =>
  labelled(maybe(oneOf(unknownReason)), { sv: 'Varför det saknas', en: 'Why it is missing' }, { hint })

const period = withDependences(
  z.strictObject({
    start: labelled(maybe(stated), { sv: 'Från', en: 'From' }),
    end: labelled(maybe(stated), { sv: 'Till', en: 'To' }),
    unknownReason: reason({
      sv: 'Om början eller slutet saknas.',
      en: 'If the start or the end is missing.',
    }),
    quote: maybe(quote),
  }),
  {
    unknownReason: {
      need: ({ start, end }) => (start !== null && end !== null ? 'empty' : 'needed'),
      message: {
        en: 'give start and end, or unknownReason if one of them is missing',
        sv: 'Ange när perioden börjar och slutar, eller varför något av det saknas.',
      },
    },
    quote: {
      need: ({ start, end }) => ((start ?? end) === null ? 'optional' : 'needed'),
      message: { en: 'quote the words that state the period', sv: 'Markera de ord som anger perioden.' },
    },
  },
)
const signing = withDependences(
  z.strictObject({
    on: labelled(maybe(day), { sv: 'Dag', en: 'Day' }),
    unknownReason: reason({ sv: 'Om dagen saknas.', en: 'If the date is missing.' }),
    quote: maybe(quote),
    place: labelled(maybe(quote), { sv: 'Ort, som i dokumentet', en: 'Place, in the words of the document' }),
  }),
  {
    unknownReason: {
      need: ({ on }) => (on === null ? 'needed' : 'empty'),
      message: {
        en: 'give on, or unknownReason if it is missing',
        sv: 'Ange dagen för undertecknandet, eller varför den saknas.',
      },
    },
    quote: {
      need: ({ on }) => (on === null ? 'optional' : 'needed'),
      message: { en: 'quote the words that state the date', sv: 'Markera de ord som anger dagen.' },
    },
  },
)

export const agreementSchema = z.strictObject({
  id: text,
  document: labelled(document, { sv: 'Källa', en: 'Source' }),
  /** Who reviewed the record and when: null in a draft, which is not a record yet. */
  reviewed: needed(
    review,
    'this is a draft; review it, then write who reviewed it and when: { by: …, on: 2020-01-31 }',
  ),
  /** Who reviewed the record for an earlier text of the document, until somebody has reviewed it for this text. */
  reviewedBefore: maybe(review),
  kind: labelled(oneOf(agreementKind), { sv: 'Slag', en: 'Kind' }),
  title: labelled(quote, { sv: 'Titel', en: 'Title' }),
  municipalities: labelled(
    z
      .array(
        z.strictObject({
          code: labelled(keyOf('municipalities'), { sv: 'Kommun', en: 'Municipality' }),
          quote,
        }),
      )
      .min(1),
    { sv: 'Kommun', en: 'Municipality' },
  ),
  policeArea: labelled(
    maybe(
      z.strictObject({
        id: labelled(keyOf('policeAreas'), { sv: 'Lokalpolisområde', en: 'Local police area' }),
        quote,
      }),
    ),
    { sv: 'Lokalpolisområde', en: 'Local police area' },
  ),
  place: labelled(maybe(quote), { sv: 'Område som det gäller', en: 'Area that it covers' }),
  period: labelled(period, { sv: 'Period', en: 'Period' }),
  signing: labelled(signing, { sv: 'Undertecknat', en: 'Signed on' }),
  note: maybe(bilingual),
  relations: z.array(
    labelled(relation, { sv: 'Förhållande till annan överenskommelse', en: 'Relation to another agreement' }),
  ),
  promises: z.array(labelled(promise, { sv: 'Löfte', en: 'Promise' })),
  activities: z.array(labelled(activity, { sv: 'Aktivitet', en: 'Activity' })),
  signatures: z.array(labelled(signature, { sv: 'Underskrift', en: 'Signature' })),
  findings: z.array(labelled(finding, { sv: 'Lägesbild', en: 'Finding' })),
  followUps: z.array(labelled(followUp, { sv: 'Uppföljning', en: 'Follow-up' })),
  issues: z.array(labelled(issue, { sv: 'Anmärkning', en: 'Issue' })),
  /** The rule by which each value of the draft was read, if the record was a draft. An editor need not change it. */
  reading: maybe(
    z.array(z.strictObject({ value: text, rule: text, confidence: z.number().positive().max(1) })),
  ),
  /**
   * The decision of an editor on each value, by the id of its item: `0643-2019-a2.target`, or
   * `period` for a value of the agreement. A rejected value is no longer in the record. It is here with
   * its words, so that its id is not used again, and the same words are not read again.
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
   * Reviewed values whose words are no longer in the document, unchanged. They become part of the record again
   * when the words do. One that an editor rejects is in `review`, as `gone.0643-2019-a2.target`.
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

/** A reviewed agreement: the contents of one document, each value with its quote. */
export type AgreementRecord = z.infer<typeof agreementSchema>

/** A record that nobody has reviewed yet: topics and title may be missing. */
export const draftSchema = agreementSchema.extend({
  id: needed(text, 'no municipality was found, so no id could be made; write an id such as 0685-2020'),
  document: document.extend({ id: needed(text, 'write the id of the record followed by -d1') }),
  reviewed: review.nullable(),
  title: maybe(quote),
  promises: z.array(promise.extend({ topics })),
  activities: z.array(activity.extend({ topics })),
  signatures: z.array(
    signature.extend({
      role: needed(
        oneOf(role),
        `the printed role is not one of our roles; write one of ${valuesOf(role).join(', ')}`,
      ),
    }),
  ),
})

/** A record, reviewed or not. */
export type AnyRecord = z.infer<typeof draftSchema>

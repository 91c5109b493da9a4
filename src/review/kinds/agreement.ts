import { agreementKind, publisherKind, unknownReason } from '../../datasets/vocabularies/agreements.ts'
import type { Answers } from './answers.ts'
import { labelOf } from './fields.ts'
import {
  choice,
  formOf,
  mainWords,
  mainWordsIf,
  maybeChoice,
  maybeDay,
  maybeStated,
  maybeText,
  maybeWords,
  option,
} from './form.ts'
import { kindOfEvery, kindOfValue } from './kind.ts'
import { nameOf } from './reference.ts'
import { field, keyed } from './slot.ts'

// What belongs to the agreement as a whole.

const MUNICIPALITY = { sv: 'Kommun', en: 'Municipality' }
const POLICE_AREA = { sv: 'Lokalpolisområde', en: 'Local police area' }
const KIND = { sv: 'Slag', en: 'Kind' }
const REASON = { sv: 'Varför det saknas', en: 'Why it is missing' }

export const title = kindOfValue({
  label: { sv: 'Titel', en: 'Title' },
  slot: field('title'),
  form: mainWords,
})

export const kind = kindOfEvery({
  label: KIND,
  slot: field('kind'),
  form: choice('kind', KIND, agreementKind),
  says: (value) => labelOf(agreementKind, value),
})

export const municipality = kindOfValue({
  label: MUNICIPALITY,
  slot: keyed(field('municipalities'), ({ code }) => code),
  form: formOf({
    code: option('code', MUNICIPALITY, ({ reference }) => reference.municipalities),
    quote: mainWords,
  }),
  says: ({ code }, { municipalities }) => nameOf(municipalities, code),
})

export const policeArea = kindOfValue({
  label: POLICE_AREA,
  slot: field('policeArea'),
  form: formOf({
    id: option('id', POLICE_AREA, ({ reference }) => reference.policeAreas),
    quote: mainWords,
  }),
  says: ({ id }, { policeAreas }) => nameOf(policeAreas, id),
})

export const place = kindOfValue({
  label: { sv: 'Område som det gäller', en: 'Area that it covers' },
  slot: field('place'),
  form: mainWords,
})

const hasStart = (answers: Answers) => answers.maybeStated('start') !== null
const hasEnd = (answers: Answers) => answers.maybeStated('end') !== null

export const period = kindOfValue({
  label: { sv: 'Period', en: 'Period' },
  slot: field('period'),
  form: formOf({
    start: maybeStated('start', { sv: 'Från', en: 'From' }),
    end: maybeStated('end', { sv: 'Till', en: 'To' }),
    unknownReason: maybeChoice('unknownReason', REASON, unknownReason, {
      hint: { sv: 'Om början eller slutet saknas.', en: 'If the start or the end is missing.' },
      isNeeded: (answers) => !hasStart(answers) || !hasEnd(answers),
    }),
    quote: mainWordsIf((answers) => hasStart(answers) || hasEnd(answers)),
  }),
  says: ({ start, end, unknownReason: reason }) => {
    const why = labelOf(unknownReason, reason)
    if (start === null && end === null) return why
    const span = start === end ? `${start}` : `${start ?? '?'} – ${end ?? '?'}`
    return reason === null ? { sv: span, en: span } : { sv: `${span} (${why.sv})`, en: `${span} (${why.en})` }
  },
  rejected: { start: null, end: null, unknownReason: 'not_stated', quote: null },
})

const hasDay = (answers: Answers) => answers.maybeDay('on') !== null

export const signing = kindOfValue({
  label: { sv: 'Undertecknat', en: 'Signed on' },
  slot: field('signing'),
  form: formOf({
    on: maybeDay('on', { sv: 'Dag', en: 'Day' }),
    unknownReason: maybeChoice('unknownReason', REASON, unknownReason, {
      hint: { sv: 'Om dagen saknas.', en: 'If the date is missing.' },
      isNeeded: (answers) => !hasDay(answers),
    }),
    quote: mainWordsIf(hasDay),
    place: maybeWords('place', { sv: 'Ort, som i dokumentet', en: 'Place, in the words of the document' }),
  }),
  says: ({ on, unknownReason: reason }) =>
    on === null ? labelOf(unknownReason, reason) : { sv: on, en: on },
  rejected: { on: null, unknownReason: 'not_stated', quote: null, place: null },
})

const origin = field('document')

export const document = kindOfEvery({
  label: { sv: 'Källa', en: 'Source' },
  slot: {
    of: origin.of,
    with: (record, at, value, id) => origin.with(record, at, { ...record.document, ...value }, id),
  },
  form: formOf({
    url: maybeText('url', { sv: 'Adress', en: 'Address' }),
    publisherKind: maybeChoice(
      'publisherKind',
      { sv: 'Vem som publicerat den', en: 'Who published it' },
      publisherKind,
    ),
    retrievedOn: maybeDay('retrievedOn', { sv: 'Hämtad', en: 'Retrieved on' }),
  }),
  says: ({ url, publisherKind: publisher }) => {
    const by = labelOf(publisherKind, publisher)
    return { sv: `${url ?? 'ingen adress'}, ${by.sv}`, en: `${url ?? 'no address'}, ${by.en}` }
  },
})

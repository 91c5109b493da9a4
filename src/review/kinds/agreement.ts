import { agreementKind, publisherKind, unknownReason } from '../../datasets/vocabularies/agreements.ts'
import { choiceField, labelOf, optionsOf, textField, WORDS, wordsField } from './fields.ts'
import { type Kind, markedIn } from './kind.ts'
import { nameOf } from './reference.ts'

// What belongs to the agreement as a whole.

const STATED = {
  sv: 'Så noga som det står: 2020, 2020-01 eller 2020-01-31.',
  en: 'As precisely as it is stated: 2020, 2020-01 or 2020-01-31.',
}
const REASON = { sv: 'Varför det saknas', en: 'Why it is missing' }

export const title: Kind = {
  label: { sv: 'Titel', en: 'Title' },
  says: () => null,
  fields: ({ title: words }, at) => [wordsField('words', WORDS, markedIn(at) ?? words)],
  correct: (record, _, answers) => ({ ...record, title: answers.words('words') }),
  add: (record, _, answers) => ({ ...record, title: answers.words('words') }),
  reject: (record) => ({ ...record, title: null }),
}

export const kind: Kind = {
  label: { sv: 'Slag', en: 'Kind' },
  says: ({ kind: value }) => labelOf(agreementKind, value),
  fields: ({ kind: value }) => [
    choiceField('kind', { sv: 'Slag', en: 'Kind' }, optionsOf(agreementKind), value),
  ],
  correct: (record, _, answers) => ({ ...record, kind: answers.choice('kind', agreementKind) }),
}

export const municipality: Kind = {
  label: { sv: 'Kommun', en: 'Municipality' },
  says: (_, { key }, { municipalities }) => nameOf(municipalities, key),
  fields: (record, at, { municipalities }) => {
    const now = 'marked' in at ? undefined : record.municipalities.find(({ code }) => code === at.key)
    return [
      choiceField('code', { sv: 'Kommun', en: 'Municipality' }, municipalities, now?.code ?? null),
      wordsField('words', WORDS, now?.quote ?? markedIn(at)),
    ]
  },
  correct: (record, { key }, answers) => {
    const corrected = { code: answers.text('code'), quote: answers.words('words') }
    const others = record.municipalities.filter(({ code }) => code === key || code !== corrected.code)
    return {
      ...record,
      municipalities: others.map((each) => (each.code === key ? corrected : each)),
    }
  },
  add: (record, _, answers) => {
    const added = { code: answers.text('code'), quote: answers.words('words') }
    const others = record.municipalities.filter(({ code }) => code !== added.code)
    return { ...record, municipalities: [...others, added] }
  },
  reject: (record, { key }) => ({
    ...record,
    municipalities: record.municipalities.filter(({ code }) => code !== key),
  }),
}

export const policeArea: Kind = {
  label: { sv: 'Lokalpolisområde', en: 'Local police area' },
  says: ({ policeArea: area }, _, { policeAreas }) => nameOf(policeAreas, area?.id ?? null),
  fields: ({ policeArea: area }, at, { policeAreas }) => [
    choiceField('id', { sv: 'Lokalpolisområde', en: 'Local police area' }, policeAreas, area?.id ?? null),
    wordsField('words', WORDS, markedIn(at) ?? area?.quote ?? null),
  ],
  correct: (record, _, answers) => ({
    ...record,
    policeArea: { id: answers.text('id'), quote: answers.words('words') },
  }),
  add: (record, _, answers) => ({
    ...record,
    policeArea: { id: answers.text('id'), quote: answers.words('words') },
  }),
  reject: (record) => ({ ...record, policeArea: null }),
}

export const place: Kind = {
  label: { sv: 'Område som det gäller', en: 'Area that it covers' },
  says: () => null,
  fields: (record, at) => [wordsField('words', WORDS, markedIn(at) ?? record.place)],
  correct: (record, _, answers) => ({ ...record, place: answers.words('words') }),
  add: (record, _, answers) => ({ ...record, place: answers.words('words') }),
  reject: (record) => ({ ...record, place: null }),
}

const changePeriod: Kind['correct'] = (record, _, answers) => {
  const start = answers.maybeStated('start')
  const end = answers.maybeStated('end')
  const isWhole = start !== null && end !== null
  return {
    ...record,
    period: {
      start,
      end,
      unknownReason: isWhole ? null : answers.choice('unknownReason', unknownReason),
      quote: start === null && end === null ? answers.maybeWords('words') : answers.words('words'),
    },
  }
}

export const period: Kind = {
  label: { sv: 'Period', en: 'Period' },
  says: ({ period: { start, end, unknownReason: reason } }) => {
    const why = labelOf(unknownReason, reason)
    if (start === null && end === null) return why
    const span = start === end ? `${start}` : `${start ?? '?'} – ${end ?? '?'}`
    return reason === null ? { sv: span, en: span } : { sv: `${span} (${why.sv})`, en: `${span} (${why.en})` }
  },
  fields: ({ period: now }, at) => [
    textField('start', { sv: 'Från', en: 'From' }, now.start, { mayBeEmpty: true, hint: STATED }),
    textField('end', { sv: 'Till', en: 'To' }, now.end, { mayBeEmpty: true, hint: STATED }),
    choiceField('unknownReason', REASON, optionsOf(unknownReason), now.unknownReason, {
      mayBeEmpty: true,
      hint: { sv: 'Om början eller slut saknas.', en: 'Where the beginning or the end is missing.' },
    }),
    wordsField('words', WORDS, markedIn(at) ?? now.quote, { mayBeEmpty: true }),
  ],
  correct: changePeriod,
  add: (record, _, answers) => changePeriod(record, NOWHERE, answers),
  reject: (record) => ({
    ...record,
    period: { start: null, end: null, unknownReason: 'not_stated', quote: null },
  }),
}

const changeSigning: Kind['correct'] = (record, _, answers) => {
  const on = answers.maybeDay('on')
  return {
    ...record,
    signing: {
      on,
      unknownReason: on === null ? answers.choice('unknownReason', unknownReason) : null,
      quote: on === null ? answers.maybeWords('words') : answers.words('words'),
      place: answers.maybeWords('place'),
    },
  }
}

export const signing: Kind = {
  label: { sv: 'Undertecknat', en: 'Signed on' },
  says: ({ signing: { on, unknownReason: reason } }) =>
    on === null ? labelOf(unknownReason, reason) : { sv: on, en: on },
  fields: ({ signing: now }, at) => [
    textField('on', { sv: 'Dag', en: 'Day' }, now.on, { mayBeEmpty: true, type: 'day' }),
    choiceField('unknownReason', REASON, optionsOf(unknownReason), now.unknownReason, {
      mayBeEmpty: true,
      hint: { sv: 'Om dagen saknas.', en: 'Where the day is missing.' },
    }),
    wordsField('words', WORDS, markedIn(at) ?? now.quote, { mayBeEmpty: true }),
    wordsField('place', { sv: 'Ort, med dokumentets ord', en: 'Place, in its words' }, now.place, {
      mayBeEmpty: true,
    }),
  ],
  correct: changeSigning,
  add: (record, _, answers) => changeSigning(record, NOWHERE, answers),
  reject: (record) => ({
    ...record,
    signing: { on: null, unknownReason: 'not_stated', quote: null, place: null },
  }),
}

/** There is one of these in every record, so it needs no place. */
const NOWHERE = {
  value: '',
  kind: 'title',
  item: null,
  key: null,
  group: '',
  quotes: [],
  words: null,
} as const

export const document: Kind = {
  label: { sv: 'Källa', en: 'Source' },
  says: ({ document: { url, publisherKind: publisher } }) => {
    const by = labelOf(publisherKind, publisher)
    return { sv: `${url ?? 'ingen adress'}, ${by.sv}`, en: `${url ?? 'no address'}, ${by.en}` }
  },
  fields: ({ document: { url, publisherKind: publisher, retrievedOn } }) => [
    textField('url', { sv: 'Adress', en: 'Address' }, url, { mayBeEmpty: true }),
    choiceField(
      'publisherKind',
      { sv: 'Vem som publicerat den', en: 'Who published it' },
      optionsOf(publisherKind),
      publisher,
      { mayBeEmpty: true },
    ),
    textField('retrievedOn', { sv: 'Hämtad', en: 'Retrieved on' }, retrievedOn, {
      mayBeEmpty: true,
      type: 'day',
    }),
  ],
  correct: (record, _, answers) => ({
    ...record,
    document: {
      ...record.document,
      url: answers.maybeText('url'),
      publisherKind: answers.maybeChoice('publisherKind', publisherKind),
      retrievedOn: answers.maybeDay('retrievedOn'),
    },
  }),
}

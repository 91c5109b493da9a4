import { agreementKind, relation as relationKind } from '../../datasets/vocabularies/agreements.ts'
import {
  findingBasis,
  findingKind,
  followUpFrequency,
  issueKind,
  reportState,
} from '../../datasets/vocabularies/situation.ts'
import { placesOf } from '../record/places.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { labelOf, type Option } from './fields.ts'
import {
  choice,
  choices,
  type Form,
  formOf,
  mainWords,
  mainWordsIf,
  maybeChoice,
  maybeDay,
  maybeOption,
  maybeText,
  maybeWords,
  maybeYear,
  text,
} from './form.ts'
import { kindOfValue } from './kind.ts'
import { listItem } from './slot.ts'

// What stands around promises: relations to other agreements, findings, follow-ups, and issues.

const firstYear = maybeYear('first', { sv: 'Första år', en: 'First year' })
const lastYear = maybeYear('last', { sv: 'Sista år', en: 'Last year' })

/** The years of the other agreement: there is no last one without a first. */
const years: Form<Unfinished['relations'][number]['years']> = {
  fields: (now, context) => [
    ...firstYear.fields(now?.first ?? null, context),
    ...lastYear.fields(now?.last ?? null, context),
  ],
  read: (answers, record) => {
    const first = firstYear.read(answers, record)
    return first === null ? null : { first, last: lastYear.read(answers, record) }
  },
}

export const relation = kindOfValue({
  label: { sv: 'Förhållande till annan överenskommelse', en: 'Relation to another agreement' },
  slot: listItem('relations'),
  form: formOf({
    relation: choice('relation', { sv: 'Förhållande', en: 'Relation' }, relationKind),
    kind: choice('kind', { sv: 'Den andra är', en: 'The other is' }, agreementKind),
    agreement: maybeText(
      'agreement',
      { sv: 'Den andras id', en: 'Id of the other' },
      {
        hint: {
          sv: 'Om den finns i datamängden, till exempel 0685-2018.',
          en: 'If it is in the data set, such as 0685-2018.',
        },
      },
    ),
    years,
    text: mainWords,
  }),
  says: ({ relation: value, kind, years: span }) => {
    const said = span ? ` ${span.first}${span.last === span.first ? '' : `–${span.last ?? ''}`}` : ''
    const [how, what] = [labelOf(relationKind, value), labelOf(agreementKind, kind)]
    return { sv: `${how.sv}: ${what.sv}${said}`, en: `${how.en}: ${what.en}${said}` }
  },
})

const BASIS_TEXT = {
  sv: 'Vad den bygger på, som i dokumentet',
  en: 'What it is based on, in the words of the document',
}

export const finding = kindOfValue({
  label: { sv: 'Lägesbild', en: 'Finding' },
  slot: listItem('findings'),
  form: formOf({
    text: mainWords,
    kind: choice('kind', { sv: 'Slag', en: 'Kind' }, findingKind, 'finding'),
    basis: choices('basis', { sv: 'Bygger på', en: 'Based on' }, findingBasis),
    basisText: {
      ...maybeWords('basisText', BASIS_TEXT),
      read: (answers) =>
        answers.choices('basis', findingBasis).length > 0 ? answers.words('basisText') : null,
    },
  }),
  says: ({ kind, basis }) => {
    const said = (language: 'sv' | 'en') =>
      [
        labelOf(findingKind, kind)[language],
        ...basis.map((each) => labelOf(findingBasis, each)[language]),
      ].join('; ')
    return { sv: said('sv'), en: said('en') }
  },
})

const REPORT_URL = { sv: 'Redovisningens adress', en: 'Address of the report' }

/** Whether a report was found, and where. */
const report: Form<Unfinished['followUps'][number]['report']> = formOf({
  state: choice('report', { sv: 'Redovisning', en: 'Report' }, reportState, 'not_researched'),
  url: {
    ...maybeText('reportUrl', REPORT_URL, {
      hint: { sv: 'Om en har hittats.', en: 'If a report was found.' },
    }),
    read: (answers) => (answers.choice('report', reportState) === 'found' ? answers.text('reportUrl') : null),
  },
})

const DUE_TEXT = { sv: 'Senast, som i dokumentet', en: 'Due on, in the words of the document' }

export const followUp = kindOfValue({
  label: { sv: 'Uppföljning', en: 'Follow-up' },
  slot: listItem('followUps'),
  form: formOf({
    text: mainWords,
    frequency: maybeChoice('frequency', { sv: 'Hur ofta', en: 'How often' }, followUpFrequency),
    dueOn: maybeDay('dueOn', { sv: 'Senast', en: 'Due on' }),
    dueText: {
      ...maybeWords('dueText', DUE_TEXT),
      read: (answers) =>
        answers.maybeDay('dueOn') === null ? answers.maybeWords('dueText') : answers.words('dueText'),
    },
    channel: maybeWords('channel', { sv: 'Var den visas', en: 'Where it is shown' }),
    body: maybeWords('body', { sv: 'Vem som följer upp', en: 'Who follows up' }),
    report,
  }),
  says: ({ frequency, dueOn }) => {
    const said = (language: 'sv' | 'en') =>
      [
        ...(frequency === null ? [] : [labelOf(followUpFrequency, frequency)[language]]),
        ...(dueOn === null ? [] : [`${{ sv: 'senast', en: 'due' }[language]} ${dueOn}`]),
      ].join('; ')
    return said('sv') === '' ? null : { sv: said('sv'), en: said('en') }
  },
})

/** What an issue can be about: the items of the record, by the words that they rest on. */
function itemOptions(record: Unfinished): Option[] {
  return placesOf(record).flatMap(({ item, kind, value, quotes: [quote] }) => {
    if (item === null || kind === 'issue' || (value !== item && value !== `${item}.text`)) return []
    const label = `${item} ${quote?.words ?? ''}`
    return [{ value: item, label: { sv: label, en: label } }]
  })
}

export const issue = kindOfValue({
  label: { sv: 'Anmärkning', en: 'Issue' },
  slot: listItem('issues'),
  form: formOf({
    kind: choice('kind', { sv: 'Slag', en: 'Kind' }, issueKind),
    record: maybeOption('record', { sv: 'Gäller', en: 'About' }, ({ record }) => itemOptions(record)),
    text: mainWordsIf(() => false),
    explanation: formOf({
      sv: text('sv', { sv: 'Förklaring på svenska', en: 'Explanation in Swedish' }, 'long-text'),
      en: text('en', { sv: 'Förklaring på engelska', en: 'Explanation in English' }, 'long-text'),
    }),
  }),
  says: ({ kind, explanation }) => {
    const label = labelOf(issueKind, kind)
    return { sv: `${label.sv}: ${explanation.sv}`, en: `${label.en}: ${explanation.en}` }
  },
})

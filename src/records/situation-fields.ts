import { z } from 'zod'
import { agreementKind, relation as relationKind } from '../datasets/vocabularies/agreements.ts'
import {
  dueTime,
  findingBasis,
  findingKind,
  followUpFrequency,
  issueKind,
  reportState,
} from '../datasets/vocabularies/situation.ts'
import { day, labelled, maybe, oneOf, quote, text, url, withDependences, year } from './field.ts'

// The other parts of a record: relations to other agreements, findings, follow-ups, and issues.

export const bilingual = z.strictObject({
  sv: labelled(text, { sv: 'Förklaring på svenska', en: 'Explanation in Swedish' }, { input: 'long-text' }),
  en: labelled(text, { sv: 'Förklaring på engelska', en: 'Explanation in English' }, { input: 'long-text' }),
})

export const relation = z.strictObject({
  id: text,
  relation: labelled(oneOf(relationKind), { sv: 'Förhållande', en: 'Relation' }),
  kind: labelled(oneOf(agreementKind), { sv: 'Den andra är', en: 'The other is' }),
  agreement: labelled(
    maybe(text),
    { sv: 'Den andras id', en: 'Id of the other' },
    {
      hint: {
        sv: 'Om den finns i datamängden, till exempel 0685-2018.',
        en: 'If it is in the data set, such as 0685-2018.',
      },
    },
  ),
  years: maybe(
    z.strictObject({
      first: labelled(year, { sv: 'Första år', en: 'First year' }),
      last: labelled(maybe(year), { sv: 'Sista år', en: 'Last year' }),
    }),
  ),
  text: quote,
})
export const finding = withDependences(
  z.strictObject({
    id: text,
    kind: labelled(oneOf(findingKind), { sv: 'Slag', en: 'Kind' }, { preset: 'finding' }),
    agreement: labelled(
      maybe(text),
      { sv: 'Gäller en annan överenskommelse', en: 'About another agreement' },
      {
        hint: {
          sv: 'Dess id, om källan säger detta om en annan överenskommelse i datamängden, till exempel 1083-2022-co.',
          en: 'Its id, if the source says this of another agreement in the data set, such as 1083-2022-co.',
        },
      },
    ),
    text: quote,
    basis: labelled(z.array(oneOf(findingBasis)), { sv: 'Bygger på', en: 'Based on' }),
    basisText: labelled(maybe(quote), {
      sv: 'Vad den bygger på, som i dokumentet',
      en: 'What it is based on, in the words of the document',
    }),
  }),
  {
    basisText: {
      need: ({ basis }) => (basis.length > 0 ? 'needed' : 'empty'),
      message: {
        en: 'give both basis and basisText, or neither',
        sv: 'Ange både vad lägesbilden bygger på och de ord som säger det, eller inget av det.',
      },
    },
  },
)

/** Whether a report was found, and where. */
const report = withDependences(
  z.strictObject({
    state: labelled(oneOf(reportState), { sv: 'Redovisning', en: 'Report' }, { preset: 'not_researched' }),
    url: labelled(
      maybe(url),
      { sv: 'Redovisningens adress', en: 'Address of the report' },
      { hint: { sv: 'Om en har hittats.', en: 'If a report was found.' } },
    ),
  }),
  {
    url: {
      need: ({ state }) => (state === 'found' ? 'needed' : 'empty'),
      message: {
        en: 'give url if state is found, otherwise omit it',
        sv: 'Ange redovisningens adress bara om redovisningen har hittats.',
      },
    },
  },
)

export const followUp = withDependences(
  z.strictObject({
    id: text,
    text: quote,
    frequency: labelled(maybe(oneOf(followUpFrequency)), { sv: 'Hur ofta', en: 'How often' }),
    dueOn: labelled(maybe(day), { sv: 'Senast', en: 'Due on' }),
    dueTimes: labelled(z.array(oneOf(dueTime)).default([]), {
      sv: 'Månader eller årstider',
      en: 'Months or seasons',
    }),
    dueText: labelled(maybe(quote), {
      sv: 'När, som i dokumentet',
      en: 'When, in the words of the document',
    }),
    channel: labelled(maybe(quote), { sv: 'Var den visas', en: 'Where it is shown' }),
    body: labelled(maybe(quote), { sv: 'Vem som följer upp', en: 'Who follows up' }),
    report,
  }),
  {
    dueText: {
      need: ({ dueOn, dueTimes }) => (dueOn === null && dueTimes.length === 0 ? 'optional' : 'needed'),
      message: {
        en: 'add dueText, which quotes when it is due',
        sv: 'Markera de ord som säger när uppföljningen senast ska vara klar.',
      },
    },
  },
)

/**
 * The topic of an issue that is about the program and not about the document: a line that no rule
 * reads, the kind of a list, and so on. Such an issue is never published.
 */
const issueQuestions = [
  'line',
  'column',
  'responsible',
  'commitments',
  'list',
  'topics',
  'target',
  'role',
  'area',
  'municipality',
  'duplicate',
  'earlier',
  'links',
] as const

export const issue = z.strictObject({
  id: text,
  kind: labelled(oneOf(issueKind), { sv: 'Slag', en: 'Kind' }),
  record: labelled(maybe(text), { sv: 'Gäller', en: 'About' }),
  text: maybe(quote),
  explanation: bilingual,
  asks: maybe(z.enum(issueQuestions)),
})

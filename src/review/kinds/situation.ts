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
import type { Answers } from './answers.ts'
import { choiceField, choicesField, labelOf, optionsOf, textField, WORDS, wordsField } from './fields.ts'
import { type Kind, markedIn } from './kind.ts'

// What stands around promises: relations to other agreements, findings, follow-ups, and issues.

type List = 'relations' | 'findings' | 'followUps' | 'issues'
type Item<L extends List> = Unfinished[L][number]

/** What kinds have in common whose values are the items of a list. */
function listKind<L extends List>(
  list: L,
  read: (answers: Answers, id: string, record: Unfinished) => Item<L>,
) {
  const items = (record: Unfinished): Item<L>[] => record[list]
  return {
    correct: (record, { item }, answers) => ({
      ...record,
      [list]: items(record).map((each) => (each.id === item ? read(answers, each.id, record) : each)),
    }),
    add: (record, _, answers, id) => ({ ...record, [list]: [...items(record), read(answers, id, record)] }),
    reject: (record, { item }) => ({ ...record, [list]: items(record).filter(({ id }) => id !== item) }),
  } satisfies Partial<Kind>
}

export const relation: Kind = {
  label: { sv: 'Förhållande till annan överenskommelse', en: 'Relation to another agreement' },
  says: ({ relations }, { item }) => {
    const now = relations.find(({ id }) => id === item)
    if (!now) return null
    const { relation: value, kind, years } = now
    const span = years ? ` ${years.first}${years.last === years.first ? '' : `–${years.last ?? ''}`}` : ''
    const [how, what] = [labelOf(relationKind, value), labelOf(agreementKind, kind)]
    return { sv: `${how.sv}: ${what.sv}${span}`, en: `${how.en}: ${what.en}${span}` }
  },
  fields: ({ relations }, at) => {
    const now = 'marked' in at ? undefined : relations.find(({ id }) => id === at.item)
    return [
      choiceField(
        'relation',
        { sv: 'Förhållande', en: 'Relation' },
        optionsOf(relationKind),
        now?.relation ?? null,
      ),
      choiceField(
        'kind',
        { sv: 'Den andra är', en: 'The other is' },
        optionsOf(agreementKind),
        now?.kind ?? null,
      ),
      textField('agreement', { sv: 'Den andras id', en: 'Id of the other' }, now?.agreement ?? null, {
        mayBeEmpty: true,
        hint: {
          sv: 'Om den finns i datamängden, till exempel 0685-2018.',
          en: 'Where it is in the data set, such as 0685-2018.',
        },
      }),
      textField('first', { sv: 'Första år', en: 'First year' }, now?.years?.first ?? null, {
        mayBeEmpty: true,
      }),
      textField('last', { sv: 'Sista år', en: 'Last year' }, now?.years?.last ?? null, { mayBeEmpty: true }),
      wordsField('words', WORDS, now?.text ?? markedIn(at)),
    ]
  },
  ...listKind('relations', (answers, id) => {
    const first = answers.maybeYear('first')
    return {
      id,
      relation: answers.choice('relation', relationKind),
      kind: answers.choice('kind', agreementKind),
      agreement: answers.maybeText('agreement'),
      years: first === null ? null : { first, last: answers.maybeYear('last') },
      text: answers.words('words'),
    }
  }),
}

export const finding: Kind = {
  label: { sv: 'Lägesbild', en: 'Finding' },
  says: ({ findings }, { item }) => {
    const now = findings.find(({ id }) => id === item)
    if (!now) return null
    const said = (language: 'sv' | 'en') =>
      [
        labelOf(findingKind, now.kind)[language],
        ...now.basis.map((each) => labelOf(findingBasis, each)[language]),
      ].join('; ')
    return { sv: said('sv'), en: said('en') }
  },
  fields: ({ findings }, at) => {
    const now = 'marked' in at ? undefined : findings.find(({ id }) => id === at.item)
    return [
      wordsField('words', WORDS, now?.text ?? markedIn(at)),
      choiceField('kind', { sv: 'Slag', en: 'Kind' }, optionsOf(findingKind), now?.kind ?? 'finding'),
      choicesField('basis', { sv: 'Bygger på', en: 'Rests on' }, optionsOf(findingBasis), now?.basis ?? [], {
        mayBeEmpty: true,
      }),
      wordsField(
        'basisText',
        { sv: 'Vad den bygger på, med dokumentets ord', en: 'What it rests on, in its words' },
        now?.basisText ?? null,
        { mayBeEmpty: true },
      ),
    ]
  },
  ...listKind('findings', (answers, id) => {
    const basis = answers.choices('basis', findingBasis)
    return {
      id,
      kind: answers.choice('kind', findingKind),
      text: answers.words('words'),
      basis,
      basisText: basis.length > 0 ? answers.words('basisText') : null,
    }
  }),
}

export const followUp: Kind = {
  label: { sv: 'Uppföljning', en: 'Follow-up' },
  says: ({ followUps }, { item }) => {
    const now = followUps.find(({ id }) => id === item)
    if (!now) return null
    const said = (language: 'sv' | 'en') =>
      [
        ...(now.frequency === null ? [] : [labelOf(followUpFrequency, now.frequency)[language]]),
        ...(now.dueOn === null ? [] : [`${{ sv: 'senast', en: 'due' }[language]} ${now.dueOn}`]),
      ].join('; ')
    return said('sv') === '' ? null : { sv: said('sv'), en: said('en') }
  },
  fields: ({ followUps }, at) => {
    const now = 'marked' in at ? undefined : followUps.find(({ id }) => id === at.item)
    const may = { mayBeEmpty: true }
    return [
      wordsField('words', WORDS, now?.text ?? markedIn(at)),
      choiceField(
        'frequency',
        { sv: 'Hur ofta', en: 'How often' },
        optionsOf(followUpFrequency),
        now?.frequency ?? null,
        may,
      ),
      textField('dueOn', { sv: 'Senast', en: 'Due on' }, now?.dueOn ?? null, { ...may, type: 'day' }),
      wordsField(
        'dueText',
        { sv: 'Senast, med dokumentets ord', en: 'Due on, in its words' },
        now?.dueText ?? null,
        may,
      ),
      wordsField('channel', { sv: 'Var den visas', en: 'Where it is shown' }, now?.channel ?? null, may),
      wordsField('body', { sv: 'Vem som följer upp', en: 'Who follows up' }, now?.body ?? null, may),
      choiceField(
        'report',
        { sv: 'Redovisning', en: 'Report' },
        optionsOf(reportState),
        now?.report.state ?? 'not_researched',
      ),
      textField(
        'reportUrl',
        { sv: 'Redovisningens adress', en: 'Address of the report' },
        now?.report.url ?? null,
        {
          ...may,
          hint: { sv: 'Om en har hittats.', en: 'Where one was found.' },
        },
      ),
    ]
  },
  ...listKind('followUps', (answers, id) => {
    const dueOn = answers.maybeDay('dueOn')
    const state = answers.choice('report', reportState)
    return {
      id,
      text: answers.words('words'),
      frequency: answers.maybeChoice('frequency', followUpFrequency),
      dueOn,
      dueText: dueOn === null ? answers.maybeWords('dueText') : answers.words('dueText'),
      channel: answers.maybeWords('channel'),
      body: answers.maybeWords('body'),
      report: { state, url: state === 'found' ? answers.text('reportUrl') : null },
    }
  }),
}

export const issue: Kind = {
  label: { sv: 'Anmärkning', en: 'Issue' },
  says: ({ issues }, { item }) => {
    const now = issues.find(({ id }) => id === item)
    if (!now) return null
    const kind = labelOf(issueKind, now.kind)
    return { sv: `${kind.sv}: ${now.explanation.sv}`, en: `${kind.en}: ${now.explanation.en}` }
  },
  fields: (record, at) => {
    const now = 'marked' in at ? undefined : record.issues.find(({ id }) => id === at.item)
    const items = placesOf(record).flatMap(({ item, kind, value, quotes: [quote] }) =>
      item !== null && kind !== 'issue' && (value === item || value === `${item}.text`)
        ? [
            {
              value: item,
              label: { sv: `${item} ${quote?.words ?? ''}`, en: `${item} ${quote?.words ?? ''}` },
            },
          ]
        : [],
    )
    return [
      choiceField('kind', { sv: 'Slag', en: 'Kind' }, optionsOf(issueKind), now?.kind ?? null),
      choiceField('record', { sv: 'Gäller', en: 'About' }, items, now?.record ?? null, { mayBeEmpty: true }),
      wordsField('words', WORDS, now?.text ?? markedIn(at), { mayBeEmpty: true }),
      textField(
        'sv',
        { sv: 'Förklaring på svenska', en: 'Explanation in Swedish' },
        now?.explanation.sv ?? null,
        {
          type: 'long-text',
        },
      ),
      textField(
        'en',
        { sv: 'Förklaring på engelska', en: 'Explanation in English' },
        now?.explanation.en ?? null,
        {
          type: 'long-text',
        },
      ),
    ]
  },
  ...listKind('issues', (answers, id) => ({
    id,
    kind: answers.choice('kind', issueKind),
    record: answers.maybeText('record'),
    text: answers.maybeWords('words'),
    explanation: { sv: answers.text('sv'), en: answers.text('en') },
  })),
}

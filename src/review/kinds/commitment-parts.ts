import { actorBasis, targetOperator, targetPer } from '../../datasets/vocabularies/promises.ts'
import { commitmentOf, type Place, withCommitment } from '../record/places.ts'
import type { Commitment, Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'
import { choiceField, labelOf, optionsOf, textField, WORDS, wordsField } from './fields.ts'
import { type Kind, markedIn, type Spot } from './kind.ts'
import { nameOf } from './reference.ts'

// What a promise or an activity says of itself: who, how much, by when, for whom.

const itemOf = (record: Unfinished, at: Place | Spot): Partial<Commitment> =>
  commitmentOf(record, at.item) ?? {}

const actorIn = (answers: Answers) => ({
  id: answers.text('id'),
  basis: answers.choice('basis', actorBasis),
  quote: answers.words('words'),
})

export const actor: Kind = {
  label: { sv: 'Aktör', en: 'Actor' },
  ofItem: true,
  says: (record, at, { actors }) => {
    const { sv, en } = nameOf(actors, at.key)
    const basis = itemOf(record, at).actors?.find(({ id }) => id === at.key)?.basis ?? null
    const where = labelOf(actorBasis, basis)
    return basis === 'stated'
      ? { sv, en }
      : { sv: `${sv} (${within(where.sv)})`, en: `${en} (${within(where.en)})` }
  },
  fields: (record, at, { actors }) => {
    const now = 'marked' in at ? undefined : itemOf(record, at).actors?.find(({ id }) => id === at.key)
    return [
      choiceField('id', { sv: 'Aktör', en: 'Actor' }, actors, now?.id ?? null),
      choiceField(
        'basis',
        { sv: 'Var den namnges', en: 'Where it is named' },
        optionsOf(actorBasis),
        now?.basis ?? 'stated',
      ),
      wordsField('words', WORDS, now?.quote ?? markedIn(at)),
    ]
  },
  correct: (record, at, answers) => {
    const corrected = actorIn(answers)
    const actors = (itemOf(record, at).actors ?? [])
      .filter(({ id }) => id === at.key || id !== corrected.id)
      .map((each) => (each.id === at.key ? corrected : each))
    return withCommitment(record, at.item, { actors })
  },
  add: (record, at, answers) => {
    const added = actorIn(answers)
    const others = (itemOf(record, at).actors ?? []).filter(({ id }) => id !== added.id)
    return withCommitment(record, at.item, { actors: [...others, added] })
  },
  reject: (record, at) =>
    withCommitment(record, at.item, {
      actors: (itemOf(record, at).actors ?? []).filter(({ id }) => id !== at.key),
    }),
}

/** A label as it stands within a sentence. */
function within(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

const OPERATOR = {
  at_least: { sv: 'minst', en: 'at least' },
  exactly: { sv: 'exakt', en: 'exactly' },
  at_most: { sv: 'högst', en: 'at most' },
} as const

const changeTarget = (record: Unfinished, { item }: Place | Spot, answers: Answers) => {
  const quote = answers.words('words')
  const unit = answers.text('unit')
  if (quote.words !== '' && !quote.words.includes(unit)) {
    answers.wrong.push({
      field: 'unit',
      message: {
        sv: 'Enheten ska stå bland dokumentets ord, skriven likadant.',
        en: 'The unit must be among the words of the document, spelt the same.',
      },
    })
  }
  return withCommitment(record, item, {
    target: {
      operator: answers.choice('operator', targetOperator),
      value: answers.number('value'),
      unit,
      per: answers.maybeChoice('per', targetPer),
      quote,
    },
  })
}

export const target: Kind = {
  label: { sv: 'Mål', en: 'Target' },
  ofItem: true,
  says: (record, at) => {
    const now = itemOf(record, at).target
    if (!now) return null
    const { operator, value, unit, per } = now
    const time = labelOf(targetPer, per)
    const end = (words: string) => (per === null ? '' : ` ${within(words)}`)
    return {
      sv: `${OPERATOR[operator].sv} ${value.toLocaleString('sv-SE')} ${unit}${end(time.sv)}`,
      en: `${OPERATOR[operator].en} ${value.toLocaleString('en-GB')} ${unit}${end(time.en)}`,
    }
  },
  fields: (record, at) => {
    const now = itemOf(record, at).target
    return [
      choiceField(
        'operator',
        { sv: 'Hur talet ska läsas', en: 'How to read the number' },
        optionsOf(targetOperator),
        now?.operator ?? null,
      ),
      textField('value', { sv: 'Tal', en: 'Number' }, now?.value ?? null, { type: 'number' }),
      textField('unit', { sv: 'Enhet, som den står', en: 'Unit, as it is written' }, now?.unit ?? null),
      choiceField('per', { sv: 'Per', en: 'Per' }, optionsOf(targetPer), now?.per ?? null, {
        mayBeEmpty: true,
      }),
      wordsField('words', WORDS, markedIn(at) ?? now?.quote ?? null),
    ]
  },
  correct: changeTarget,
  add: changeTarget,
  reject: (record, { item }) => withCommitment(record, item, { target: null }),
}

const changeDeadline = (record: Unfinished, { item }: Place | Spot, answers: Answers) =>
  withCommitment(record, item, { deadline: { on: answers.day('on'), quote: answers.words('words') } })

export const deadline: Kind = {
  label: { sv: 'Senast', en: 'Deadline' },
  ofItem: true,
  says: (record, at) => {
    const on = itemOf(record, at).deadline?.on ?? '–'
    return { sv: on, en: on }
  },
  fields: (record, at) => {
    const now = itemOf(record, at).deadline
    return [
      textField('on', { sv: 'Dag', en: 'Day' }, now?.on ?? null, { type: 'day' }),
      wordsField('words', WORDS, markedIn(at) ?? now?.quote ?? null),
    ]
  },
  correct: changeDeadline,
  add: changeDeadline,
  reject: (record, { item }) => withCommitment(record, item, { deadline: null }),
}

const changeTargetGroup = (record: Unfinished, { item }: Place | Spot, answers: Answers) =>
  withCommitment(record, item, { targetGroup: answers.words('words') })

export const targetGroup: Kind = {
  label: { sv: 'Målgrupp', en: 'Target group' },
  ofItem: true,
  says: () => null,
  fields: (record, at) => [
    wordsField('words', WORDS, markedIn(at) ?? itemOf(record, at).targetGroup ?? null),
  ],
  correct: changeTargetGroup,
  add: changeTargetGroup,
  reject: (record, { item }) => withCommitment(record, item, { targetGroup: null }),
}

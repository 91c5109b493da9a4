import { actorBasis, targetOperator, targetPer } from '../../datasets/vocabularies/promises.ts'
import type { Commitment } from '../record/unfinished.ts'
import { labelOf } from './fields.ts'
import { choice, day, type Form, formOf, mainWords, maybeChoice, number, option, text } from './form.ts'
import { kindOfItem } from './kind.ts'
import { nameOf } from './reference.ts'
import { itemField, keyed } from './slot.ts'

// What a promise or an activity says of itself: who, how much, by when, for whom.

const ACTOR = { sv: 'Aktör', en: 'Actor' }

export const actor = kindOfItem({
  label: ACTOR,
  slot: keyed(itemField('actors'), ({ id }) => id),
  form: formOf({
    id: option('id', ACTOR, ({ reference }) => reference.actors),
    basis: choice('basis', { sv: 'Var den namnges', en: 'Where it is named' }, actorBasis, 'stated'),
    quote: mainWords,
  }),
  says: ({ id, basis }, { actors }) => {
    const { sv, en } = nameOf(actors, id)
    const where = labelOf(actorBasis, basis)
    return basis === 'stated'
      ? { sv, en }
      : { sv: `${sv} (${within(where.sv)})`, en: `${en} (${within(where.en)})` }
  },
})

/** A label as it stands within a sentence. */
function within(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

const OPERATOR = {
  at_least: { sv: 'minst', en: 'at least' },
  exactly: { sv: 'exakt', en: 'exactly' },
  at_most: { sv: 'högst', en: 'at most' },
} as const

/** The unit is one of the words that the target rests on. */
const unit: Form<string> = {
  ...text('unit', { sv: 'Enhet, som i dokumentet', en: 'Unit, as it is written' }),
  read: (answers) => {
    const { words } = answers.words('words')
    const written = answers.text('unit')
    if (words !== '' && !words.includes(written)) {
      const message = {
        sv: 'Enheten ska finnas i dokumentet och vara skriven på samma sätt.',
        en: 'The unit must occur in the document, spelt the same way.',
      }
      answers.wrong.push({ field: 'unit', message })
    }
    return written
  },
}

export const target = kindOfItem({
  label: { sv: 'Mål', en: 'Target' },
  slot: itemField('target'),
  form: formOf<NonNullable<Commitment['target']>>({
    operator: choice('operator', { sv: 'Hur talet ska läsas', en: 'How to read the number' }, targetOperator),
    value: number('value', { sv: 'Tal', en: 'Number' }),
    unit,
    per: maybeChoice('per', { sv: 'Per', en: 'Per' }, targetPer),
    quote: mainWords,
  }),
  says: ({ operator, value, unit: counted, per }) => {
    const time = labelOf(targetPer, per)
    const end = (words: string) => (per === null ? '' : ` ${within(words)}`)
    return {
      sv: `${OPERATOR[operator].sv} ${value.toLocaleString('sv-SE')} ${counted}${end(time.sv)}`,
      en: `${OPERATOR[operator].en} ${value.toLocaleString('en-GB')} ${counted}${end(time.en)}`,
    }
  },
})

export const deadline = kindOfItem({
  label: { sv: 'Senast', en: 'Deadline' },
  slot: itemField('deadline'),
  form: formOf({ on: day('on', { sv: 'Dag', en: 'Day' }), quote: mainWords }),
  says: ({ on }) => ({ sv: on, en: on }),
})

export const targetGroup = kindOfItem({
  label: { sv: 'Målgrupp', en: 'Target group' },
  slot: itemField('targetGroup'),
  form: mainWords,
})

import { z } from 'zod'
import { GIST_LENGTH } from '../datasets/commitments.ts'
import {
  actorBasis,
  commitment,
  linkBasis,
  targetOperator,
  targetPer,
} from '../datasets/vocabularies/promises.ts'
import { targetWhat } from '../datasets/vocabularies/target-what.ts'
import { day, keyOf, labelled, maybe, oneOf, quote, quoteOf, text } from './field.ts'

// The fields of promises and activities.

const actor = z.strictObject({
  id: labelled(keyOf('actors'), { sv: 'Aktör', en: 'Actor' }),
  basis: labelled(
    oneOf(actorBasis),
    { sv: 'Var den namnges', en: 'Where it is named' },
    { preset: 'stated' },
  ),
  quote,
})
export const target = z.strictObject({
  operator: labelled(oneOf(targetOperator), { sv: 'Hur talet ska läsas', en: 'How to read the number' }),
  value: labelled(z.number().positive(), { sv: 'Tal', en: 'Number' }),
  valueTo: labelled(
    maybe(z.number().positive()),
    { sv: 'Andra talet', en: 'Second number' },
    {
      hint: {
        sv: 'Bara om målet ligger mellan två tal.',
        en: 'Only if the target is between two numbers.',
      },
    },
  ),
  what: labelled(maybe(oneOf(targetWhat)), { sv: 'Vad talet räknar', en: 'What the number counts' }),
  unit: labelled(text, { sv: 'Enhet, som i dokumentet', en: 'Unit, as it is written' }),
  per: labelled(maybe(oneOf(targetPer)), { sv: 'Per', en: 'Per' }),
  quote: quoteOf('value'),
})
const deadline = z.strictObject({ on: labelled(day, { sv: 'Dag', en: 'Day' }), quote: quoteOf('on') })
export const topics = labelled(z.array(keyOf('topics')), { sv: 'Ämnen', en: 'Topics' })
const short = text.max(GIST_LENGTH, `write at most ${GIST_LENGTH} characters`)
/** Its content in our own words. */
const gist = z.strictObject({ sv: short, en: short })
const wording = {
  id: text,
  gist: maybe(gist),
  text: quote,
  heading: labelled(maybe(quote), { sv: 'Rubrik ovanför', en: 'Heading above' }),
}
/** The fields that promises and activities share: who, how much, by when, where, for whom. */
const said = {
  target: labelled(maybe(target), { sv: 'Mål', en: 'Target' }),
  deadline: labelled(maybe(deadline), { sv: 'Senast', en: 'Deadline' }),
  place: labelled(maybe(quote), { sv: 'Plats', en: 'Place' }),
  targetGroup: labelled(maybe(quote), { sv: 'Målgrupp', en: 'Target group' }),
}
const actors = labelled(z.array(actor), { sv: 'Aktör', en: 'Actor' })

const COMMITS = { sv: 'Förbinder till', en: 'Commits to' }

export const promise = z.strictObject({
  ...wording,
  commitment: labelled(maybe(oneOf(commitment)), COMMITS),
  topics: topics.min(1),
  // A document that only lists what will be done has these in its promises.
  actors: actors.default([]),
  ...said,
})
export const activity = z.strictObject({
  ...wording,
  commitment: labelled(oneOf(commitment), COMMITS, { preset: 'action' }),
  actors,
  ...said,
  promises: labelled(z.array(z.strictObject({ id: text, basis: oneOf(linkBasis) })), {
    sv: 'Hör till löfte',
    en: 'Belongs to promise',
  }),
  topics: topics.min(1),
})

const {
  id: _,
  text: __,
  heading: ___,
  commitment: ____,
  gist: _____,
  topics: itsTopics,
  promises,
  ...parts
} = activity.shape
/** The parts of a promise or an activity besides its words, in reading order: values that depend on others come last. */
export const partFields = Object.keys({ ...parts, topics: itsTopics, promises }) as PartField[] // Object.keys gives string[]
export type PartField = Exclude<
  keyof typeof activity.shape,
  'id' | 'gist' | 'text' | 'heading' | 'commitment'
>

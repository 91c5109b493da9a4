import { commitment, linkBasis } from '../../datasets/vocabularies/promises.ts'
import { commitmentOf, type Place, withCommitment } from '../record/places.ts'
import type { Commitment, Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'
import { choiceField, choicesField, type Field, labelOf, optionsOf, WORDS, wordsField } from './fields.ts'
import { type Kind, markedIn, type Spot } from './kind.ts'
import { nameOf } from './reference.ts'

// Promises and activities, their topics, and which belongs to which.

const HEADING = { sv: 'Rubrik ovanför', en: 'Heading above' }
const TOPICS = { sv: 'Ämnen', en: 'Topics' }

const itemOf = (record: Unfinished, at: Place | Spot): Partial<Commitment> =>
  commitmentOf(record, at.item) ?? {}

export const promise: Kind = {
  label: { sv: 'Löfte', en: 'Promise' },
  says: () => null,
  fields: (record, at, { topics: options }) => {
    if ('marked' in at) return [...wordsFields({}, at), choicesField('topics', TOPICS, options, [])]
    return wordsFields(itemOf(record, at), at)
  },
  correct: (record, { item }, answers) =>
    withCommitment(record, item, { text: answers.words('words'), heading: answers.maybeWords('heading') }),
  add: (record, _, answers, id) => ({
    ...record,
    promises: [
      ...record.promises,
      {
        id,
        text: answers.words('words'),
        heading: answers.maybeWords('heading'),
        topics: answers.texts('topics'),
        actors: [],
        target: null,
        deadline: null,
        targetGroup: null,
      },
    ],
  }),
  reject: (record, { item }) => ({
    ...record,
    promises: record.promises.filter(({ id }) => id !== item),
    activities: record.activities.map((each) => ({
      ...each,
      promises: each.promises.filter(({ id }) => id !== item),
    })),
  }),
}

export const activity: Kind = {
  label: { sv: 'Aktivitet', en: 'Activity' },
  says: (record, at) => labelOf(commitment, itemOf(record, at).commitment ?? null),
  fields: (record, at, { topics: options }) => {
    const now = 'marked' in at ? {} : itemOf(record, at)
    const kind = choiceField(
      'commitment',
      { sv: 'Förbinder till', en: 'Commits to' },
      optionsOf(commitment),
      now.commitment ?? 'action',
    )
    const fields = [...wordsFields(now, at), kind]
    if (!('marked' in at)) return fields
    return [...fields, choicesField('topics', TOPICS, options, []), ...linkFields(record, [])]
  },
  correct: (record, { item }, answers) =>
    withCommitment(record, item, {
      text: answers.words('words'),
      heading: answers.maybeWords('heading'),
      commitment: answers.choice('commitment', commitment),
    }),
  add: (record, _, answers, id) => ({
    ...record,
    activities: [
      ...record.activities,
      {
        id,
        text: answers.words('words'),
        heading: answers.maybeWords('heading'),
        commitment: answers.choice('commitment', commitment),
        actors: [],
        target: null,
        deadline: null,
        targetGroup: null,
        promises: linksIn(record, answers),
        topics: answers.texts('topics'),
      },
    ],
  }),
  reject: (record, { item }) => ({
    ...record,
    activities: record.activities.filter(({ id }) => id !== item),
  }),
}

function wordsFields(now: Partial<Commitment>, at: Place | Spot): Field[] {
  return [
    wordsField('words', WORDS, now.text ?? markedIn(at)),
    wordsField('heading', HEADING, now.heading ?? null, { mayBeEmpty: true }),
  ]
}

export const topics: Kind = {
  label: TOPICS,
  ofItem: true,
  says: (record, at, { topics: options }) => {
    const names = (itemOf(record, at).topics ?? []).map((id) => nameOf(options, id))
    if (names.length === 0) return { sv: 'inga', en: 'none' }
    return { sv: names.map(({ sv }) => sv).join(', '), en: names.map(({ en }) => en).join(', ') }
  },
  fields: (record, at, { topics: options }) => [
    choicesField('topics', TOPICS, options, itemOf(record, at).topics ?? []),
  ],
  correct: (record, { item }, answers) => withCommitment(record, item, { topics: answers.texts('topics') }),
  reject: (record, { item }) => withCommitment(record, item, { topics: [] }),
}

export const promises: Kind = {
  label: { sv: 'Hör till löfte', en: 'Belongs to promise' },
  ofItem: true,
  says: (record, at) => {
    const links = itemOf(record, at).promises ?? []
    if (links.length === 0) return { sv: 'inget', en: 'none' }
    const said = (language: 'sv' | 'en') =>
      links
        .map(({ id, basis }) => `${nameOfPromise(record, id)} (${SHORT_BASIS[basis][language]})`)
        .join('; ')
    return { sv: said('sv'), en: said('en') }
  },
  fields: (record, at) => linkFields(record, itemOf(record, at).promises ?? []),
  correct: (record, { item }, answers) =>
    withCommitment(record, item, { promises: linksIn(record, answers) }),
  reject: (record, { item }) => withCommitment(record, item, { promises: [] }),
}

const SHORT_BASIS = {
  stated: { sv: 'enligt källan', en: 'stated' },
  by_topic: { sv: 'samma ämne', en: 'by topic' },
} as const

const SHORT_LENGTH = 50

/** A promise by the end of its id, which tells those of one record apart, and the beginning of its words. */
function nameOfPromise({ promises: all }: Pick<Unfinished, 'promises'>, id: string): string {
  const words = all.find((each) => each.id === id)?.text.words ?? ''
  const short = words.length > SHORT_LENGTH ? `${words.slice(0, SHORT_LENGTH).trimEnd()}…` : words
  return `${id.replace(/^.*-/, '')} ${short}`
}

/** A question for each promise: whether the activity belongs to it, and why. */
function linkFields(
  { promises: all }: Unfinished,
  links: readonly { readonly id: string; readonly basis: string }[],
): Field[] {
  return all.map(({ id }) => {
    const label = nameOfPromise({ promises: all }, id)
    return choiceField(
      `promise.${id}`,
      { sv: `Hör till ${label}`, en: `Belongs to ${label}` },
      optionsOf(linkBasis),
      links.find((link) => link.id === id)?.basis ?? null,
      { mayBeEmpty: true },
    )
  })
}

function linksIn({ promises: all }: Unfinished, answers: Answers) {
  return all.flatMap(({ id }) => {
    const basis = answers.maybeChoice(`promise.${id}`, linkBasis)
    return basis === null ? [] : [{ id, basis }]
  })
}

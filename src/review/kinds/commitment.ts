import type { Text } from '../../datasets/dataset.ts'
import { commitment, linkBasis } from '../../datasets/vocabularies/promises.ts'
import { commitmentOf, withCommitment } from '../record/places.ts'
import type { Commitment, Unfinished } from '../record/unfinished.ts'
import { labelOf } from './fields.ts'
import { choice, type Form, formOf, mainWords, maybeChoice, maybeWords, optionList } from './form.ts'
import { type Kind, kindOfEvery } from './kind.ts'
import { nameOf } from './reference.ts'
import { itemField } from './slot.ts'

// Promises and activities, their topics, and which belongs to which.

const TOPICS = { sv: 'Ämnen', en: 'Topics' }

const wording = {
  text: mainWords,
  heading: maybeWords('heading', { sv: 'Rubrik ovanför', en: 'Heading above' }),
}
const topicList = optionList('topics', TOPICS, ({ reference }) => reference.topics)

/** A question for each promise: whether the activity belongs to it, and why. */
const links: Form<Unfinished['activities'][number]['promises']> = {
  fields: (now, context) =>
    context.record.promises.flatMap((promise) =>
      linkTo(context.record, promise.id).fields(
        now?.find(({ id }) => id === promise.id)?.basis ?? null,
        context,
      ),
    ),
  read: (answers, record) =>
    record.promises.flatMap(({ id }) => {
      const basis = linkTo(record, id).read(answers, record)
      return basis === null ? [] : [{ id, basis }]
    }),
}

function linkTo(record: Unfinished, id: string) {
  const promise = nameOfPromise(record, id)
  return maybeChoice(`promise.${id}`, { sv: `Hör till ${promise}`, en: `Belongs to ${promise}` }, linkBasis)
}

const SHORT_LENGTH = 50

/** A promise by the end of its id, which tells those of one record apart, and the beginning of its words. */
function nameOfPromise({ promises: all }: Pick<Unfinished, 'promises'>, id: string): string {
  const words = all.find((each) => each.id === id)?.text.words ?? ''
  const short = words.length > SHORT_LENGTH ? `${words.slice(0, SHORT_LENGTH).trimEnd()}…` : words
  return `${id.replace(/^.*-/, '')} ${short}`
}

/** A whole promise or activity: one form corrects what stands there, another asks for all that a new one needs. */
function wholeKind<Now extends Partial<Commitment>, New extends Now>(
  label: Text,
  forms: { readonly now: Form<Now>; readonly new: Form<New> },
  says: Kind['says'],
  add: (record: Unfinished, made: New & typeof BARE & { id: string }) => Unfinished,
) {
  return {
    label,
    says,
    fields: (record, at, reference) => {
      if ('marked' in at) return forms.new.fields(null, { record, reference, marked: at.marked })
      const now = commitmentOf(record, at.item) as unknown as Now // it is of this kind
      return forms.now.fields(now, { record, reference, marked: null })
    },
    correct: (record, { item }, answers) => withCommitment(record, item, forms.now.read(answers, record)),
    add: (record, _, answers, id) => add(record, { id, ...BARE, ...forms.new.read(answers, record) }),
    reject: (record, { item }) => ({
      ...record,
      promises: record.promises.filter(({ id }) => id !== item),
      activities: record.activities
        .filter(({ id }) => id !== item)
        .map((each) => ({ ...each, promises: each.promises.filter(({ id }) => id !== item) })),
    }),
  } satisfies Kind
}

/** What a further promise or activity has yet to be given. */
const BARE = { actors: [], target: null, deadline: null, targetGroup: null }

export const promise = wholeKind(
  { sv: 'Löfte', en: 'Promise' },
  { now: formOf(wording), new: formOf({ ...wording, topics: topicList }) },
  () => null,
  (record, made) => ({ ...record, promises: [...record.promises, made] }),
)

const committed = {
  ...wording,
  commitment: choice('commitment', { sv: 'Förbinder till', en: 'Commits to' }, commitment, 'action'),
}

export const activity = wholeKind(
  { sv: 'Aktivitet', en: 'Activity' },
  { now: formOf(committed), new: formOf({ ...committed, topics: topicList, promises: links }) },
  (record, { item }) => labelOf(commitment, commitmentOf(record, item)?.commitment ?? null),
  (record, made) => ({ ...record, activities: [...record.activities, made] }),
)

export const topics = {
  ofItem: true,
  ...kindOfEvery({
    label: TOPICS,
    slot: itemField('topics'),
    form: topicList,
    says: (ids, { topics: options }) => {
      const names = ids.map((id) => nameOf(options, id))
      if (names.length === 0) return { sv: 'inga', en: 'none' }
      return { sv: names.map(({ sv }) => sv).join(', '), en: names.map(({ en }) => en).join(', ') }
    },
  }),
  reject: (record, { item }) => withCommitment(record, item, { topics: [] }),
} satisfies Kind

const SHORT_BASIS = {
  stated: { sv: 'enligt källan', en: 'stated' },
  by_topic: { sv: 'samma ämne', en: 'by topic' },
} as const

export const promises = {
  ofItem: true,
  ...kindOfEvery({
    label: { sv: 'Hör till löfte', en: 'Belongs to promise' },
    slot: itemField('promises'),
    form: links,
    says: (now, _, record) => {
      if (now.length === 0) return { sv: 'inget', en: 'none' }
      const said = (language: 'sv' | 'en') =>
        now
          .map(({ id, basis }) => `${nameOfPromise(record, id)} (${SHORT_BASIS[basis][language]})`)
          .join('; ')
      return { sv: said('sv'), en: said('en') }
    },
  }),
  reject: (record, { item }) => withCommitment(record, item, { promises: [] }),
} satisfies Kind

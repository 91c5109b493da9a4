import type { Quote } from '../../records/field.ts'
import { commitmentOf, placesOf, withCommitment } from '../record/places.ts'
import { turnedCommitment } from '../record/turn.ts'
import { type Commitment, nextId, type ReviewState, type Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'

// An editor's decisions about all items of a list at once.

/** What the items of a list can become. */
const LISTS = { promise: 'promises', activity: 'activities' } as const

interface ListChange {
  readonly record: Unfinished
  /** The ids of the items, which change if the items are converted. */
  readonly items: readonly string[]
}

/**
 * The record with an answer for every item of a list: its kind, its topics, its actors, and the promise that it
 * belongs to. Everything else stays.
 */
export function decidedList(
  record: Unfinished,
  items: readonly string[],
  answers: Answers,
  taken: readonly string[],
): Unfinished {
  let now: ListChange = { record, items: items.filter((id) => commitmentOf(record, id) !== null) }
  const kind = answers.text('kind')
  if (kind === 'promise' || kind === 'activity') now = ofKind(now, kind, taken)
  for (const id of now.items) {
    if (answers.isAsked('topics')) {
      const topics = answers.texts('topics')
      if (topics.length === 0) answers.missing('topics')
      now = changedItem(now, id, { topics }, [[`${id}.topics`, 'corrected']])
    }
    if (answers.isAsked('actors')) now = { ...now, record: withActors(now.record, id, answers) }
    if (answers.isAsked('promise')) now = linkedTo(now, id, answers.text('promise'))
  }
  return now.record
}

/** The record with a new promise, the goal of a list, to which its items now belong as activities. */
export function withGoal(
  record: Unfinished,
  items: readonly string[],
  answers: Answers,
  taken: readonly string[],
): Unfinished {
  const text = answers.words('words') ?? answers.missing('words')
  const topics = answers.texts('topics')
  if (topics.length === 0) answers.missing('topics')
  if (text === null) return record
  const turned = ofKind({ record, items }, 'activity', taken)
  const id = nextId(turned.record, 'promises', taken)
  const goal: Unfinished['promises'][number] = { ...EMPTY_GOAL, id, text, topics }
  let now: ListChange = {
    ...turned,
    record: withStates({ ...turned.record, promises: [...turned.record.promises, goal] }, [
      [`${id}.text`, 'added'],
      [`${id}.topics`, 'added'],
    ]),
  }
  for (const item of now.items) now = linkedTo(now, item, id)
  return now.record
}

const EMPTY_GOAL = {
  gist: null,
  heading: null,
  commitment: null,
  actors: [],
  target: null,
  deadline: null,
  place: null,
  targetGroup: null,
}

/** The items as that kind: those that already have it are accepted. */
function ofKind(
  { record, items }: ListChange,
  kind: keyof typeof LISTS,
  taken: readonly string[],
): ListChange {
  let now = record
  const ids = items.map((id) => {
    const list: readonly { readonly id: string }[] = now[LISTS[kind]]
    if (list.some((each) => each.id === id)) {
      now = withStates(now, [[`${id}.text`, 'accepted']])
      return id
    }
    const turnedId = nextId(now, LISTS[kind], taken)
    const place = placesOf(now).find(({ value }) => value === `${id}.text`)
    now = (place && turnedCommitment(now, place, taken)) ?? now
    return turnedId
  })
  return { record: now, items: ids }
}

function linkedTo(now: ListChange, id: string, promise: string | null): ListChange {
  if (!now.record.activities.some((each) => each.id === id)) return now
  const promises =
    promise !== null && now.record.promises.some((each) => each.id === promise)
      ? [{ id: promise, basis: 'whole_list' as const }]
      : []
  return changedItem(now, id, { promises }, [[`${id}.promises`, 'corrected']])
}

function changedItem(
  now: ListChange,
  id: string,
  change: Partial<Commitment>,
  states: readonly (readonly [string, ReviewState])[],
): ListChange {
  return { ...now, record: withStates(withCommitment(now.record, id, change), states) }
}

/** An item with the chosen actors: existing ones stay as they are, others are based on the words that name them. */
function withActors(record: Unfinished, id: string, answers: Answers): Unfinished {
  const chosen = answers.texts('actors')
  const before = commitmentOf(record, id)?.actors ?? []
  const quote = answers.words('words')
  const fresh = chosen.filter((actor) => !before.some((each) => each.id === actor))
  const actors = [
    ...before.filter((each) => chosen.includes(each.id)),
    ...fresh.flatMap((actor) => {
      const words = quoteOfActor(record, actor) ?? quote ?? answers.missing('words')
      return words ? [{ id: actor, basis: 'lead_in' as const, quote: words }] : []
    }),
  ]
  const states = before.map(({ id: actor }): [string, ReviewState] => [
    `${id}.actors.${actor}`,
    chosen.includes(actor) ? 'accepted' : 'rejected',
  ])
  const added = fresh.map((actor): [string, ReviewState] => [`${id}.actors.${actor}`, 'added'])
  // A rejected value is named by its words while it still exists.
  const rejected = states.filter(([, state]) => state === 'rejected')
  const after = withCommitment(withStates(record, rejected), id, { actors })
  return withStates(after, [...states.filter(([, state]) => state !== 'rejected'), ...added])
}

/** The words that name an actor for another promise or activity. */
function quoteOfActor({ promises, activities }: Unfinished, actor: string): Quote | null {
  const all = [...promises, ...activities].flatMap(({ actors }) => actors)
  return all.find(({ id, basis }) => id === actor && basis !== 'stated')?.quote ?? null
}

function withStates(record: Unfinished, states: readonly (readonly [string, ReviewState])[]): Unfinished {
  const wordsOf = new Map(placesOf(record).map(({ value, words }) => [value, words]))
  const values = new Set(states.map(([value]) => value))
  return {
    ...record,
    review: [
      ...record.review.filter(({ value }) => !values.has(value)),
      ...states.map(([value, state]) => ({ value, state, words: wordsOf.get(value) ?? null })),
    ],
  }
}

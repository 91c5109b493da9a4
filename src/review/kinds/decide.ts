import type { Text } from '../../datasets/dataset.ts'
import type { Quote } from '../../records/field.ts'
import { listNames, lists, textLists } from '../../records/lists.ts'
import { withoutAnswered } from '../record/answered-issues.ts'
import type { KindName } from '../record/kind-names.ts'
import { commitmentOf, type Place, placesOf } from '../record/places.ts'
import { turnedCommitment } from '../record/turn.ts'
import { nextId, type ReviewState, type Unfinished } from '../record/unfinished.ts'
import type { Words } from '../record/words.ts'
import { Answers, type GivenAnswers, type WrongAnswer } from './answers.ts'
import { decidedList, withGoal } from './decide-list.ts'
import { kindOf, kinds } from './index.ts'
import type { Spot } from './spot.ts'

/** An editor's decision. Values are named as in `review`: `0643-2019-a2.target`. */
export type Decision =
  | { readonly do: 'accept'; readonly values: readonly string[] }
  | { readonly do: 'reject'; readonly value: string }
  | { readonly do: 'correct'; readonly value: string; readonly answers: GivenAnswers }
  /** Converts a promise to an activity, or an activity to a promise. */
  | { readonly do: 'turn'; readonly value: string }
  /** Answers a question about all items of a list: the kind, topics, actors, or the promise that they belong to. */
  | { readonly do: 'list'; readonly items: readonly string[]; readonly answers: GivenAnswers }
  /** Adds the goal of a list, to which its items belong as activities from then on. */
  | { readonly do: 'goal'; readonly items: readonly string[]; readonly answers: GivenAnswers }
  | {
      readonly do: 'add'
      readonly kind: KindName
      /** The promise or activity to which a new value belongs, for kinds that require one. */
      readonly item: string | null
      readonly answers: GivenAnswers
    }

/** A decision that cannot be made. The message says why, and what to do; `wrong` names fields of the form. */
export class Undecidable extends Error {
  override readonly name = 'Undecidable'
  readonly text: Text
  readonly wrong: readonly WrongAnswer[]

  constructor(text: Text, wrong: readonly WrongAnswer[] = []) {
    super(text.en)
    this.text = text
    this.wrong = wrong
  }
}

/**
 * The record after a decision: the only place that defines accepting, correcting, rejecting and adding.
 * `taken` are ids that were used once, and are never used again. Throws `Undecidable` without deciding anything.
 */
export function decide(
  record: Unfinished,
  decision: Decision,
  source: Words,
  taken: readonly string[] = [],
): Unfinished {
  const decided = entriesInOrder(
    withoutAnswered(itemsInOrder(changed(record, decision, source, taken)), source),
  )
  // Its finisher has not seen this change: it must be finished again.
  return { ...decided, reviewed: null }
}

function changed(
  record: Unfinished,
  decision: Decision,
  source: Words,
  taken: readonly string[],
): Unfinished {
  switch (decision.do) {
    case 'accept':
      return decision.values.reduce((now, value) => accepted(now, placeOf(record, value)), record)
    case 'reject':
      return rejected(record, placeOf(record, decision.value))
    case 'correct': {
      const place = placeOf(record, decision.value)
      const answers = new Answers(
        decision.answers,
        source,
        place.quotes[0]?.at[0] ?? nearOf(record, place.item),
      )
      const { correct } = kindOf(place.kind)
      if (!correct) throw new Undecidable(NOT_CORRECTED)
      const corrected = correct(record, place, answers)
      assertRight(answers)
      return renamedNoted(record, corrected, place)
    }
    case 'turn': {
      const other = turnedCommitment(record, placeOf(record, decision.value), taken)
      if (other) return other
      throw new Undecidable({
        sv: 'Bara ett löfte kan göras om till en aktivitet, och bara en aktivitet till ett löfte. Välj ett löfte eller en aktivitet.',
        en: 'Only a promise can be turned into an activity, and only an activity into a promise. Choose a promise or an activity.',
      })
    }
    case 'list':
    case 'goal': {
      const answers = new Answers(decision.answers, source, nearOf(record, decision.items[0] ?? null))
      const change = decision.do === 'list' ? decidedList : withGoal
      const after = change(record, decision.items, answers, taken)
      assertRight(answers)
      return after
    }
    case 'add':
      return added(record, decision, source, taken)
  }
}

/** An issue that asks the editor something is about the program: seeing it settles it. */
function accepted(record: Unfinished, place: Place): Unfinished {
  const issue = record.issues.find(({ id }) => id === place.value)
  return issue && issue.asks !== null ? rejected(record, place) : noted(record, place, 'accepted')
}

/** Why a value that is gone has no form. */
export const NOT_CORRECTED: Text = {
  sv: 'Det som inte längre finns i texten kan behållas eller tas bort, men inte rättas.',
  en: 'What is no longer in the text can be kept or rejected, but not corrected.',
}

/**
 * The value with a name.
 *
 * @throws {Undecidable} when the record does not have the value any more.
 */
export function placeOf(record: Unfinished, value: string): Place {
  const place = placesOf(record).find((each) => each.value === value)
  if (place) return place
  throw new Undecidable({
    sv: `Värdet ${value} finns inte längre i posten.`,
    en: `The value ${value} is no longer in the record.`,
  })
}

function added(
  record: Unfinished,
  { kind: name, item, answers: given }: Decision & { do: 'add' },
  source: Words,
  taken: readonly string[],
): Unfinished {
  const kind = Object.hasOwn(kinds, name) ? kindOf(name) : null
  if (!kind?.add) {
    throw new Undecidable({
      sv: `Ett värde av slaget ${name} kan inte läggas till.`,
      en: `A value of the kind ${name} cannot be added.`,
    })
  }
  if (kind.ofItem && commitmentOf(record, item) === null) {
    throw new Undecidable({
      sv: 'Välj det löfte eller den aktivitet som värdet hör till.',
      en: 'Choose the promise or activity that the value belongs to.',
    })
  }
  const answers = new Answers(given, source, nearOf(record, item))
  const list = listNames.find((each) => lists[each].one === name)
  const id = list ? nextId(record, list, taken) : ''
  const spot: Spot = { item: kind.ofItem ? item : null, marked: null }
  const after = kind.add(record, spot, answers, id)
  assertRight(answers)
  const before = new Map(placesOf(record).map(({ value, quotes }) => [value, JSON.stringify(quotes)]))
  const fresh = placesOf(after).filter(({ value, kind: each, quotes }) => {
    const isChanged = before.get(value) !== JSON.stringify(quotes)
    return !before.has(value) || (each === name && isChanged)
  })
  return fresh.reduce((now, place) => noted(now, place, 'added'), after)
}

function assertRight({ wrong }: Answers): void {
  if (wrong.length === 0) return
  throw new Undecidable(
    { sv: 'Något i formuläret är fel ifyllt.', en: 'Something in the form is not filled in correctly.' },
    wrong,
  )
}

function nearOf(record: Unfinished, item: string | null): number {
  return commitmentOf(record, item)?.text.at[0] ?? 0
}

/** The record with the state of a value. */
function noted(record: Unfinished, { value, words }: Place, state: ReviewState): Unfinished {
  const others = record.review.filter((each) => each.value !== value)
  return { ...record, review: [...others, { value, state, words }] }
}

/** A value may be named after a corrected part, such as an actor. Then its former name becomes that of a rejected value. */
function renamedNoted(before: Unfinished, after: Unfinished, place: Place): Unfinished {
  const now = placesOf(after)
  const same = now.find(({ value }) => value === place.value)
  if (same) return noted(after, same, 'corrected')
  const known = new Set(placesOf(before).map(({ value }) => value))
  const renamed = now.filter(({ value, kind }) => kind === place.kind && !known.has(value))
  return renamed.reduce((record, each) => noted(record, each, 'corrected'), noted(after, place, 'rejected'))
}

function rejected(record: Unfinished, place: Place): Unfinished {
  const { reject } = kindOf(place.kind)
  if (!reject) {
    throw new Undecidable({
      sv: 'Det här värdet finns i varje post och kan inte läggas till. Rätta det i stället.',
      en: 'Every record already has this value. Correct it instead.',
    })
  }
  const after = reject(record, place)
  const isWhole = place.value === place.item || place.value === `${place.item}.text`
  if (!isWhole || place.item === null) return noted(after, place, 'rejected')
  // With a promise or activity, the decisions and issues about its parts are removed.
  const { item } = place
  const about = after.issues.filter(({ record: concerned }) => concerned === item)
  const gone = [item, ...about.map(({ id }) => id)]
  const isGone = (value: string) => gone.some((id) => value === id || value.startsWith(`${id}.`))
  const words = [place.quotes[0]?.words ?? null, ...about.map(({ text }) => text?.words ?? null)]
  return {
    ...after,
    issues: after.issues.filter((each) => !about.includes(each)),
    review: [
      ...after.review.filter(({ value }) => !isGone(value)),
      ...gone.map((value, index) => ({ value, state: 'rejected' as const, words: words[index] ?? null })),
    ],
  }
}

/** The record with its lists in document order, as records are kept. */
function itemsInOrder(record: Unfinished): Unfinished {
  const sorted = textLists.map((list) => {
    const items: readonly { readonly text: Quote }[] = record[list]
    return [list, items.toSorted((one, other) => one.text.at[0] - other.text.at[0])]
  })
  return { ...record, ...Object.fromEntries(sorted) }
}

/**
 * The record with decisions in the order of its values, rejections last: decisions of two people about different
 * parts of a record are then in different places of the file, and git merges them.
 */
function entriesInOrder(record: Unfinished): Unfinished {
  const order = new Map(placesOf(record).map(({ value }, index) => [value, index]))
  const placeIn = ({ value }: Unfinished['review'][number]) => order.get(value) ?? order.size
  const review = record.review.toSorted(
    (one, other) => placeIn(one) - placeIn(other) || (one.value < other.value ? -1 : 1),
  )
  return { ...record, review }
}

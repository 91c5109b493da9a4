import { agreementSchema } from '../../records/agreement-schema.ts'
import { type PartField, partFields } from '../../records/commitment-fields.ts'
import { type Fields, isOptional, type Quote, quotesIn } from '../../records/field.ts'
import { type ListName, lists } from '../../records/lists.ts'
import { type KindName, keyedBy, kindOfField, type OwnField, ownFields } from './kind-names.ts'
import { GONE } from './names.ts'
import type { Commitment, GoneValue, Unfinished } from './unfinished.ts'

/** The place of a value in a record. */
export interface Place {
  /** The name of the value, as in `review`: `0643-2019-a2.target`, `period`. */
  readonly value: string
  readonly kind: KindName
  /** The promise or activity that it belongs to or is. Null for values of the agreement. */
  readonly item: string | null
  /** Its key among several: the id of an actor, the code of a municipality. */
  readonly key: string | null
  /** The group under which it is shown: the agreement, an item, or a list. */
  readonly group: string
  /** The words of the document that it is based on, the most important first. */
  readonly quotes: readonly Quote[]
  /** The words that describe it, which may no longer be in the text. */
  readonly words: string | null
}

type FoundPlace = Omit<Place, 'words'>

/**
 * Every value of a record, in the order in which an editor sees them.
 *
 * @example placesOf(record).find(({ value }) => value === '0643-2019-a2.target')
 */
export function placesOf(record: Unfinished): Place[] {
  const all: FoundPlace[] = [
    ...ownFields.flatMap((field) => ownPlaces(record, field)),
    ...record.relations.map((each) => itemPlace('relations', each, 'agreement')),
    ...record.promises.flatMap((each) => commitmentPlaces('promise', each)),
    ...record.activities.flatMap((each) => commitmentPlaces('activity', each)),
    ...(['signatures', 'findings', 'followUps'] as const).flatMap((list) =>
      record[list].map((each) => itemPlace(list, each, list)),
    ),
  ]
  // An issue is shown with what it is about.
  const groups = new Set(all.map(({ group }) => group))
  for (const issue of record.issues) {
    const { record: concerned } = issue
    const group =
      concerned === null
        ? 'issues'
        : groups.has(concerned)
          ? concerned
          : (all.find(({ item }) => item === concerned)?.group ?? 'issues')
    const last = all.findLastIndex((place) => place.group === group)
    const place = itemPlace('issues', issue, group)
    if (last < 0) all.push(place)
    else all.splice(last + 1, 0, place)
  }
  return [
    ...goneIn(record).map(gonePlace),
    ...all.map((place) => ({ ...place, words: place.quotes[0]?.words ?? null })),
  ]
}

/** The values that are gone, except those that have been decided again since. */
function goneIn({ gone, review }: Unfinished): readonly GoneValue[] {
  const decided = new Set(review.map(({ value }) => value))
  return gone?.filter(({ value }) => !decided.has(value)) ?? []
}

function gonePlace({ value, words }: GoneValue): Place {
  return { value: GONE + value, kind: 'gone', item: null, key: value, group: 'gone', quotes: [], words }
}

/** The places of a field of the agreement; none if it is optional and missing. */
function ownPlaces(record: Unfinished, field: OwnField): FoundPlace[] {
  const value = record[field]
  if (value === null && isOptional(agreementSchema.shape[field])) return []
  return fieldPlaces(field, value, { name: field, item: null, group: 'agreement' })
}

function commitmentPlaces(kind: 'promise' | 'activity', each: Commitment): FoundPlace[] {
  const { id, text, heading } = each
  const own = { item: id, group: id }
  return [
    { ...own, value: `${id}.text`, kind, key: null, quotes: quotesIn([text, heading]) },
    ...partFields.flatMap((field) => {
      const value = each[field] ?? null
      return value === null ? [] : fieldPlaces(field, value, { ...own, name: `${id}.${field}` })
    }),
  ]
}

/** The places of a field's contents: one for each value that is decided separately. */
function fieldPlaces(
  field: OwnField | PartField,
  value: unknown,
  { name, ...own }: Pick<Place, 'item' | 'group'> & { readonly name: string },
): FoundPlace[] {
  const kind = kindOfField(field)
  const keyed = keyedBy(field)
  if (!keyed || !Array.isArray(value))
    return [{ ...own, value: name, kind, key: null, quotes: quotesIn(value) }]
  return value.map((each: Fields) => {
    const key = String(each[keyed.key])
    return { ...own, value: `${name}.${key}`, kind, key, quotes: quotesIn(each) }
  })
}

function itemPlace(list: ListName, item: { readonly id: string }, group: string): FoundPlace {
  return { value: item.id, kind: lists[list].one, item: item.id, key: null, group, quotes: quotesIn(item) }
}

/** The promise or activity with an id. */
export function commitmentOf(record: Unfinished, id: string | null): Commitment | null {
  return [...record.promises, ...record.activities].find((each) => each.id === id) ?? null
}

/** The promise or activity whose text contains some words. */
export function itemAround(record: Unfinished, words: Quote | null): string | null {
  if (words === null) return null
  const [start, end] = words.at
  // The words of an activity may be within those of a promise: the shorter one is meant.
  const around = [...record.promises, ...record.activities]
    .filter(({ text: { at } }) => at[0] <= start && end <= at[1])
    .sort((one, other) => one.text.at[1] - one.text.at[0] - (other.text.at[1] - other.text.at[0]))
  return around[0]?.id ?? null
}

/** The record with a promise or activity changed. */
export function withCommitment(
  record: Unfinished,
  id: string | null,
  change: Partial<Commitment>,
): Unfinished {
  const changed = <T extends { id: string }>(each: T): T => (each.id === id ? { ...each, ...change } : each)
  return { ...record, promises: record.promises.map(changed), activities: record.activities.map(changed) }
}

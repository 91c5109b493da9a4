import { commitmentOf, type Place, withCommitment } from '../record/places.ts'
import type { Commitment, Unfinished } from '../record/unfinished.ts'
import type { Spot } from './spot.ts'

/** Where values of a kind stand in a record. */
export interface Slot<T> {
  /** What stands at a place; null where nothing does, as at the spot of a further item. */
  of(record: Unfinished, at: Place | Spot): T | null
  /** The record with another value there, or with a further one of that id; without one where it is null. */
  with(record: Unfinished, at: Place | Spot, value: T | null, id: string): Unfinished
}

/** A field of the agreement. */
export function field<K extends keyof Unfinished>(name: K): Slot<NonNullable<Unfinished[K]>> {
  return {
    of: (record) => record[name] ?? null,
    with: (record, _, value) => ({ ...record, [name]: value }),
  }
}

/** A field of a promise or an activity. */
export function itemField<K extends keyof Commitment>(name: K): Slot<NonNullable<Commitment[K]>> {
  return {
    of: (record, { item }) => commitmentOf(record, item)?.[name] ?? null,
    with: (record, { item }, value) => withCommitment(record, item, { [name]: value }),
  }
}

type ListName = 'relations' | 'signatures' | 'findings' | 'followUps' | 'issues'
type Item<L extends ListName> = Unfinished[L][number]

/** An item of a list, known by its id. */
export function listItem<L extends ListName>(list: L): Slot<Omit<Item<L>, 'id'>> {
  const items = (record: Unfinished): Item<L>[] => record[list]
  return {
    of: (record, at) => ('marked' in at ? null : (items(record).find(({ id }) => id === at.item) ?? null)),
    with(record, { item }, value, id) {
      const now = items(record)
      if (value === null) return { ...record, [list]: now.filter((each) => each.id !== item) }
      const isThere = now.some((each) => each.id === item)
      const changed = now.map((each) => (each.id === item ? { id: each.id, ...value } : each))
      return { ...record, [list]: isThere ? changed : [...now, { id, ...value }] }
    },
  }
}

/** One of a list that tells its values apart by a key, each once: the municipalities, the actors of a promise. */
export function keyed<T>(list: Slot<T[]>, keyOf: (value: T) => string): Slot<T> {
  const keyAt = (at: Place | Spot) => ('marked' in at ? null : at.key)
  return {
    of: (record, at) => list.of(record, at)?.find((each) => keyOf(each) === keyAt(at)) ?? null,
    with(record, at, value, id) {
      const now = list.of(record, at) ?? []
      const key = keyAt(at)
      if (value === null)
        return list.with(
          record,
          at,
          now.filter((each) => keyOf(each) !== key),
          id,
        )
      const others = now.filter((each) => keyOf(each) === key || keyOf(each) !== keyOf(value))
      const changed = others.map((each) => (keyOf(each) === key ? value : each))
      return list.with(record, at, key === null ? [...others, value] : changed, id)
    },
  }
}

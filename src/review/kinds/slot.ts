import { type Fields, isFields } from '../../records/field.ts'
import type { ListName } from '../../records/lists.ts'
import { commitmentOf, type Place, withCommitment } from '../record/places.ts'
import type { Commitment, Unfinished } from '../record/unfinished.ts'
import type { Spot } from './spot.ts'

/** Where values of a kind are in a record. */
export interface ValueSlot<T> {
  /** The value at a place; null if there is none, as at the spot of a new item. */
  of(record: Unfinished, at: Place | Spot): T | null
  /** The record with another value there, or with a new one of that id; without one if it is null. */
  with(record: Unfinished, at: Place | Spot, value: T | null, id: string): Unfinished
}

/** A field of the agreement. */
export function fieldOf<K extends keyof Unfinished>(name: K): ValueSlot<NonNullable<Unfinished[K]>> {
  return {
    of: (record) => record[name] ?? null,
    // A form may ask for only some of its fields.
    with: (record, _, value) => ({
      ...record,
      [name]: isFields(value) ? { ...Object(record[name]), ...Object(value) } : value,
    }),
  }
}

/** A field of a promise or an activity. */
export function itemField<K extends keyof Commitment>(name: K): ValueSlot<NonNullable<Commitment[K]>> {
  return {
    of: (record, { item }) => commitmentOf(record, item)?.[name] ?? null,
    with: (record, { item }, value) => withCommitment(record, item, { [name]: value }),
  }
}

export type PlainList = Exclude<ListName, 'promises' | 'activities'>
type SlotItem<L extends PlainList> = Unfinished[L][number]

/** A list item, identified by its id. */
export function listItem<L extends PlainList>(list: L): ValueSlot<Omit<SlotItem<L>, 'id'>> {
  const items = (record: Unfinished): SlotItem<L>[] => record[list]
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

/** An item of a list whose values are identified by a field: the municipalities, the actors of a promise. */
export function keyed(list: ValueSlot<unknown>, keyField: string): ValueSlot<unknown> {
  const valuesAt = (record: Unfinished, at: Place | Spot): readonly Fields[] => {
    const values = list.of(record, at)
    return Array.isArray(values) ? values : []
  }
  const keyAt = (at: Place | Spot) => ('marked' in at ? null : at.key)
  return {
    of: (record, at) => valuesAt(record, at).find((each) => each[keyField] === keyAt(at)) ?? null,
    with(record, at, value, id) {
      const now = valuesAt(record, at)
      const made = isFields(value) ? value[keyField] : null
      const key = keyAt(at)
      const others = now.filter((each) => each[keyField] !== made || each[keyField] === key)
      const changed =
        value === null
          ? now.filter((each) => each[keyField] !== key)
          : key === null
            ? [...others, value]
            : others.map((each) => (each[keyField] === key ? value : each))
      return list.with(record, at, changed, id)
    },
  }
}

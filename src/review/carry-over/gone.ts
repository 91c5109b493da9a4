import type { ListName } from '../../records/lists.ts'
import { listOf, shortName } from '../record/names.ts'
import type { GoneValue, Unfinished } from '../record/unfinished.ts'
import { composeItem } from './compose-record.ts'
import { wordsOfValue } from './decisions.ts'
import type { Decided, Merged } from './merge-values.ts'
import { type Item, itemOf } from './values.ts'

/** An item of the new record. */
export interface MergedItem extends Merged {
  readonly id: string
  readonly list: ListName
}

/** What was gone before, as separate values. */
export function goneBefore(record: Unfinished): {
  readonly own: readonly Decided[]
  readonly items: readonly (Pick<Item, 'id' | 'list'> & { readonly values: readonly Decided[] })[]
} {
  const own: Decided[] = []
  const items = new Map<string, { id: string; list: ListName; values: Decided[] }>()
  for (const { value, state, was } of record.gone ?? []) {
    const name = shortName(value)
    const kept = { state, isListed: true }
    const [id = ''] = name.split('.')
    const list = listOf(id)
    if (list === null) {
      own.push({ value: { name, decision: name.replace(/^signing\..*/, 'signing'), fields: was }, kept })
      continue
    }
    const item = items.get(id) ?? { id, list, values: [] }
    items.set(id, item)
    item.values.push(...itemOf(list, { id, ...was }).values.map((each) => ({ value: each, kept })))
  }
  return { own, items: [...items.values()] }
}

/** Entries for values whose words are gone from a remaining item, or from the agreement. */
export function goneValues(gone: readonly Decided[]): GoneValue[] {
  return gone.map(({ value, kept: { state } }) => ({
    value: value.name,
    state,
    words: wordsOfValue(value) || null,
    was: value.fields,
  }))
}

/** The entry for an item that is gone as a whole, if an editor had decided anything about it. */
export function goneItems(items: readonly MergedItem[], prefix: string): GoneValue[] {
  return items.flatMap(({ id, list, kept, gone }) => {
    const decided = [...gone, ...kept.values()]
    const [first] = decided
    if (!first) return []
    const values = decided.map(({ value }) => value)
    const words = values.map(wordsOfValue).find((each) => each !== '') ?? null
    return [{ value: id, state: first.kept.state, words, was: composeItem(list, values, prefix) }]
  })
}

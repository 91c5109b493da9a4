import { isFields, isQuote } from '../../records/field.ts'
import { saidIn } from '../../records/said.ts'
import { longName, prefixOf } from '../record/names.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { wordsOfValue } from './decisions.ts'
import { type Item, recordValues, type Value } from './values.ts'
import { plainWords } from './words.ts'

/** One value that only one of two records has, or that differs between them. */
export interface ValueChange {
  readonly state: 'new' | 'changed' | 'gone'
  /** Its name: `0643-2019-p1.target`; for an item that was added or removed as a whole, its id. */
  readonly value: string
  readonly before: string | null
  readonly after: string | null
}

/** The values that were added, changed or removed, in the order of the record. Moved words do not count. */
export function changesBetween(before: Unfinished, after: Unfinished): ValueChange[] {
  const [was, is] = [recordValues(before), recordValues(after)]
  const prefix = prefixOf(after.id)
  const changes = [
    ...valueChanges(was.own, is.own),
    ...pairedValues(was.items, is.items, ({ id }) => id).flatMap(([one, other]): ValueChange[] => {
      if (one && other) return valueChanges(one.values, other.values)
      const [state, item] = one ? (['gone', one] as const) : (['new', other as Item] as const)
      const said = saidOfItem(item)
      return [{ state, value: item.id, before: one ? said : null, after: one ? null : said }]
    }),
  ]
  return changes.map((change) => ({ ...change, value: longName(change.value, prefix) }))
}

function valueChanges(before: readonly Value[], after: readonly Value[]): ValueChange[] {
  return pairedValues(before, after, ({ name }) => name).flatMap(([one, other]): ValueChange[] => {
    if (!one) return other ? [{ state: 'new', value: other.name, before: null, after: saidOf(other) }] : []
    if (!other) return [{ state: 'gone', value: one.name, before: saidOf(one), after: null }]
    if (contentOf(one.fields) === contentOf(other.fields)) return []
    const [was, is] =
      saidOf(one) === saidOf(other) ? [wordsOfValue(one), wordsOfValue(other)] : [saidOf(one), saidOf(other)]
    return [{ state: 'changed', value: one.name, before: was, after: is }]
  })
}

/** The items of two lists by name, in the order of the second, then those that only the first has. */
function pairedValues<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (each: T) => string,
): [T | null, T | null][] {
  const was = new Map(before.map((each) => [nameOf(each), each]))
  const is = new Set(after.map(nameOf))
  return [
    ...after.map((each): [T | null, T | null] => [was.get(nameOf(each)) ?? null, each]),
    ...before.filter((each) => !is.has(nameOf(each))).map((each): [T | null, T | null] => [each, null]),
  ]
}

/** An item on one line: its words, or else its other values. */
function saidOfItem({ list, values }: Item): string {
  const main = values.find(({ name }) => /\.(?:text|name)$/.test(name)) ?? values[0]
  const explained = values.find(({ name }) => name.endsWith('.explanation'))?.fields.explanation
  if (list === 'issues' && isFields(explained)) return String(explained.en)
  return main ? wordsOfValue(main) || saidOf(main) : ''
}

/** The value apart from its words; the words, if it has nothing else. */
function saidOf(value: Value): string {
  return saidIn(value.fields) || wordsOfValue(value)
}

/** A part of a record in a form that can be compared. */
function contentOf(part: unknown): string {
  return JSON.stringify(part, (_, each: unknown) => {
    if (isQuote(each)) return plainWords(each.words)
    if (!isFields(each)) return each
    return Object.fromEntries(
      Object.entries(each)
        .filter(([, value]) => value !== null)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  })
}

import { isFields, isQuote } from '../../records/field.ts'
import { saidIn } from '../../records/said.ts'
import { longName, prefixOf } from '../record/names.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { wordsOfValue } from './decisions.ts'
import { type Item, recordValues, type Value } from './values.ts'
import { plainWords } from './words.ts'

/** One value that a record has and the one before had not, or otherwise, or the other way round. */
export interface ValueChange {
  readonly state: 'new' | 'changed' | 'gone'
  /** Its name: `0643-2019-p1.target`; of an item that is new or gone as a whole, its id. */
  readonly value: string
  readonly before: string | null
  readonly after: string | null
}

/** What is new, changed and gone in a record, in its order. Where words stand is no matter. */
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

/** What two lists have of each name, in the order of the second, then what only the first has. */
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

/** What an item says, in a line: its words, or else what is said of it. */
function saidOfItem({ list, values }: Item): string {
  const main = values.find(({ name }) => /\.(?:text|name)$/.test(name)) ?? values[0]
  const explained = values.find(({ name }) => name.endsWith('.explanation'))?.fields.explanation
  if (list === 'issues' && isFields(explained)) return String(explained.en)
  return main ? wordsOfValue(main) || saidOf(main) : ''
}

/** What a value says beside its words; the words, where it is just these. */
function saidOf(value: Value): string {
  return saidIn(value.fields) || wordsOfValue(value)
}

/** All that a part of a record says, in a form that can be compared. */
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

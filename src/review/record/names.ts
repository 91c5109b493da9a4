import { type ListName, listNames, lists } from '../../records/lists.ts'

// The names of the items and values of a record: `0643-2019-a2`, `0643-2019-a2.target`, `period`; and, without the id
// of the agreement, a2.target.

/** The beginning of the name of something that is no longer in the text: `gone.0643-2019-a2`. */
export const GONE = 'gone.'

/** The beginning of the ids of a record: its own id, or `draft` if it has none yet. */
export function prefixOf(id: string | null): string {
  return id ?? 'draft'
}

/** The id of an item without that of its agreement: `0643-2019-b-p3` gives p3. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1)
}

/** The name of a value without the id of the agreement: `0643-2019-a2.actors.police` gives a2.actors.police. */
export function shortName(name: string): string {
  const [id = '', ...rest] = name.split('.')
  return [shortId(id), ...rest].join('.')
}

/** The name of a value with the beginning that ids of its record have: a2.target gives `0643-2019-a2.target`. */
export function longName(name: string, prefix: string): string {
  return /^[a-z]\d+(?:\.|$)/.test(name) ? `${prefix}-${name}` : name
}

/** The list of an id without that of its agreement; null if it is not such an id. */
export function listOf(id: string): ListName | null {
  return (/^[a-z]\d+$/.test(id) && listNames.find((list) => lists[list].letter === id[0])) || null
}

/** The same name under another id of the agreement. */
export function renamed(name: string, before: string, after: string): string {
  const [, start = '', rest] =
    new RegExp(`^(${RegExp.escape(GONE)})?${RegExp.escape(before)}(-[a-z]\\d+(?:\\..*)?)$`, 's').exec(name) ??
    []
  return rest === undefined ? name : `${start}${after}${rest}`
}

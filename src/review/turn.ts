import { commitmentOf, type Place, placesOf } from './places.ts'
import { type Commitment, nextId, type Unfinished } from './unfinished.ts'

/**
 * The record with an activity made of a promise, or a promise of an activity, with all that belongs to it: where a
 * rule took the items of a list for the other, this is what mends it. It has another id from then on, and what was
 * decided about its parts stays. Its former id is that of a rejected value. Null for what belongs to neither.
 */
export function turned(record: Unfinished, { item }: Place, taken: readonly string[]): Unfinished | null {
  const found = commitmentOf(record, item)
  if (!found) return null
  const other = record.promises.some(({ id }) => id === item) ? 'activities' : 'promises'
  const id = nextId(record, other, taken)
  const renamed = (name: string) =>
    name === found.id || name.startsWith(`${found.id}.`) ? id + name.slice(found.id.length) : name
  const moved: Unfinished = {
    ...record,
    promises: record.promises.filter(({ id: each }) => each !== found.id),
    activities: record.activities
      .filter(({ id: each }) => each !== found.id)
      .map((each) => ({ ...each, promises: each.promises.filter((link) => link.id !== found.id) })),
    issues: record.issues.map((each) => ({ ...each, record: each.record && renamed(each.record) })),
    reading: record.reading.map((each) => ({ ...each, value: renamed(each.value) })),
    review: record.review.map((each) => ({ ...each, value: renamed(each.value) })),
    gone: record.gone?.map((each) => ({ ...each, value: renamed(each.value) })) ?? null,
  }
  const after = put(moved, other, { ...found, id })
  const standing = new Set(placesOf(after).map(({ value }) => value))
  const text = `${id}.text`
  return {
    ...after,
    review: [
      // What only the other has, such as links, is decided no more.
      ...after.review.filter(
        ({ value }) => value !== text && (!value.startsWith(`${id}.`) || standing.has(value)),
      ),
      { value: found.id, state: 'rejected', words: found.text.words },
      { value: text, state: 'corrected', words: found.text.words },
    ],
  }
}

function put(record: Unfinished, list: 'promises' | 'activities', each: Commitment): Unfinished {
  const { commitment, promises, ...common } = each
  if (list === 'promises') return { ...record, promises: [...record.promises, common] }
  const activity = { ...common, commitment: commitment ?? 'action', promises: promises ?? [] }
  return { ...record, activities: [...record.activities, activity] }
}

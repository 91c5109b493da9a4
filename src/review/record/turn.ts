import { agreementSchema } from '../../records/agreement-schema.ts'
import { type Fields, shapeOf, unsaid } from '../../records/field.ts'
import { commitmentOf, type Place, placesOf } from './places.ts'
import { renamerOf, withNames } from './renaming.ts'
import { type Commitment, nextId, type Unfinished } from './unfinished.ts'

/**
 * The record with an activity made of a promise, or a promise of an activity, with all that belongs to it: where a
 * rule took the items of a list for the other, this is what mends it. It has another id from then on, and what was
 * decided about its parts stays. Its former id is that of a rejected value. Null for what belongs to neither.
 */
export function turnedCommitment(
  record: Unfinished,
  { item }: Place,
  taken: readonly string[],
): Unfinished | null {
  const found = commitmentOf(record, item)
  if (!found) return null
  const other = record.promises.some(({ id }) => id === item) ? 'activities' : 'promises'
  const id = nextId(record, other, taken)
  const named = withNames(record, renamerOf(found.id, id))
  const moved: Unfinished = {
    ...named,
    promises: named.promises.filter((each) => each.id !== id),
    activities: named.activities
      .filter((each) => each.id !== id)
      .map((each) => ({ ...each, promises: each.promises.filter((link) => link.id !== id) })),
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

/** The record with a promise or an activity in that list: with the fields of its items, and no others. */
function put(record: Unfinished, list: 'promises' | 'activities', each: Commitment): Unfinished {
  const values: Fields = each
  const fields = Object.entries(shapeOf(agreementSchema.shape[list].element))
  const item = fields.map(([name, field]) => [name, values[name] ?? unsaid(field)])
  return { ...record, [list]: [...record[list], Object.fromEntries(item)] }
}

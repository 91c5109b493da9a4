import { agreementSchema } from '../../records/agreement-schema.ts'
import { type Fields, shapeOf, unsaid } from '../../records/field.ts'
import { commitmentOf, type Place, placesOf } from './places.ts'
import { renamerOf, withNames } from './renaming.ts'
import { type Commitment, nextId, type Unfinished } from './unfinished.ts'

/**
 * The record with a promise converted to an activity, or the reverse, including everything that belongs to it: the
 * correction if a rule mistook the items of a list. It gets a new id, and the decisions about its parts are kept. Its
 * former id becomes that of a rejected value. Null for any other value.
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
      // Decisions about fields that only the other kind has, such as links, are dropped.
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

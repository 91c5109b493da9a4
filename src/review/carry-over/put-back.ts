import { type Fields, isFields } from '../../records/field.ts'
import type { ListName } from '../../records/lists.ts'
import { listOf, prefixOf, shortName } from '../record/names.ts'
import { type Place, placesOf } from '../record/places.ts'
import { type GoneValue, type Unfinished, unfinishedSchema } from '../record/unfinished.ts'
import { ALWAYS, composeItem } from './compose-record.ts'
import { itemOf } from './values.ts'

/** Something gone, restored: a record that contains it again, and its values there. */
interface PutBack {
  readonly record: Unfinished
  readonly places: readonly Place[]
}

/**
 * Restores a reviewed value that is no longer in the text into its record, so that it can be described like any other
 * value. Null if too much of it is missing. Its quotes refer to a text that no longer exists.
 */
export function putBack(record: Unfinished, { value, was }: GoneValue): PutBack | null {
  const [id = ''] = value.split('.')
  const list = listOf(shortName(id))
  const fields = list === null ? agreementWith(record, was) : { [list]: itemsWith(record, list, id, was) }
  const { data } = unfinishedSchema.safeParse({ ...record, gone: null, ...fields })
  if (!data) return null
  const places = placesOf(data)
  const isWhole = list !== null && value === id
  const names = isWhole ? [] : [value, `${id}.text`, id]
  const [name] = names.filter((each) => places.some((place) => place.value === each))
  return {
    record: data,
    places: places.filter((place) => (isWhole ? place.item === id : place.value === name)),
  }
}

function itemsWith(record: Unfinished, list: ListName, id: string, was: Fields): Fields[] {
  const items: readonly Fields[] = record[list]
  const before = items.find((each) => each.id === id) ?? { ...ALWAYS[list], id }
  const fields = composeItem(list, itemOf(list, { id, ...was }).values, prefixOf(record.id))
  return [...items.filter((each) => each !== before), { ...before, ...fields }]
}

function agreementWith(record: Unfinished, was: Fields): Fields {
  const before: Fields = record
  return Object.fromEntries(
    Object.entries(was).map(([field, value]) => {
      const now = before[field]
      if (Array.isArray(now) && Array.isArray(value)) return [field, [...now, ...value]]
      return [field, isFields(now) && isFields(value) ? { ...now, ...value } : value]
    }),
  )
}

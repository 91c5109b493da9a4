import { agreementSchema } from '../../records/agreement-schema.ts'
import { type Fields, isFields, quotesIn } from '../../records/field.ts'
import { type ListName, listNames, lists } from '../../records/lists.ts'
import { type Item, joinedFields, type Value } from './values.ts'

const { shape } = agreementSchema
/** Lists that every item of a list has, even if empty. */
export const ALWAYS: { readonly [list in ListName]?: Fields } = {
  promises: { topics: [] },
  activities: { actors: [], promises: [], topics: [] },
  findings: { basis: [] },
}

/** Values of the agreement itself, in record order. */
export function valuesInFieldOrder(values: readonly Value[], names = Object.keys(shape)): Value[] {
  const placeOf = ({ fields }: Value) => names.indexOf(Object.keys(fields)[0] ?? '')
  return values.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** The items list by list; those of lists that follow the text are in its order. */
export function inListOrder<T extends Item>(items: readonly T[]): T[] {
  return listNames.flatMap((list) => {
    const names = Object.keys(shape[list].element.shape)
    const ofList = items
      .filter((item) => item.list === list)
      .map((item) => ({ ...item, values: valuesInFieldOrder(item.values, names) }))
    return lists[list].inTextOrder
      ? ofList.toSorted((one, other) => itemStart(one) - itemStart(other))
      : ofList
  })
}

function itemStart({ id, values }: Item): number {
  const text = values.find(({ name }) => name === `${id}.text`)
  return quotesIn(text?.fields)[0]?.at[0] ?? 0
}

/** The fields of a record that consist of these values, with ids that begin with a prefix. */
export function composeRecord(own: readonly Value[], items: readonly Item[], prefix: string): Fields {
  const lists = listNames.map((list) => [
    list,
    items
      .filter((item) => item.list === list)
      .map(({ id, values }) => composeItem(list, values, prefix, { ...ALWAYS[list], id: `${prefix}-${id}` })),
  ])
  return { ...joinedFields(own), ...Object.fromEntries(lists) }
}

/** The fields of an item that consist of these values, merged with others. */
export function composeItem(
  list: ListName,
  values: readonly Value[],
  prefix: string,
  others: Fields = {},
): Fields {
  const fields = withPrefix({ ...others, ...joinedFields(values) }, prefix)
  return fieldsInOrder(fields, Object.keys(shape[list].element.shape))
}

/** The same fields in record order. */
export function inRecordOrder(fields: Fields): Fields {
  return fieldsInOrder(fields, Object.keys(shape))
}

function fieldsInOrder(fields: Fields, names: readonly string[]): Fields {
  const known = names.filter((name) => name in fields).map((name) => [name, fields[name]])
  const others = Object.entries(fields).filter(([name]) => !names.includes(name))
  return Object.fromEntries([...known, ...others])
}

/** Links to other items of the record. */
function withPrefix(fields: Fields, prefix: string): Fields {
  const { record, promises } = fields
  return {
    ...fields,
    ...(typeof record === 'string' && { record: `${prefix}-${record}` }),
    ...(Array.isArray(promises) && {
      promises: promises.filter(isFields).map((link) => ({ ...link, id: `${prefix}-${link.id}` })),
    }),
  }
}

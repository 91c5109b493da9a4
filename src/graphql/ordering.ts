import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { columnsOf, isAfter, isBefore } from '../database/rows.ts'
import { swedishOrder } from '../database/swedish-order.ts'
import { type Column, isDay } from '../datasets/dataset.ts'
import { type DatasetName, datasets } from '../datasets/index.ts'
import { type CursorPage, type CursorPlace, isKey } from './cursors.ts'

/** How a list is ordered. Rows without a value come last in both directions. */
export interface Order {
  readonly dataset: DatasetName
  /** The columns that order the list. Together they identify its rows. */
  readonly order: readonly string[]
  /** Descending instead of ascending. */
  readonly descending?: boolean
  /** The first column is a text for people, sorted by Swedish rules. */
  readonly alphabetical?: boolean
}

type Direction = CursorPage['direction']

/** A value that a list is ordered by. */
interface OrderTerm {
  readonly value: SQL
  readonly isNullable: boolean
}

/** The order in which to read a list, from its beginning or its end. */
export function orderBy(order: Order, columns: { [name: string]: PgColumn }, direction: Direction): SQL[] {
  const way = sql.raw(isGrowing(order, direction) ? 'asc' : 'desc')
  const nulls = sql.raw(direction === 'forward' ? 'nulls last' : 'nulls first')
  return orderTerms(order, columns).map(({ value, isNullable }) =>
    isNullable ? sql`${value} ${way} ${nulls}` : sql`${value} ${way}`,
  )
}

/** The condition that a row comes after a place in the list (`forward`), or before it (`backward`). */
export function isBeyond(
  order: Order,
  columns: { [name: string]: PgColumn },
  direction: Direction,
  place: readonly (CursorPlace[number] | Placeholder)[],
): SQL {
  const terms = orderTerms(order, columns)
  const values = place.map((value, at) => placeValue(order, value, at))
  const isGreater = isGrowing(order, direction)
  // If nothing can be null, one comparison of rows, for which an index can be used.
  if (!terms.some(({ isNullable }) => isNullable)) {
    const own = terms.map(({ value }) => value)
    return isGreater ? isAfter(own, values) : isBefore(own, values)
  }
  const from = (at: number): SQL => {
    const term = terms[at]
    if (!term) return sql`false`
    const { value, isNullable } = term
    const rest = from(at + 1)
    if (place[at] === null) {
      return direction === 'forward'
        ? sql`(${value} is null and ${rest})`
        : sql`(${value} is not null or ${rest})`
    }
    const beyond = isGreater ? sql`${value} > ${values[at]}` : sql`${value} < ${values[at]}`
    const missing = isNullable && direction === 'forward' ? sql` or ${value} is null` : sql``
    return sql`(${beyond}${missing} or (${value} = ${values[at]} and ${rest}))`
  }
  return from(0)
}

/** Whether values can be a place in the list: one for each column that orders it, each of the type of its column. */
export function isPlace({ dataset, order }: Order, values: readonly unknown[]): values is CursorPlace {
  const columns: { readonly [name: string]: Column } = datasets[dataset].columns
  return (
    values.length === order.length &&
    order.every((name, at) => columns[name] !== undefined && canHold(columns[name], values[at]))
  )
}

const MAX_INTEGER = 2 ** 31 - 1

function canHold(column: Column, value: unknown): boolean {
  if (value === null) return column.absent !== undefined
  switch (column.type) {
    case 'integer':
      return Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INTEGER
    case 'number':
      return typeof value === 'number'
    case 'date':
      return typeof value === 'string' && isDay(value)
    default:
      return isKey(value) // a text that the database can store
  }
}

function orderTerms(
  { dataset, order, alphabetical }: Order,
  columns: { [name: string]: PgColumn },
): OrderTerm[] {
  const own = columnsOf(dataset)
  return order.map((name, at) => {
    const column = columns[name]
    if (!column) throw new Error(`No column "${name}" in ${dataset}`)
    const value = alphabetical && at === 0 ? swedishOrder(column) : sql`${column}`
    return { value, isNullable: own[name]?.notNull !== true }
  })
}

function placeValue({ alphabetical }: Order, value: CursorPlace[number] | Placeholder, at: number): SQL {
  return alphabetical && at === 0 ? swedishOrder(sql`${value}::text`) : sql`${value}`
}

function isGrowing({ descending = false }: Order, direction: Direction): boolean {
  return (direction === 'forward') !== descending
}

import { type SQL, sql } from 'drizzle-orm'
import type { GivenFilter } from '../filters/filter.ts'
import { filters } from '../filters/index.ts'
import type { TypedDataset } from '../typed-datasets.ts'

/** A filter whose statement can be used for others of the same shape. */
export interface KeptCondition {
  /** A key that distinguishes it from others of the same list. */
  readonly key: string
  /** A key that distinguishes its statement from others. */
  readonly shape: string
  readonly sql: SQL
  /** The values for the placeholders in its statement. */
  readonly values: { readonly [placeholder: string]: unknown }
}

/** The condition of a filter that was sent; undefined if there is none. */
export function keptCondition(
  dataset: TypedDataset,
  given: GivenFilter | null | undefined,
): KeptCondition | undefined {
  const values: { [placeholder: string]: unknown } = {}
  let bound = 0
  const where = filters[dataset]?.where(given, (value) => {
    const name = `sent${bound++}`
    values[name] = value
    return sql`${sql.placeholder(name)}`
  })
  return where && { key: JSON.stringify(given), shape: filterShape(given), sql: where, values }
}

/**
 * The shape of a filter: without the values that become placeholders, but with true, false, null and the names of its
 * fields.
 */
function filterShape(given: GivenFilter | null | undefined): string {
  return JSON.stringify(given, (_name, value: unknown) => {
    if (Array.isArray(value) && typeof value[0] !== 'object') return '[]'
    return typeof value === 'string' || typeof value === 'number' ? '' : value
  })
}

import { type SQL, sql } from 'drizzle-orm'
import type { GivenFilter } from '../filters/filter.ts'
import { filters } from '../filters/index.ts'
import type { TypedDataset } from '../typed-datasets.ts'

/** A filter whose statement serves others of its shape too. */
export interface KeptCondition {
  /** What tells it from others of the same list. */
  readonly key: string
  /** What tells its statement from others. */
  readonly shape: string
  readonly sql: SQL
  /** The values for the placeholders in its statement. */
  readonly values: { readonly [placeholder: string]: unknown }
}

/** The condition of a filter that was sent; undefined where nothing was asked. */
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

/** A filter without the values that stand in placeholders: what is true, false, null or there at all remains. */
function filterShape(given: GivenFilter | null | undefined): string {
  return JSON.stringify(given, (_name, value: unknown) => {
    if (Array.isArray(value) && typeof value[0] !== 'object') return '[]'
    return typeof value === 'string' || typeof value === 'number' ? '' : value
  })
}

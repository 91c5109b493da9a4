import { type SQL, sql } from 'drizzle-orm'
import { datasets } from '../../datasets/index.ts'
import { builder } from '../builder.ts'
import { clientError } from '../errors.ts'
import type { TypedDataset } from '../typed-datasets.ts'
import { type Bind, type Condition, type Conditions, isReached } from './condition.ts'

/** A filter that was sent: the values of some of its fields. */
export type Given = object

/** The argument `filter` of all connections to one type: its input type, and its SQL. */
export interface Filter {
  readonly input: ReturnType<typeof inputOf>
  /** The condition on a row of the dataset; undefined where nothing was asked. Refuses an empty list. */
  readonly where: (given: Given | null | undefined, bind?: Bind) => SQL | undefined
}

/** The most values in one list of a filter: all municipalities find room. */
export const MAX_VALUES = 300

/** Makes the filter of a dataset's rows, `PromiseFilter`, out of its conditions. */
export function filterOf(dataset: TypedDataset, conditions: Conditions): Filter {
  const name = `${datasets[dataset].type}Filter`
  return {
    input: inputOf(dataset, name, conditions),
    where: (given, bind = asItIs) => whereOf(name, conditions, given, bind),
  }
}

function inputOf(dataset: TypedDataset, name: string, conditions: Conditions) {
  return builder.inputType(name, {
    description: `Conditions on ${datasets[dataset].type} rows. A row matches if it meets all the conditions; a list matches if any of its values does. Null means no condition. An empty list is an error. A key that does not exist matches no row.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(conditions).map(([field, { type, description }]) => [
          field,
          t.field({ type, description }),
        ]),
      ),
  })
}

/** A value stands in its statement as it is. */
const asItIs: Bind = (value) => sql`${sql.param(value)}`

function whereOf(
  name: string,
  conditions: Conditions,
  given: Given | null | undefined,
  bind: Bind,
): SQL | undefined {
  const parts: SQL[] = []
  const reached = new Map<(matching: SQL) => SQL, SQL[]>()
  for (const [field, value] of Object.entries(given ?? {})) {
    if (value === null || value === undefined) continue
    refuseUnusable(`${name}.${field}`, value)
    const where = sqlOf(conditions[field], value, bind)
    if (isReached(where)) reached.set(where.through, [...(reached.get(where.through) ?? []), where.matching])
    else if (where) parts.push(where)
  }
  for (const [through, matching] of reached) parts.push(through(both(matching)))
  return parts.length === 0 ? undefined : both(parts)
}

function sqlOf(condition: Condition | undefined, value: unknown, bind: Bind) {
  // GraphQL has read the value by the type that the condition has.
  return condition?.where(value as never, bind)
}

function refuseUnusable(field: string, value: unknown): void {
  if (!Array.isArray(value)) return
  if (value.length === 0) {
    const message = `${field} is an empty list; send at least one value, or null for no condition`
    throw clientError('BAD_FILTER', message)
  }
  if (value.length > MAX_VALUES) {
    const message = `${field} has ${value.length} values, which is too many; send at most ${MAX_VALUES}`
    throw clientError('BAD_FILTER', message, MAX_VALUES)
  }
}

function both(conditions: readonly SQL[]): SQL {
  return sql`(${sql.join([...conditions], sql` and `)})`
}

/** The condition that a filter of another dataset holds for a row that this one leads to. */
export function matching(filter: Filter, description: string, through: (matching: SQL) => SQL): Condition {
  return {
    type: filter.input,
    description,
    where: (given: Given, bind) => {
      const where = filter.where(given, bind)
      return where && through(where)
    },
  }
}

import { type SQL, sql } from 'drizzle-orm'
import type { KnownNames, NameIndex } from '../../database/names.ts'
import { bilingualText, type Text } from '../../datasets/dataset.ts'
import { datasets } from '../../datasets/index.ts'
import { builder } from '../builder.ts'
import { clientError } from '../errors.ts'
import type { TypedDataset } from '../typed-datasets.ts'
import { columnConditions } from './columns.ts'
import { type Bind, type Condition, type Conditions, isReached, type Reached } from './condition.ts'

/** A filter that was sent: the values of some of its fields. */
export type GivenFilter = object

/** The argument `filter` of all connections to one type: its input type, and its SQL. */
export interface Filter {
  readonly input: ReturnType<typeof inputOf>
  /** The condition on a row of the dataset; undefined if there is none. Refuses an empty list. */
  readonly where: (given: GivenFilter | null | undefined, bind?: Bind) => SQL | undefined
  /** Whether any value may contain names. */
  readonly hasNames: (given: GivenFilter) => boolean
  /** The same filter with keys instead of names. Refuses names and keys that do not exist. */
  readonly withKeys: (given: GivenFilter, names: KnownNames) => GivenFilter
}

/** The most values in one list of a filter: enough for all municipalities. */
export const MAX_VALUES = 300

/** The most conditions in one filter, at any level. */
export const MAX_CONDITIONS = 50

/** How deeply the objects of a filter may be nested. */
export const MAX_FILTER_DEPTH = 8

/** Makes the filter of a dataset, such as `PromiseFilter`, from its own conditions and those of its columns. */
export function filterOf(dataset: TypedDataset, own: Conditions): Filter {
  const name = `${datasets[dataset].type}Filter`
  const input = builder.inputRef<GivenFilter>(name)
  const conditions: { [field: string]: Condition } = { ...columnConditions(dataset), ...own }
  const entriesOf = (given: GivenFilter) =>
    Object.entries(given).flatMap(([field, value]) => {
      const condition = conditions[field]
      return condition && value !== null && value !== undefined ? [{ field, condition, value }] : []
    })
  const filter: Filter = {
    input,
    where: (given, bind = asItIs) => whereOf(name, entriesOf(given ?? {}), bind),
    hasNames: (given) =>
      entriesOf(given).some(({ condition, value }) => condition.hasNames?.(value as never)),
    withKeys: (given, names) => ({
      ...given,
      ...Object.fromEntries(
        entriesOf(given).map(({ field, condition, value }) => [
          field,
          condition.withKeys?.(value as never, names, `${name}.${field}`) ?? value,
        ]),
      ),
    }),
  }
  Object.assign(conditions, combinations(filter))
  implement(input, dataset, conditions)
  return filter
}

function inputOf(name: string) {
  return builder.inputRef<GivenFilter>(name)
}

function implement(input: ReturnType<typeof inputOf>, dataset: TypedDataset, conditions: Conditions): void {
  input.implement({
    description: bilingualText({
      sv: `Villkor för rader ur datamängden ${datasets[dataset].title.sv}. En rad tas med om den uppfyller alla villkor; av en lista räcker det att ett värde stämmer. Null betyder inget villkor. En tom lista är ett fel. Platser, ämnen och aktörer anges med id eller namn, och ett som inte finns är ett fel; andra id:n som inte finns ger inga rader.`,
      en: `Conditions on ${datasets[dataset].type} rows. A row matches if it meets all the conditions; a list matches if any of its values does. Null means no condition. An empty list is an error. Places, topics and actors are given by key or by name, and one that does not exist is an error; any other key that does not exist matches no row.`,
    }),
    fields: (t) =>
      Object.fromEntries(
        Object.entries(conditions).map(([field, { type, description }]) => [
          field,
          t.field({ type, description: bilingualText(description) }),
        ]),
      ),
  })
}

/**
 * Combinations of filters of one type. Conditions on a row that is reached apply to the same row within each filter, but
 * not across them.
 */
function combinations(filter: Filter): Conditions {
  const every = (given: readonly GivenFilter[], bind: Bind, word: SQL) =>
    sql`(${sql.join(
      given.map((each) => filter.where(each, bind) ?? sql`true`),
      word,
    )})`
  const several = {
    type: [filter.input],
    hasNames: (given: GivenFilter[]) => given.some(filter.hasNames),
    withKeys: (given: GivenFilter[], names: KnownNames) => given.map((each) => filter.withKeys(each, names)),
  } satisfies Partial<Condition>
  return {
    and: {
      ...several,
      description: {
        sv: 'Alla dessa stämmer. De kan gälla var sitt löfte, var sin aktivitet, kommun eller liknande som hör till raden.',
        en: 'All of these hold. Each may hold for a different promise, activity, municipality or the like that belongs to the row.',
      },
      where: (given: GivenFilter[], bind) => every(given, bind, sql` and `),
    },
    or: {
      ...several,
      description: { sv: 'Minst ett av dessa stämmer.', en: 'At least one of these holds.' },
      where: (given: GivenFilter[], bind) => every(given, bind, sql` or `),
    },
    not: {
      type: filter.input,
      description: {
        sv: 'Detta stämmer inte. Svaret innehåller alla rader som samma filter utan `not` utelämnar, även de för vilka något är okänt.',
        en: 'This does not hold. It matches all rows that the same filter without `not` leaves out, including those for which something is not known.',
      },
      hasNames: filter.hasNames,
      withKeys: filter.withKeys,
      where: (given: GivenFilter, bind) => sql`(${filter.where(given, bind) ?? sql`true`}) is not true`,
    },
  }
}

/** Puts a value into its statement as a parameter. */
const asItIs: Bind = (value) => sql`${sql.param(value)}`

interface GivenCondition {
  readonly field: string
  readonly condition: Condition
  readonly value: unknown
}

function whereOf(name: string, entries: readonly GivenCondition[], bind: Bind): SQL | undefined {
  const parts: SQL[] = []
  const reached = new Map<Reached['through'], Reached[]>()
  for (const { field, condition, value } of entries) {
    refuseUnusable(`${name}.${field}`, value)
    const where = condition.where(value as never, bind) // GraphQL has read the value by the type that the condition has
    if (isReached(where)) reached.set(where.through, [...(reached.get(where.through) ?? []), where])
    else if (where) parts.push(where)
  }
  for (const [through, all] of reached) {
    const alone = all.length === 1 ? all[0]?.alone : undefined
    parts.push(alone ?? through(conjunction(all.map(({ matching }) => matching))))
  }
  return parts.length === 0 ? undefined : conjunction(parts)
}

/**
 * Checks a list of values in a filter.
 *
 * @throws {GraphQLError} when the list is empty or too long.
 */
export function refuseUnusable(field: string, value: unknown): void {
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

function conjunction(conditions: readonly SQL[]): SQL {
  return sql`(${sql.join([...conditions], sql` and `)})`
}

/** The condition that a filter of another dataset holds for a row that this one leads to. */
export function matching(filter: Filter, description: Text, through: (matching: SQL) => SQL): Condition {
  return {
    type: filter.input,
    description,
    hasNames: filter.hasNames,
    withKeys: filter.withKeys,
    where: (given: GivenFilter, bind) => {
      const where = filter.where(given, bind)
      return where && through(where)
    },
  }
}

/** A filter that was sent, after checking: within its limits, and with keys instead of names. */
interface AskedFilter<G> {
  readonly given: G
  /** Whether a name was given instead of a key: which row it means depends on the data. */
  readonly wasNamed: boolean
}

/** Checks a filter that was sent. Refuses one that exceeds the limits, or has names that do not exist. */
export async function askedFilter(
  filter: Filter | undefined,
  given: GivenFilter | null | undefined,
  names: NameIndex,
): Promise<AskedFilter<GivenFilter | null | undefined>> {
  if (!filter || !given) return { given, wasNamed: false }
  refuseLarge(given)
  if (!filter.hasNames(given)) return { given, wasNamed: false }
  const keyed = filter.withKeys(given, await names.read())
  return { given: keyed, wasNamed: JSON.stringify(keyed) !== JSON.stringify(given) }
}

function refuseLarge(given: GivenFilter): void {
  const { depth, conditions } = sizeOf(given)
  if (depth > MAX_FILTER_DEPTH) {
    const message = `The filter has objects ${depth} levels deep; send at most ${MAX_FILTER_DEPTH}`
    throw clientError('BAD_FILTER', message, MAX_FILTER_DEPTH)
  }
  if (conditions > MAX_CONDITIONS) {
    const message = `The filter has ${conditions} conditions; send at most ${MAX_CONDITIONS}, using lists of values to match any of several`
    throw clientError('BAD_FILTER', message, MAX_CONDITIONS)
  }
}

/** How deeply the objects of a filter are nested, and how many of its fields have a value. */
function sizeOf(given: GivenFilter): { depth: number; conditions: number } {
  const size = { depth: 1, conditions: 0 }
  for (const value of Object.values(given)) {
    if (value === null || value === undefined) continue
    const within: GivenFilter[] = [value].flat().filter((each) => typeof each === 'object')
    if (within.length === 0) size.conditions++
    for (const { depth, conditions } of within.map(sizeOf)) {
      size.depth = Math.max(size.depth, depth + 1)
      size.conditions += conditions
    }
  }
  return size
}

import type { InputTypeParam } from '@pothos/core'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { quoted } from '../../common/quoted.ts'
import { isNamed, type KnownNames, type NamedDataset, type NamedRow } from '../../database/names.ts'
import type { ValueOf, Vocabulary } from '../../datasets/dataset.ts'
import { datasets } from '../../datasets/index.ts'
import { builder, type PothosTypes } from '../builder.ts'
import { isKey } from '../cursors.ts'
import { enumOf } from '../enums.ts'
import { clientError } from '../errors.ts'
import { keyFrom } from '../nodes.ts'
import type { NodeDataset } from '../typed-datasets.ts'

/**
 * A condition on a row of another table that this row leads to. What is asked through one and the same
 * function is asked of one and the same row: an activity by the police that has a target.
 */
interface Reached {
  readonly through: (matching: SQL) => SQL
  readonly matching: SQL
}

/** What must hold; undefined where nothing must. */
export type Where = SQL | Reached | undefined

/**
 * Puts a value that was sent into a statement. Statements differ by nothing else that is sent than which fields there
 * are and which are true: so one that is kept serves all others of its shape.
 */
export type Bind = (value: unknown) => SQL

/** One field of a filter: its type, what it says of itself, and the SQL for a value that was sent. */
export interface Condition {
  readonly type: InputTypeParam<PothosTypes>
  readonly description: string
  readonly where: (value: never, bind: Bind) => Where
  /** Whether a value asks for rows that can be named. */
  readonly hasNames?: (value: never) => boolean
  /** The value with keys in place of names. `field` is what to call the condition in a refusal. */
  readonly withKeys?: (value: never, names: KnownNames, field: string) => unknown
}

/** The fields of a filter. */
export interface Conditions {
  readonly [name: string]: Condition
}

/**
 * Any of some rows of a dataset, by key or by id for `node`; by name too, where rows can be named, and then one that does not
 * exist is refused. Elsewhere a key that does not exist matches nothing.
 */
export function keys(
  dataset: NodeDataset,
  description: string,
  where: (keys: SQL) => Exclude<Where, undefined>,
): Condition {
  return {
    type: ['ID'],
    description: `${description} Any of these values matches.${isNamed(dataset) ? ' A value is a key or a name.' : ''}`,
    ...(isNamed(dataset) && {
      hasNames: () => true,
      withKeys: (sent: string[], names: KnownNames, field: string) =>
        sent.map((each) => keyOfNamed(dataset, keyFrom(dataset, each), names, field)),
    }),
    where: (sent: string[], bind) =>
      where(
        textArray(
          sent.map((each) => keyFrom(dataset, each)),
          bind,
        ),
      ),
  }
}

/** The key in what was sent for a row that can be named. Refuses what there is not, and tells the nearest. */
export function keyOfNamed(dataset: NamedDataset, sent: string, names: KnownNames, field: string): string {
  const found = names.find(dataset, sent)
  const [row] = found
  if (row && found.length === 1) return row.key
  const told = (rows: readonly NamedRow[]) => rows.map(({ name, key }) => `"${name}" ("${key}")`).join(', ')
  const kind = datasets[dataset].type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  const wrong = row
    ? `${quoted(sent)} is the name of more than one ${kind}; send a key: ${told(found)}`
    : `unknown ${kind} ${quoted(sent)}; nearest: ${told(names.nearest(dataset, sent))}`
  throw clientError('BAD_FILTER', `${field}: ${wrong}`)
}

/** Any of some values of a vocabulary. */
export function oneOfCondition<V extends Vocabulary>(
  vocabulary: V,
  description: string,
  where: (values: SQL) => Exclude<Where, undefined>,
): Condition {
  return {
    type: [enumOf(vocabulary)],
    description: `${description} Any of these values matches.`,
    where: (values: ValueOf<V>[], bind) => where(textArray(values, bind)),
  }
}

/** Any of some texts, whatever their case. */
export function textsCondition(
  description: string,
  where: (texts: SQL) => Exclude<Where, undefined>,
): Condition {
  return {
    type: ['String'],
    description: `${description} Any of these values matches, in upper or lower case.`,
    where: (sent: string[], bind) => where(textArray(sent, bind)),
  }
}

/** Any of some years. */
export function years(description: string, where: (years: SQL) => SQL): Condition {
  return {
    type: ['Int'],
    description: `${description} Any of these values matches.`,
    where: (sent: number[], bind) => where(sql`${bind(sent)}::int[]`),
  }
}

/** A day. */
export function dayCondition(description: string, where: (day: SQL) => SQL): Condition {
  return { type: 'Date', description, where: (day: string, bind) => where(bind(day)) }
}

/**
 * True or false, with what either says. `no` need not be the opposite of `yes`: where something is not known,
 * it is neither.
 */
export function flag(
  says: { readonly yes: string; readonly no: string },
  yes: Exclude<Where, undefined>,
  no?: SQL,
): Condition {
  const description = `True: ${says.yes} False: ${says.no}`
  const opposite = no ?? (isReached(yes) ? sql`not ${yes.through(yes.matching)}` : sql`not (${yes})`)
  return { type: 'Boolean', description, where: (value: boolean) => (value ? yes : opposite) }
}

const NumberRange = builder.inputType('NumberRange', {
  description: 'A range of numbers, bounds included. Give one bound or both.',
  fields: (t) => ({
    atLeast: t.float({ description: 'The lower bound: this number or more.' }),
    atMost: t.float({ description: 'The upper bound: this number or less.' }),
  }),
})

/** Numbers between two bounds. What has no number is not among them. */
export function numbers(description: string, column: SQLWrapper): Condition {
  return {
    type: NumberRange,
    description,
    where: ({ atLeast, atMost }: { atLeast?: number | null; atMost?: number | null }, bind) =>
      between(sql`${column}::double precision`, atLeast, atMost, bind),
  }
}

const DateRange = builder.inputType('DateRange', {
  description: 'A range of dates, bounds included. Give one bound or both.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first date of the range.' }),
    to: t.field({ type: 'Date', description: 'The last date of the range.' }),
  }),
})

/** Days between two bounds. What has no day is not among them. */
export function days(description: string, column: SQLWrapper): Condition {
  return {
    type: DateRange,
    description,
    where: ({ from, to }: { from?: string | null; to?: string | null }, bind) =>
      between(column, from, to, bind),
  }
}

function between(value: SQLWrapper, low: unknown, high: unknown, bind: Bind): SQL | undefined {
  const bounds = [
    ...(low === null || low === undefined ? [] : [sql`${value} >= ${bind(low)}`]),
    ...(high === null || high === undefined ? [] : [sql`${value} <= ${bind(high)}`]),
  ]
  return bounds.length === 0 ? undefined : sql.join(bounds, sql` and `)
}

/** The same conditions, asked of a row that this one leads to. */
export function reaching(through: Reached['through'], conditions: Conditions): Conditions {
  const reached = ({ where, ...rest }: Condition): Condition => ({
    ...rest,
    where: (value, bind) => {
      const matching = where(value, bind)
      if (matching === undefined) return undefined
      return { through, matching: isReached(matching) ? matching.through(matching.matching) : matching }
    },
  })
  return Object.fromEntries(Object.entries(conditions).map(([name, each]) => [name, reached(each)]))
}

export function isReached(where: Where): where is Reached {
  return where !== undefined && 'through' in where
}

/** The condition that a column holds one of some values. */
export function isAny(column: SQLWrapper, values: SQL): SQL {
  return sql`${column} = any(${values})`
}

/** The condition that a column holds one of the values selected. */
export function isIn(column: SQLWrapper, selected: SQL): SQL {
  return sql`${column} in (${selected})`
}

export function textArray(values: readonly string[], bind: Bind): SQL {
  // PostgreSQL has no text with a NUL in it, so nothing is equal to one.
  return sql`${bind(values.filter(isKey))}::text[]`
}

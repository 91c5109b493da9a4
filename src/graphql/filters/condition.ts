import type { InputTypeParam } from '@pothos/core'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { quoted } from '../../common/quoted.ts'
import { isNamed, type KnownNames, type NamedDataset, type NamedRow } from '../../database/names.ts'
import { bilingualText, joinTexts, type Text, type ValueOf, type Vocabulary } from '../../datasets/dataset.ts'
import { datasets } from '../../datasets/index.ts'
import { builder, type PothosTypes } from '../builder.ts'
import { isKey } from '../cursors.ts'
import { enumOf } from '../enums.ts'
import { clientError } from '../errors.ts'
import { keyFrom } from '../nodes.ts'
import type { NodeDataset } from '../typed-datasets.ts'

/**
 * A condition on a row of another table that this row leads to. Conditions with the same `through` function apply to the
 * same row: an activity by the police that has a target.
 */
export interface Reached {
  readonly through: (matching: SQL) => SQL
  readonly matching: SQL
  /** The same as `through(matching)`, as a condition that an index answers. */
  readonly alone?: SQL | undefined
}

/** The condition; undefined if there is none. */
export type Where = SQL | Reached | undefined

/**
 * Puts a value that was sent into a statement. Statements depend only on which fields are given and which are true, so a
 * prepared statement can be used for all filters of the same shape.
 */
export type Bind = (value: unknown) => SQL

/** One field of a filter: its type, its description, and the SQL for a value that was sent. */
export interface Condition {
  readonly type: InputTypeParam<PothosTypes>
  readonly description: Text
  readonly where: (value: never, bind: Bind) => Where
  /** Whether a value may contain names. */
  readonly hasNames?: (value: never) => boolean
  /** The value with keys instead of names. `field` is the name of the condition in error messages. */
  readonly withKeys?: (value: never, names: KnownNames, field: string) => unknown
}

/** The fields of a filter. */
export interface Conditions {
  readonly [name: string]: Condition
}

const ANY = { sv: 'Det räcker att ett av värdena stämmer.', en: 'Any of these values matches.' }
const ANY_CASE = {
  sv: 'Det räcker att ett av värdena stämmer, med stora eller små bokstäver.',
  en: 'Any of these values matches, in upper or lower case.',
}
const KEY_OR_NAME = { sv: 'Ett värde är ett id eller ett namn.', en: 'A value is a key or a name.' }

/**
 * Any of some rows of a dataset, by key or by global id. If the rows can also be given by name, a key or name that does not
 * exist is refused; otherwise a key that does not exist matches nothing.
 */
export function keys(
  dataset: NodeDataset,
  description: Text,
  where: (keys: SQL) => Exclude<Where, undefined>,
): Condition {
  return {
    type: ['ID'],
    description: joinTexts(description, ANY, ...(isNamed(dataset) ? [KEY_OR_NAME] : [])),
    ...(isNamed(dataset) && {
      hasNames: () => true,
      withKeys: (sent: string[], names: KnownNames, field: string) =>
        sent.map((each) => keyOfNamed(dataset, keyFrom(dataset, each), names, field)),
    }),
    where: (sent: string[], bind) => where(keyArray(dataset, sent, bind)),
  }
}

/** The keys of some rows of a dataset that were sent as keys or global ids. */
export function keyArray(dataset: NodeDataset, sent: readonly string[], bind: Bind): SQL {
  return textArray(
    sent.map((each) => keyFrom(dataset, each)),
    bind,
  )
}

/**
 * The key of a row that can be given by key or by name.
 *
 * @throws {GraphQLError} when no row has the key or name, or several rows have the name. The message suggests the
 * nearest.
 */
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
  description: Text,
  where: (values: SQL) => Exclude<Where, undefined>,
): Condition {
  return {
    type: [enumOf(vocabulary)],
    description: joinTexts(description, ANY),
    where: (values: ValueOf<V>[], bind) => where(textArray(values, bind)),
  }
}

/** Any of some texts, ignoring case. */
export function textsCondition(
  description: Text,
  where: (texts: SQL) => Exclude<Where, undefined>,
): Condition {
  return {
    type: ['String'],
    description: joinTexts(description, ANY_CASE),
    where: (sent: string[], bind) => where(textArray(sent, bind)),
  }
}

/** Any of some years. */
export function years(description: Text, where: (years: SQL) => SQL): Condition {
  return {
    type: ['Int'],
    description: joinTexts(description, ANY),
    where: (sent: number[], bind) => where(sql`${bind(sent)}::int[]`),
  }
}

/** A day. */
export function dayCondition(description: Text, where: (day: SQL) => SQL): Condition {
  return { type: 'Date', description, where: (day: string, bind) => where(bind(day)) }
}

/**
 * True or false, with a description of each. `no` need not be the opposite of `yes`: if something is unknown, neither
 * holds.
 */
export function flag(
  says: { readonly yes: Text; readonly no: Text },
  yes: Exclude<Where, undefined>,
  no?: SQL,
): Condition {
  const description = {
    sv: `True: ${says.yes.sv} False: ${says.no.sv}`,
    en: `True: ${says.yes.en} False: ${says.no.en}`,
  }
  const opposite = no ?? (isReached(yes) ? sql`not ${yes.through(yes.matching)}` : sql`not (${yes})`)
  return { type: 'Boolean', description, where: (value: boolean) => (value ? yes : opposite) }
}

const NumberRange = builder.inputType('NumberRange', {
  description: bilingualText({
    sv: 'Ett intervall av tal, gränserna inräknade. Ange en gräns eller båda.',
    en: 'A range of numbers, bounds included. Give one bound or both.',
  }),
  fields: (t) => ({
    atLeast: t.float({
      description: bilingualText({
        sv: 'Den undre gränsen: detta tal eller mer.',
        en: 'The lower bound: this number or more.',
      }),
    }),
    atMost: t.float({
      description: bilingualText({
        sv: 'Den övre gränsen: detta tal eller mindre.',
        en: 'The upper bound: this number or less.',
      }),
    }),
  }),
})

/** Numbers between two bounds. Rows without a number do not match. */
export function numbers(description: Text, column: SQLWrapper): Condition {
  return {
    type: NumberRange,
    description,
    where: ({ atLeast, atMost }: { atLeast?: number | null; atMost?: number | null }, bind) =>
      between(sql`${column}::double precision`, atLeast, atMost, bind),
  }
}

const DateRange = builder.inputType('DateRange', {
  description: bilingualText({
    sv: 'Ett intervall av dagar, gränserna inräknade. Ange en gräns eller båda.',
    en: 'A range of dates, bounds included. Give one bound or both.',
  }),
  fields: (t) => ({
    from: t.field({
      type: 'Date',
      description: bilingualText({ sv: 'Intervallets första dag.', en: 'The first date of the range.' }),
    }),
    to: t.field({
      type: 'Date',
      description: bilingualText({ sv: 'Intervallets sista dag.', en: 'The last date of the range.' }),
    }),
  }),
})

/** Days between two bounds. Rows without a day do not match. */
export function days(description: Text, column: SQLWrapper): Condition {
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

/**
 * The same conditions on a row that this one leads to. `alone` has some of them, by name, as conditions on this row that an
 * index answers: they are used if there is no other.
 */
export function reaching(
  through: Reached['through'],
  conditions: Conditions,
  alone: { readonly [name: string]: (value: never, bind: Bind) => SQL } = {},
): Conditions {
  const reached = (name: string, { where, ...rest }: Condition): Condition => ({
    ...rest,
    where: (value, bind) => {
      const matching = where(value, bind)
      if (matching === undefined) return undefined
      return {
        through,
        matching: isReached(matching) ? matching.through(matching.matching) : matching,
        alone: alone[name]?.(value, bind),
      }
    },
  })
  return Object.fromEntries(Object.entries(conditions).map(([name, each]) => [name, reached(name, each)]))
}

export function isReached(where: Where): where is Reached {
  return where !== undefined && 'through' in where
}

/**
 * The condition that the value of a column is among some values.
 *
 * @example isAny(agreements.kind, values)
 */
export function isAny(column: SQLWrapper, values: SQL): SQL {
  return sql`${column} = any(${values})`
}

/**
 * The condition that the value of a column is among those that a statement selects.
 *
 * @example isIn(agreements.id, sql`select ${issues.agreementId} from ${issues}`) // agreements with issues
 */
export function isIn(column: SQLWrapper, selected: SQL): SQL {
  return sql`${column} in (${selected})`
}

export function textArray(values: readonly string[], bind: Bind): SQL {
  // A text in PostgreSQL cannot contain a NUL, so nothing is equal to one that does.
  return sql`${bind(values.filter(isKey))}::text[]`
}

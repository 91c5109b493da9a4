import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { check, customType, index, text } from 'drizzle-orm/pg-core'
import { type ValueOf, type Vocabulary, valuesOf } from '../../datasets/dataset.ts'

/**
 * A text column with an identifier. Its collation is fixed, so that rows come in the same order on
 * every server, and in JavaScript: identifiers are ASCII.
 */
export const key = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
})

/** A column with one value of a vocabulary. Add `checkOneOf` to the table's checks. */
export function vocabulary<V extends Vocabulary>(words: V) {
  return text({ enum: valuesOf(words) }).$type<ValueOf<V>>()
}

/** The check that a column only has values of a vocabulary. */
export function checkOneOf(name: string, column: AnyColumn, words: Vocabulary) {
  return check(name, sql`${column} in (${sqlTexts(valuesOf(words))})`)
}

/** Values of a vocabulary as SQL literals: `'a', 'b'`. */
export function sqlTexts(values: readonly string[]): SQL {
  return sql.raw(values.map((value) => `'${value}'`).join(', '))
}

/** The check that a column, if it is not empty, matches a POSIX regular expression. */
export function matches(name: string, column: AnyColumn, pattern: string) {
  return check(name, sql`${column} ~ ${sql.raw(`'${pattern}'`)}`)
}

/** A condition that both columns are empty or neither is. */
export function bothOrNeither(one: AnyColumn, other: AnyColumn): SQL {
  return sql`(${one} is null) = (${other} is null)`
}

/**
 * The indexes for a sort by a column that may be empty, then by key, in both directions: empty values come last in either, so
 * that one index read backwards would not do.
 */
export function sortIndexes(name: string, column: AnyColumn, id: AnyColumn) {
  return [
    index(`${name}_asc`).on(sql`${column} asc nulls last`, sql`${id} asc`),
    index(`${name}_desc`).on(sql`${column} desc nulls last`, sql`${id} desc`),
  ]
}

/** A month such as 2018-09. */
export const MONTH = '^[0-9]{4}-(0[1-9]|1[0-2])$'
/** An identifier made of lower-case ASCII letters, digits and hyphens. */
export const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$'

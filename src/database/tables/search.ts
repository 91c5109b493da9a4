import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { key } from './columns.ts'

/** What can be found by search: a row for each record. Derived, so never published. */
export const searchEntries = pgTable(
  'search_entries',
  {
    /** Counted from 0 in the order of equally good hits: by type, length and key. */
    number: integer().primaryKey(),
    /** A value of `searchType`. */
    type: key().notNull(),
    /** How many words beside its names: of equal hits, the shorter says less else. */
    length: integer().notNull(),
    recordKey: key().notNull(),
    /** The names of the municipalities that the record belongs to; empty for places and people. */
    municipalities: text().array().notNull(),
  },
  (table) => [uniqueIndex('search_entries_in_order').on(table.type, table.length, table.recordKey)],
)

/** Every word that stands in a record that can be found, and where. Derived, so never published. */
export const searchWords = pgTable('search_words', {
  word: key().primaryKey(),
  /** In how many records it stands. */
  records: integer().notNull(),
  /** Whether it stands in the name of a place or a person. */
  isName: boolean().notNull(),
  /** Where it stands: see `packed`. */
  occurrences: text().notNull(),
})

/** Pairs of records that share wording, each pair in both directions. Derived, so never published. */
export const similarTexts = pgTable(
  'similar_texts',
  {
    /** `promises` or `activities`. */
    dataset: key().notNull(),
    recordKey: key().notNull(),
    similarKey: key().notNull(),
    /** How much of the wording is shared, in thousandths. */
    similarity: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dataset, table.recordKey, table.similarKey] }),
    check('similar_texts_similarity', sql`${table.similarity} between 1 and 1000`),
    check('similar_texts_others', sql`${table.recordKey} <> ${table.similarKey}`),
  ],
)

/** Of which revision, and by which version of the program's rules, the derived tables were written: one row. */
export const derivedState = pgTable('derived_state', {
  revision: integer().primaryKey(),
  version: integer().notNull(),
})

import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { key } from './columns.ts'

/** The searchable records. Derived, so never published. */
export const searchEntries = pgTable(
  'search_entries',
  {
    /** Numbered from 0 in the order of equally good hits: by type, length and key. */
    number: integer().primaryKey(),
    /** A value of `searchType`. */
    type: key().notNull(),
    /** The number of words besides its names: of equal hits, the shorter one comes first. */
    length: integer().notNull(),
    recordKey: key().notNull(),
    /** The names of the record's municipalities; empty for places and people. */
    municipalities: text().array().notNull(),
  },
  (table) => [uniqueIndex('search_entries_in_order').on(table.type, table.length, table.recordKey)],
)

/** Every word of the searchable records, with its positions. Derived, so never published. */
export const searchWords = pgTable('search_words', {
  word: key().primaryKey(),
  /** The number of records that contain it. */
  records: integer().notNull(),
  /** Whether it is in the name of a place or a person. */
  isName: boolean().notNull(),
  /** Its positions: see `packed`. */
  occurrences: text().notNull(),
})

/** Pairs of records with a similar wording, each pair in both directions. Derived, so never published. */
export const similarTexts = pgTable(
  'similar_texts',
  {
    /** `promises` or `activities`. */
    dataset: key().notNull(),
    recordKey: key().notNull(),
    similarKey: key().notNull(),
    /** The similarity in thousandths. */
    similarity: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dataset, table.recordKey, table.similarKey] }),
    check('similar_texts_similarity', sql`${table.similarity} between 1 and 1000`),
    check('similar_texts_others', sql`${table.recordKey} <> ${table.similarKey}`),
  ],
)

/** The revision, and the version of the program's rules, from which the derived tables were written: one row. */
export const derivedState = pgTable('derived_state', {
  revision: integer().primaryKey(),
  version: integer().notNull(),
})

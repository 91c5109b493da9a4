import { sql } from 'drizzle-orm'
import { check, customType, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { key } from './columns.ts'

const tsvector = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' })

/** What can be found by search: a row for each record, with all its words. Derived, so never published. */
export const searchEntries = pgTable(
  'search_entries',
  {
    /** A value of `searchType`. */
    type: key().notNull(),
    recordKey: key().notNull(),
    /** Its words as they stand, each with the weights of the fields that it stands in. */
    words: tsvector().notNull(),
    /** How many words beside its names: of equal hits, the shorter says less else. */
    length: integer().notNull(),
    /** The names of the municipalities that the record belongs to; empty for places and people. */
    municipalities: text().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.type, table.recordKey] }),
    index('search_entries_by_word').using('gin', table.words),
  ],
)

/** Every word that stands in `search_entries`: what a typed word is compared with. Derived, so never published. */
export const searchWords = pgTable(
  'search_words',
  {
    word: key().primaryKey(),
    /** The word with å and ä as a, ö as o, and so on. */
    folded: key().notNull(),
    /** The Swedish stem of the folded word. */
    stem: key().notNull(),
  },
  (table) => [
    index('search_words_by_stem').on(table.stem),
    index('search_words_by_trigram').using('gist', table.folded.op('gist_trgm_ops')),
  ],
)

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

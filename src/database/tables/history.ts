import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { datasets } from '../../datasets/index.ts'
import { changeKind } from '../../datasets/vocabularies/history.ts'
import { checkOneOf, key, matches, vocabulary } from './columns.ts'
import { datasetTable } from './dataset-table.ts'

export const tombstones = datasetTable(datasets.tombstones)

/** The revisions of the data set in this database. The newest one is served. */
export const revisions = pgTable(
  'revisions',
  {
    /** 1, 2, 3 … */
    number: integer().primaryKey(),
    /** SHA-256 over the date and all rows, see `contentSha256`: equal if and only if the data are. */
    contentSha256: text().notNull(),
    /** The newest day on which anything in the data was reviewed, searched for or withdrawn. */
    date: date().notNull(),
    /** When it was written to this database. */
    loadedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [
    check('revisions_number', sql`${table.number} >= 1`),
    matches('revisions_content_sha256', table.contentSha256, '^[0-9a-f]{64}$'),
  ],
)

/** The changes of each revision, row by row. */
export const changes = pgTable(
  'changes',
  {
    revision: integer()
      .notNull()
      .references(() => revisions.number),
    dataset: key().notNull(),
    /** The key of the row: its columns joined by a space. */
    rowKey: key().notNull(),
    kind: vocabulary(changeKind).notNull(),
    before: jsonb(),
    after: jsonb(),
  },
  (table) => [
    primaryKey({ columns: [table.revision, table.dataset, table.rowKey] }),
    checkOneOf('changes_kind', table.kind, changeKind),
    check('changes_before', sql`(${table.before} is null) = (${table.kind} = 'added')`),
    check('changes_after', sql`(${table.after} is null) = (${table.kind} = 'removed')`),
    index('changes_by_row').on(table.dataset, table.rowKey, table.revision),
  ],
)

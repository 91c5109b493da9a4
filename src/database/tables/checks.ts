import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { checkOutcome, checkTrigger } from '../../datasets/vocabularies/checks.ts'
import { bothOrNeither, checkOneOf, vocabulary } from './columns.ts'

/**
 * Each check of whether there is something to release. It is about our work and not about the data: it is not
 * published, and makes no revision.
 */
export const releaseChecks = pgTable(
  'release_checks',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    trigger: vocabulary(checkTrigger).notNull(),
    beganAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Null while it is running, and for ever if its process was killed. */
    endedAt: timestamp({ withTimezone: true, precision: 3 }),
    outcome: vocabulary(checkOutcome),
    /** Whether no further attempt was made before the next night. */
    isGivenUp: boolean().notNull().default(false),
    /** The revision of the database at that time. */
    revision: integer(),
    /** The release of that revision. */
    release: text(),
    /** The error. */
    message: text(),
  },
  (table) => [
    checkOneOf('release_checks_trigger', table.trigger, checkTrigger),
    checkOneOf('release_checks_outcome', table.outcome, checkOutcome),
    check('release_checks_end', bothOrNeither(table.endedAt, table.outcome)),
    check('release_checks_order', sql`${table.endedAt} >= ${table.beganAt}`),
    index('release_checks_by_beginning').on(table.beganAt),
    index('release_checks_by_end').on(table.endedAt),
  ],
)

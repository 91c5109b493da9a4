import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { checkOutcome, checkTrigger } from '../../datasets/vocabularies/checks.ts'
import { bothOrNeither, checkOneOf, vocabulary } from './columns.ts'

/**
 * Each time that it was looked whether there is something to release. It tells of our work and not of the data: it is
 * published nowhere, and makes no revision.
 */
export const releaseChecks = pgTable(
  'release_checks',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    trigger: vocabulary(checkTrigger).notNull(),
    beganAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Null as long as it is under way, and for ever where its process was killed. */
    endedAt: timestamp({ withTimezone: true, precision: 3 }),
    outcome: vocabulary(checkOutcome),
    /** Whether no further attempt was to be made before the next night. */
    isGivenUp: boolean().notNull().default(false),
    /** The revision that the database held. */
    revision: integer(),
    /** The release of that revision. */
    release: text(),
    /** What went wrong. */
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

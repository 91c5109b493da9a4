import { and, asc, count, desc, eq, gt, inArray, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { ValueOf } from '../datasets/dataset.ts'
import type { checkOutcome, checkTrigger } from '../datasets/vocabularies/checks.ts'
import { type Database, type Reader, WRITING } from './client.ts'
import { LOADED } from './revisions.ts'
import { releaseChecks } from './tables/checks.ts'

/** A check of whether there is something to release. */
export type Check = typeof releaseChecks.$inferSelect
export type CheckOutcome = ValueOf<typeof checkOutcome>
export type CheckTrigger = ValueOf<typeof checkTrigger>

/** The outcomes after which the newest release has the current data. */
const GOOD = ['released', 'unchanged'] as const satisfies CheckOutcome[]

/**
 * How many checks are kept: more than a year of nights. One that released something is kept for ever. The limit is a
 * number, not a date, so that a wrong clock deletes none.
 */
export const CHECKS_KEPT = 500

/** Records that a check has begun, and returns its id. */
export function beginCheck(db: Database, trigger: CheckTrigger, beganAt: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const [begun] = await tx
      .insert(releaseChecks)
      .values({ trigger, beganAt })
      .returning({ id: releaseChecks.id })
    if (!begun) throw new Error('The check could not be recorded')
    return begun.id
  }, WRITING)
}

/**
 * Records the outcome of a check, and deletes old ones. All servers are notified, since cached responses may show the
 * previous check.
 */
export async function endCheck(
  db: Database,
  id: number,
  {
    endedAt,
    ...end
  }: Pick<Check, 'isGivenUp' | 'release' | 'message'> & {
    outcome: CheckOutcome
    endedAt: Date
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(releaseChecks)
      .set({
        ...end,
        revision: sql`(select max(number) from revisions)`,
        // The clock may have been set back meanwhile.
        endedAt: sql`greatest(${releaseChecks.beganAt}, ${endedAt.toISOString()}::timestamptz)`,
      })
      .where(eq(releaseChecks.id, id))
    await tx
      .delete(releaseChecks)
      .where(
        and(
          lte(releaseChecks.id, id - CHECKS_KEPT),
          sql`${releaseChecks.outcome} is distinct from 'released'`,
        ),
      )
    await tx.execute(sql`select pg_notify(${LOADED}, '')`)
  }, WRITING)
}

/** A check that is over. */
export type EndedCheck = Check & { readonly endedAt: Date; readonly outcome: CheckOutcome }

/** What is known about checks. Each is null if there has been none. */
export interface LastChecks {
  /** The last that has ended. */
  readonly last: EndedCheck | null
  /** The last one that found the newest release in place, or published it. */
  readonly good: EndedCheck | null
  /** The one that published the newest release; also null if that was before checks were recorded. */
  readonly published: EndedCheck | null
}

export async function lastChecks(reader: Reader): Promise<LastChecks> {
  const newest = async (condition: SQL | undefined) => {
    const [found] = await reader
      .select()
      .from(releaseChecks)
      .where(and(isNotNull(releaseChecks.endedAt), condition))
      .orderBy(desc(releaseChecks.id)) // a clock may have been set back since
      .limit(1)
    return (found as EndedCheck | undefined) ?? null // both are there, or neither is
  }
  const last = await newest(undefined)
  const good = await newest(inArray(releaseChecks.outcome, GOOD))
  const published =
    good?.release &&
    (await newest(and(eq(releaseChecks.outcome, 'released'), eq(releaseChecks.release, good.release))))
  return { last, good, published: published || null }
}

/**
 * When the last check began that was scheduled, or that succeeded for any reason: everything that was due before it is
 * done. Null if there has been none before `now`, or none since a clock was ahead or has been set back.
 */
export async function lastTurn(reader: Reader, now: Date): Promise<Date | null> {
  const ahead = sql`(select coalesce(max(${releaseChecks.id}), 0) from ${releaseChecks} where ${isAhead(now)})`
  const [last] = await reader
    .select({ beganAt: releaseChecks.beganAt })
    .from(releaseChecks)
    .where(
      and(
        lte(releaseChecks.beganAt, now),
        gt(releaseChecks.id, ahead),
        or(eq(releaseChecks.trigger, 'schedule'), inArray(releaseChecks.outcome, GOOD)),
      ),
    )
    .orderBy(desc(releaseChecks.beganAt))
    .limit(1)
  return last?.beganAt ?? null
}

/** How many checks were made with a clock that was ahead of `now`, or that has been set back since. */
export async function checksAhead(reader: Reader, now: Date): Promise<number> {
  const [counted] = await reader.select({ checks: count() }).from(releaseChecks).where(isAhead(now))
  return counted?.checks ?? 0
}

/** A check further ahead was made with a wrong clock; nearer ones may come from servers whose clocks differ a little. */
const AHEAD_MS = 12 * 60 * 60 * 1000

function isAhead(now: Date): SQL {
  return gt(releaseChecks.beganAt, new Date(now.getTime() + AHEAD_MS))
}

/** When the first recorded check began; null if there has been none. */
export async function firstBeginning(reader: Reader): Promise<Date | null> {
  const [first] = await reader
    .select({ beganAt: releaseChecks.beganAt })
    .from(releaseChecks)
    .orderBy(asc(releaseChecks.beganAt))
    .limit(1)
  return first?.beganAt ?? null
}

/** The number of recorded checks, by what started them and their outcome. */
export function countChecks(reader: Reader) {
  const { trigger, outcome, isGivenUp } = releaseChecks
  return reader
    .select({ trigger, outcome, isGivenUp, checks: count() })
    .from(releaseChecks)
    .groupBy(trigger, outcome, isGivenUp)
}

import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from './client.ts'
import { asActivities, hasActor, hasTarget, promiseHasActor, promiseHasTarget } from './commitments.ts'
import { type Grouping, type GroupingName, groupings } from './groupings.ts'
import { tables } from './tables/index.ts'

const { activities, agreements, promises } = tables

/** Promises or activities of transcribed agreements, and how many of them have a measurable target or a named actor. */
type CommitmentCounts = { readonly all: number; readonly withTarget: number; readonly withActor: number }

/** What there is in one group. */
export interface Group {
  /** The key of the row that the group is of, or the year; null for what belongs to none. */
  readonly key: string | null
  readonly label: { readonly sv: string; readonly en: string }
  readonly agreements: {
    readonly transcribed: number
    readonly catalogued: number
    /** Of the transcribed: those that promise a follow-up. Of others it was noted, but not that they promise none. */
    readonly followUpPromised: number
  }
  readonly promises: CommitmentCounts
  readonly activities: CommitmentCounts
}

const NO_COMMITMENTS: CommitmentCounts = { all: 0, withTarget: 0, withActor: 0 }

type Counted<C extends string> = { readonly key: string | null } & { readonly [N in C]: number }

/**
 * Counts by group, in four statements however many groups there are. Every group is there, with zeros if
 * need be; that of what belongs to none, only if there is such. `where` is a condition on agreements.
 */
export async function readStatistics(
  reader: Reader,
  name: GroupingName,
  where: SQL | undefined,
): Promise<Group[]> {
  const grouping = groupings[name]
  const [axis, ofAgreements, ofPromises, ofActivities] = await Promise.all([
    readAxis(reader, grouping),
    countMembers(
      reader,
      grouping.agreements,
      sql`join ${agreements} on ${agreements.id} = member.id`,
      where,
      {
        transcribed: sql`${agreements.extent} = 'transcribed'`,
        catalogued: sql`${agreements.extent} = 'catalogued'`,
        followUpPromised: sql`${agreements.extent} = 'transcribed' and ${agreements.followUpPromised} = 'yes'`,
      },
    ),
    countMembers(
      reader,
      grouping.promises,
      sql`join ${promises} on ${promises.id} = member.id join ${agreements} on ${agreements.id} = ${promises.agreementId}`,
      where,
      {
        all: sql`true`,
        withTarget: promiseHasTarget,
        withActor: promiseHasActor,
      },
    ),
    countMembers(
      reader,
      grouping.activities,
      sql`join ${activities} on ${activities.id} = member.id join ${agreements} on ${agreements.id} = ${activities.agreementId}`,
      where,
      {
        all: sql`true`,
        withTarget: hasTarget(asActivities),
        withActor: hasActor(asActivities),
      },
    ),
  ])
  const counted = [ofAgreements, ofPromises, ofActivities]
  const hasOthers = counted.some((counts) => counts.some(({ key }) => key === null))
  const groups = hasOthers ? [...axis, { key: null, ...grouping.others }] : axis
  return groups.map(({ key, sv, en }) => ({
    key,
    label: { sv, en },
    agreements: countsOf(ofAgreements, key, {
      transcribed: 0,
      catalogued: 0,
      followUpPromised: 0,
    }),
    promises: countsOf(ofPromises, key, NO_COMMITMENTS),
    activities: countsOf(ofActivities, key, NO_COMMITMENTS),
  }))
}

function readAxis(reader: Reader, { axis }: Grouping) {
  return reader
    .select({ key: sql<string>`key`, sv: sql<string>`sv`, en: sql<string>`en` })
    .from(sql`(${axis}) as axis(key, sv, en)`)
    .orderBy(sql`key collate "C"`)
}

async function countMembers<C extends string>(
  reader: Reader,
  members: SQL,
  joined: SQL,
  where: SQL | undefined,
  counts: { readonly [N in C]: SQL },
): Promise<Counted<C>[]> {
  const names = Object.keys(counts) as C[] // Object.keys gives string[]
  const columns = names.map((name) => [name, sql<number>`(count(*) filter (where ${counts[name]}))::int`])
  const rows: object[] = await reader
    .select({ key: sql<string | null>`member.key`, ...Object.fromEntries(columns) })
    .from(sql`(${members}) as member(key, id) ${joined}`)
    .where(where)
    .groupBy(sql`member.key`)
  return rows as Counted<C>[] // the columns selected are the counts
}

function countsOf<N extends { readonly [name: string]: number }>(
  counted: readonly ({ readonly key: string | null } & N)[],
  key: string | null,
  none: N,
): N {
  return counted.find((counts) => counts.key === key) ?? none
}

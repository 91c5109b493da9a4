import { type SQL, sql } from 'drizzle-orm'
import type { Text } from '../datasets/dataset.ts'
import { firstYear, lastYear } from './periods.ts'
import { revisions, tables } from './tables/index.ts'
import { topicsUpward } from './topics.ts'

const {
  activities,
  activity_actors,
  activity_promises,
  activity_topics,
  actors,
  agreement_municipalities,
  agreement_topics,
  agreements,
  counties,
  municipalities,
  police_areas,
  police_regions,
  promise_actors,
  promise_topics,
  promises,
  topics,
} = tables

/** A way to put agreements, promises and activities into groups. One may be in several. */
export interface Grouping {
  /** Selects the groups: key, and label in Swedish and English. */
  readonly axis: SQL
  /** What the group of all that belong to none of them is called. */
  readonly others: Text
  /** Select what is in a group, once each: the group's key, or null where it is in none, and the row's id. */
  readonly agreements: SQL
  readonly promises: SQL
  readonly activities: SQL
}

/** Groups of agreements: what stands in an agreement is where the agreement is. */
function byAgreement(grouping: Pick<Grouping, 'axis' | 'others' | 'agreements'>): Grouping {
  const inside = (table: typeof promises | typeof activities) =>
    sql`select own.key, ${table.id} from (${grouping.agreements}) as own(key, id) join ${table} on ${table.agreementId} = own.id`
  return { ...grouping, promises: inside(promises), activities: inside(activities) }
}

/** The year of the data: open-ended agreements are counted up to it. */
const dataYear = sql`(select extract(year from max(${revisions.date}))::int from ${revisions})`
const lastKnownYear = lastYear(sql`greatest(${firstYear}, ${dataYear})`)

function byTopic(
  rows: typeof agreements | typeof promises | typeof activities,
  links: SQL,
  id: SQL,
  topicId: SQL,
) {
  return sql`select distinct upward.within, ${rows.id} from ${rows}
    left join (${links} join (${topicsUpward}) as upward on upward.id = ${topicId}) on ${id} = ${rows.id}`
}

const partiesJoined = sql`${agreement_municipalities} join ${municipalities}
  on ${municipalities.code} = ${agreement_municipalities.municipalityCode}`

/** A promise has its own actors and those of its activities. */
const promisesByActor = sql`select distinct link.actor_id, ${promises.id} from ${promises} left join (
    select ${promise_actors.promiseId} as promise_id, ${promise_actors.actorId} as actor_id from ${promise_actors}
    union all
    select ${activity_promises.promiseId}, ${activity_actors.actorId} from ${activity_promises}
      join ${activity_actors} on ${activity_actors.activityId} = ${activity_promises.activityId}
  ) as link on link.promise_id = ${promises.id}`

/** An agreement has the actors of its promises and activities; of a catalogued one they are not known. */
const agreementsByActor = sql`select distinct link.actor_id, ${agreements.id} from ${agreements} left join (
    select ${activities.agreementId} as agreement_id, ${activity_actors.actorId} as actor_id from ${activity_actors}
      join ${activities} on ${activities.id} = ${activity_actors.activityId}
    union all
    select ${promises.agreementId}, ${promise_actors.actorId} from ${promise_actors}
      join ${promises} on ${promises.id} = ${promise_actors.promiseId}
  ) as link on link.agreement_id = ${agreements.id} where ${agreements.extent} = 'transcribed'`

/** The ways to group: what `statistics` takes. */
export const groupings = {
  ALL: byAgreement({
    axis: sql`select 'all', 'Allt', 'Everything'`,
    others: { sv: 'Inget', en: 'Nothing' },
    agreements: sql`select 'all', ${agreements.id} from ${agreements}`,
  }),
  MUNICIPALITY: byAgreement({
    axis: sql`select ${municipalities.code}, ${municipalities.name}, ${municipalities.name} from ${municipalities}`,
    others: { sv: 'Ingen kommun', en: 'No municipality' },
    agreements: sql`select ${agreement_municipalities.municipalityCode}, ${agreement_municipalities.agreementId} from ${agreement_municipalities}`,
  }),
  COUNTY: byAgreement({
    axis: sql`select ${counties.code}, ${counties.nameSv}, ${counties.nameEn} from ${counties}`,
    others: { sv: 'Inget län', en: 'No county' },
    agreements: sql`select distinct ${municipalities.countyCode}, ${agreement_municipalities.agreementId} from ${partiesJoined}`,
  }),
  POLICE_REGION: byAgreement({
    axis: sql`select ${police_regions.id}, ${police_regions.name}, ${police_regions.name} from ${police_regions}`,
    others: { sv: 'Ingen polisregion', en: 'No police region' },
    agreements: sql`select distinct ${counties.policeRegionId}, ${agreement_municipalities.agreementId} from ${partiesJoined}
      join ${counties} on ${counties.code} = ${municipalities.countyCode}`,
  }),
  POLICE_AREA: byAgreement({
    axis: sql`select ${police_areas.id}, ${police_areas.name}, ${police_areas.name} from ${police_areas}`,
    others: { sv: 'Källan namnger inget', en: 'The source names none' },
    agreements: sql`select ${agreements.policeAreaId}, ${agreements.id} from ${agreements}`,
  }),
  YEAR: byAgreement({
    axis: sql`select year::text, year::text, year::text
      from (select min(${firstYear}), max(${lastKnownYear}) from ${agreements}) as known(low, high),
        generate_series(low, high) as year`,
    others: { sv: 'Okänd period', en: 'Unknown period' },
    agreements: sql`select year::text, ${agreements.id} from ${agreements}
      left join generate_series(${firstYear}, ${lastKnownYear}) as year on true`,
  }),
  TOPIC: {
    axis: sql`select ${topics.id}, ${topics.labelSv}, ${topics.labelEn} from ${topics}`,
    others: { sv: 'Inget ämne', en: 'No topic' },
    agreements: byTopic(
      agreements,
      sql`${agreement_topics}`,
      sql`${agreement_topics.agreementId}`,
      sql`${agreement_topics.topicId}`,
    ),
    promises: byTopic(
      promises,
      sql`${promise_topics}`,
      sql`${promise_topics.promiseId}`,
      sql`${promise_topics.topicId}`,
    ),
    activities: byTopic(
      activities,
      sql`${activity_topics}`,
      sql`${activity_topics.activityId}`,
      sql`${activity_topics.topicId}`,
    ),
  },
  ACTOR: {
    axis: sql`select ${actors.id}, ${actors.labelSv}, ${actors.labelEn} from ${actors}`,
    others: { sv: 'Ingen namngiven aktör', en: 'No named actor' },
    agreements: agreementsByActor,
    promises: promisesByActor,
    activities: sql`select ${activity_actors.actorId}, ${activities.id} from ${activities}
      left join ${activity_actors} on ${activity_actors.activityId} = ${activities.id}`,
  },
} as const satisfies { readonly [name: string]: Grouping }

export type GroupingName = keyof typeof groupings

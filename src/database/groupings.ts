import { type SQL, sql } from 'drizzle-orm'
import type { Text } from '../datasets/dataset.ts'
import { firstYear, lastYear } from './periods.ts'
import { revisions, tables } from './tables/index.ts'
import { type TopicalDataset, topicLinks, topicsUpward } from './topics.ts'

const {
  activities,
  activity_actors,
  activity_promises,
  actors,
  agreement_municipalities,
  agreements,
  counties,
  municipalities,
  police_areas,
  police_regions,
  promise_actors,
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

/** The last year that there is a group of: that of the data, or a later one that a period is known to reach. */
const lastGroupedYear = sql`(select greatest(max(${lastYear(firstYear)}), (
    select extract(year from max(${revisions.date}))::int from ${revisions})) from ${agreements})`

/** Each row by the topics that it has itself. */
function byTopicItself(dataset: TopicalDataset) {
  const { from, id, topicId } = topicLinks[dataset]
  const rows = tables[dataset]
  return sql`select ${topicId}, ${rows.id} from ${rows} left join ${from} on ${id} = ${rows.id}`
}

/** Each row by its topics and by all that are broader. */
function byTopic(dataset: TopicalDataset) {
  return sql`select distinct upward.within, own.id from (${byTopicItself(dataset)}) as own(topic, id)
    left join (${topicsUpward}) as upward on upward.id = own.topic`
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

/** An agreement has the actors of its promises and activities, where any are listed. */
const agreementsByActor = sql`select distinct link.actor_id, ${agreements.id} from ${agreements} left join (
    select ${activities.agreementId} as agreement_id, ${activity_actors.actorId} as actor_id from ${activity_actors}
      join ${activities} on ${activities.id} = ${activity_actors.activityId}
    union all
    select ${promises.agreementId}, ${promise_actors.actorId} from ${promise_actors}
      join ${promises} on ${promises.id} = ${promise_actors.promiseId}
  ) as link on link.agreement_id = ${agreements.id} where ${agreements.commitmentsSeen} <> 'none_listed'`

const topicGroups = {
  axis: sql`select ${topics.id}, ${topics.labelSv}, ${topics.labelEn} from ${topics}`,
  others: { sv: 'Inget ämne', en: 'No topic' },
}

const actorGroups = {
  axis: sql`select ${actors.id}, ${actors.labelSv}, ${actors.labelEn} from ${actors}`,
  others: { sv: 'Ingen namngiven aktör', en: 'No named actor' },
  agreements: agreementsByActor,
  activities: sql`select ${activity_actors.actorId}, ${activities.id} from ${activities}
    left join ${activity_actors} on ${activity_actors.activityId} = ${activities.id}`,
}

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
      from (select min(${firstYear}), ${lastGroupedYear} from ${agreements}) as known(low, high),
        generate_series(low, high) as year`,
    others: { sv: 'Okänd period', en: 'Unknown period' },
    agreements: sql`select year::text, ${agreements.id} from ${agreements}
      left join generate_series(${firstYear}, ${lastYear(lastGroupedYear)}) as year on true`,
  }),
  TOPIC: {
    ...topicGroups,
    agreements: byTopic('agreements'),
    promises: byTopic('promises'),
    activities: byTopic('activities'),
  },
  TOPIC_ITSELF: {
    ...topicGroups,
    agreements: byTopicItself('agreements'),
    promises: byTopicItself('promises'),
    activities: byTopicItself('activities'),
  },
  ACTOR: {
    ...actorGroups,
    promises: promisesByActor,
  },
  ACTOR_ITSELF: {
    ...actorGroups,
    promises: sql`select ${promise_actors.actorId}, ${promises.id} from ${promises}
      left join ${promise_actors} on ${promise_actors.promiseId} = ${promises.id}`,
  },
} as const satisfies { readonly [name: string]: Grouping }

export type GroupingName = keyof typeof groupings

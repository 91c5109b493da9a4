import { type SQL, sql } from 'drizzle-orm'
import { snakeCase } from '../datasets/dataset.ts'
import { partsOfActivity } from '../datasets/views/activities-flat.ts'
import { type ViewName, type ViewRow, views } from '../datasets/views/index.ts'
import type { Reader } from './client.ts'
import type { RowSource } from './rows.ts'
import { tables } from './tables/index.ts'

const {
  activities,
  activity_actors,
  activity_promises,
  activity_topics,
  actors,
  agreement_municipalities,
  agreements,
  counties,
  municipalities,
  police_areas,
  police_districts,
  police_regions,
  promises,
  topics,
} = tables

/** The expression of a view's every column, and the tables that they are taken from. */
interface View<C extends PropertyKey> {
  readonly columns: { readonly [N in C]: SQL }
  readonly from: SQL
}

const definitions: { readonly [N in ViewName]: View<keyof ViewRow<N>> } = {
  activities_flat: {
    columns: {
      activityId: sql`${activities.id}`,
      agreementId: sql`${activities.agreementId}`,
      agreementTitle: sql`${agreements.title}`,
      agreementExtent: sql`${agreements.extent}`,
      agreementKind: sql`${agreements.kind}`,
      municipalityCodes: ofMunicipalities(sql`${municipalities.code}`),
      municipalityNames: ofMunicipalities(sql`${municipalities.name}`),
      countyCodes: ofCounties(sql`${counties.code}`),
      countyNamesSv: ofCounties(sql`${counties.nameSv}`),
      countyNamesEn: ofCounties(sql`${counties.nameEn}`),
      policeAreaId: sql`${agreements.policeAreaId}`,
      policeAreaName: sql`${police_areas.name}`,
      policeDistrictId: sql`${police_areas.policeDistrictId}`,
      policeDistrictName: sql`${police_districts.name}`,
      policeRegionId: sql`${police_areas.policeRegionId}`,
      policeRegionName: sql`${police_regions.name}`,
      periodStart: sql`${agreements.periodStart}`,
      periodEnd: sql`${agreements.periodEnd}`,
      signedOn: sql`${agreements.signedOn}`,
      position: sql`${activities.position}`,
      heading: sql`${activities.heading}`,
      gistSv: sql`${activities.gistSv}`,
      gistEn: sql`${activities.gistEn}`,
      text: sql`${activities.text}`,
      commitment: sql`${activities.commitment}`,
      actorIds: ofActors(sql`${actors.id}`),
      actorLabelsSv: ofActors(sql`${actors.labelSv}`),
      actorLabelsEn: ofActors(sql`${actors.labelEn}`),
      topicIds: ofTopics(sql`${topics.id}`),
      topicLabelsSv: ofTopics(sql`${topics.labelSv}`),
      topicLabelsEn: ofTopics(sql`${topics.labelEn}`),
      ...partsOfActivities(),
      promiseIds: ofPromises(sql`${promises.id}`),
      // Of a draft that nobody has summarised the text stands for the gist.
      promiseGistsSv: ofPromises(sql`coalesce(${promises.gistSv}, ${promises.text})`),
      promiseGistsEn: ofPromises(sql`coalesce(${promises.gistEn}, ${promises.text})`),
    },
    from: sql`${activities}
      join ${agreements} on ${agreements.id} = ${activities.agreementId}
      left join ${police_areas} on ${police_areas.id} = ${agreements.policeAreaId}
      left join ${police_districts} on ${police_districts.id} = ${police_areas.policeDistrictId}
      left join ${police_regions} on ${police_regions.id} = ${police_areas.policeRegionId}`,
  },
}

/** The columns that the view has of activities because they are there. */
function partsOfActivities() {
  const names = Object.keys(partsOfActivity) as (keyof typeof partsOfActivity)[] // Object.keys gives string[]
  const columns = names.map((name) => [name, sql`${activities[name]}`])
  return Object.fromEntries(columns) as { [N in keyof typeof partsOfActivity]: SQL } // one for each
}

/** The rows of a view, put together from the tables. */
export function viewSource(name: ViewName): RowSource {
  const { columns, from } = definitions[name]
  const alias = sql.identifier(name)
  const named = Object.entries<SQL>(columns).map(
    ([column, value]) => sql`${value} as ${sql.identifier(snakeCase(column))}`,
  )
  return {
    dataset: views[name],
    from: sql`(select ${sql.join(named, sql`, `)} from ${from}) as ${alias}`,
    columns: Object.fromEntries(
      Object.keys(columns).map((column) => [column, sql`${alias}.${sql.identifier(snakeCase(column))}`]),
    ),
  }
}

/** How many rows a view has. */
export async function countView(reader: Reader, name: ViewName): Promise<number> {
  const [counted] = await reader.select({ rows: sql<number>`count(*)::int` }).from(viewSource(name).from)
  return counted?.rows ?? 0
}

// What an activity has several of stands in arrays, made one activity at a time: so a page costs what its rows do.

function ofMunicipalities(value: SQL): SQL {
  return sql`array(select ${value} from ${agreement_municipalities}
    join ${municipalities} on ${municipalities.code} = ${agreement_municipalities.municipalityCode}
    where ${agreement_municipalities.agreementId} = ${agreements.id} order by ${municipalities.code})`
}

function ofCounties(value: SQL): SQL {
  return sql`array(select ${value} from ${counties} where ${counties.code} in (
    select ${municipalities.countyCode} from ${agreement_municipalities}
    join ${municipalities} on ${municipalities.code} = ${agreement_municipalities.municipalityCode}
    where ${agreement_municipalities.agreementId} = ${agreements.id}) order by ${counties.code})`
}

function ofActors(value: SQL): SQL {
  return sql`array(select ${value} from ${activity_actors}
    join ${actors} on ${actors.id} = ${activity_actors.actorId}
    where ${activity_actors.activityId} = ${activities.id}
    order by ${activity_actors.position}, ${actors.id})`
}

function ofTopics(value: SQL): SQL {
  return sql`array(select ${value} from ${activity_topics}
    join ${topics} on ${topics.id} = ${activity_topics.topicId}
    where ${activity_topics.activityId} = ${activities.id} order by ${topics.id})`
}

function ofPromises(value: SQL): SQL {
  return sql`array(select ${value} from ${activity_promises}
    join ${promises} on ${promises.id} = ${activity_promises.promiseId}
    where ${activity_promises.activityId} = ${activities.id}
    order by ${promises.position}, ${promises.id})`
}

import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { snakeCase } from '../datasets/dataset.ts'
import { partsOfActivity } from '../datasets/views/activities-flat.ts'
import { otherAgreementColumns } from '../datasets/views/agreements-flat.ts'
import { type ViewName, type ViewRow, views } from '../datasets/views/index.ts'
import { ownPromiseColumns } from '../datasets/views/promises-flat.ts'
import { ownReportColumns } from '../datasets/views/reports-flat.ts'
import type { Reader } from './client.ts'
import { firstYear, lastYear } from './periods.ts'
import type { RowSource } from './rows.ts'
import { revisions, tables } from './tables/index.ts'

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
  outcomes,
  police_areas,
  police_districts,
  police_regions,
  promise_actors,
  promise_topics,
  promises,
  report_agreements,
  reports,
  topics,
} = tables

/** The expression of a view's every column, and the tables that they are taken from. */
interface View<C extends PropertyKey> {
  readonly columns: { readonly [N in C]: SQL }
  readonly from: SQL
}

/** The columns of each view about the agreement of a row. */
const ofAgreements = {
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
}

const ofYears = { firstYear: sql`${firstYear}`, lastYear: lastYear(sql`null`) }

const joinedPolice = sql`left join ${police_areas} on ${police_areas.id} = ${agreements.policeAreaId}
  left join ${police_districts} on ${police_districts.id} = ${police_areas.policeDistrictId}
  left join ${police_regions} on ${police_regions.id} = ${police_areas.policeRegionId}`

const joinedCounty = sql`join ${counties} on ${counties.code} = ${municipalities.countyCode}`

const ofPlaces = {
  municipalityName: sql`${municipalities.name}`,
  countyCode: sql`${municipalities.countyCode}`,
  countyNameSv: sql`${counties.nameSv}`,
  countyNameEn: sql`${counties.nameEn}`,
}

const ofCounts = {
  promises: sql`(select count(*)::int from ${promises} where ${promises.agreementId} = ${agreements.id})`,
  activities: sql`(select count(*)::int from ${activities} where ${activities.agreementId} = ${agreements.id})`,
}

/** Columns of a table by their names. */
function columnsNamed<C extends object>(
  columns: C,
  table: { readonly [N in NoInfer<keyof C>]: PgColumn },
): { readonly [N in keyof C]: SQL } {
  const names = Object.keys(columns) as (keyof C)[] // Object.keys gives string[]
  return Object.fromEntries(names.map((name) => [name, sql`${table[name]}`])) as { [N in keyof C]: SQL } // one for each
}

function topicsOf(
  links: typeof agreement_topics | typeof promise_topics | typeof activity_topics,
  holds: SQL,
) {
  const from = sql`${links} join ${topics} on ${topics.id} = ${links.topicId}`
  const of = (value: PgColumn) => linkedValues(sql`${value}`, from, holds, sql`${topics.id}`)
  return { topicIds: of(topics.id), topicLabelsSv: of(topics.labelSv), topicLabelsEn: of(topics.labelEn) }
}

function actorCells(links: typeof promise_actors | typeof activity_actors, holds: SQL) {
  const from = sql`${links} join ${actors} on ${actors.id} = ${links.actorId}`
  const of = (value: PgColumn) =>
    linkedValues(sql`${value}`, from, holds, sql`${links.position}, ${actors.id}`)
  return { actorIds: of(actors.id), actorLabelsSv: of(actors.labelSv), actorLabelsEn: of(actors.labelEn) }
}

const definitions: { readonly [N in ViewName]: View<keyof ViewRow<N>> } = {
  agreements_flat: {
    columns: {
      agreementId: sql`${agreements.id}`,
      ...ofAgreements,
      ...ofYears,
      ...topicsOf(agreement_topics, sql`${agreement_topics.agreementId} = ${agreements.id}`),
      ...ofCounts,
      ...columnsNamed(otherAgreementColumns, agreements),
    },
    from: sql`${agreements} ${joinedPolice}`,
  },
  promises_flat: {
    columns: {
      promiseId: sql`${promises.id}`,
      agreementId: sql`${promises.agreementId}`,
      ...ofAgreements,
      ...ofYears,
      ...actorCells(promise_actors, sql`${promise_actors.promiseId} = ${promises.id}`),
      ...topicsOf(promise_topics, sql`${promise_topics.promiseId} = ${promises.id}`),
      ...columnsNamed(ownPromiseColumns, promises),
    },
    from: sql`${promises} join ${agreements} on ${agreements.id} = ${promises.agreementId} ${joinedPolice}`,
  },
  reports_flat: {
    columns: {
      reportId: sql`${reports.id}`,
      municipalityCode: sql`${reports.municipalityCode}`,
      ...ofPlaces,
      agreementIds: linkedValues(
        sql`${report_agreements.agreementId}`,
        sql`${report_agreements}`,
        sql`${report_agreements.reportId} = ${reports.id}`,
        sql`${report_agreements.agreementId}`,
      ),
      outcomes: sql`(select count(*)::int from ${outcomes} where ${outcomes.reportId} = ${reports.id})`,
      ...columnsNamed(ownReportColumns, reports),
    },
    from: sql`${reports} join ${municipalities} on ${municipalities.code} = ${reports.municipalityCode} ${joinedCounty}`,
  },
  agreements_by_year: {
    columns: {
      agreementId: sql`${agreements.id}`,
      municipalityCode: sql`${municipalities.code}`,
      year: sql`year`,
      ...ofPlaces,
      agreementTitle: sql`${agreements.title}`,
      agreementExtent: sql`${agreements.extent}`,
      agreementKind: sql`${agreements.kind}`,
      policeAreaId: sql`${agreements.policeAreaId}`,
      policeAreaName: sql`${police_areas.name}`,
      periodStart: sql`${agreements.periodStart}`,
      periodEnd: sql`${agreements.periodEnd}`,
      ...topicsOf(agreement_topics, sql`${agreement_topics.agreementId} = ${agreements.id}`),
      ...ofCounts,
    },
    from: sql`${agreements}
      join ${agreement_municipalities} on ${agreement_municipalities.agreementId} = ${agreements.id}
      join ${municipalities} on ${municipalities.code} = ${agreement_municipalities.municipalityCode} ${joinedCounty}
      left join ${police_areas} on ${police_areas.id} = ${agreements.policeAreaId}
      cross join lateral generate_series(${firstYear}, ${lastYear(
        sql`greatest(${firstYear}, (select extract(year from max(${revisions.date}))::int from ${revisions}))`,
      )}) as year`,
  },
  activities_flat: {
    columns: {
      activityId: sql`${activities.id}`,
      agreementId: sql`${activities.agreementId}`,
      ...ofAgreements,
      ...ofYears,
      position: sql`${activities.position}`,
      heading: sql`${activities.heading}`,
      gistSv: sql`${activities.gistSv}`,
      gistEn: sql`${activities.gistEn}`,
      text: sql`${activities.text}`,
      commitment: sql`${activities.commitment}`,
      ...actorCells(activity_actors, sql`${activity_actors.activityId} = ${activities.id}`),
      ...topicsOf(activity_topics, sql`${activity_topics.activityId} = ${activities.id}`),
      ...columnsNamed(partsOfActivity, activities),
      promiseIds: ofPromises(sql`${promises.id}`),
      // For a draft that nobody has summarised, the text stands in for the gist.
      promiseGistsSv: ofPromises(sql`coalesce(${promises.gistSv}, ${promises.text})`),
      promiseGistsEn: ofPromises(sql`coalesce(${promises.gistEn}, ${promises.text})`),
    },
    from: sql`${activities}
      join ${agreements} on ${agreements.id} = ${activities.agreementId}
      ${joinedPolice}`,
  },
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

// Multiple values of an activity are arrays, made for one activity at a time, so that the cost of a page depends only on its
// rows.

/** A value of the rows that links lead to, as an array in the order of `by`. */
function linkedValues(value: SQL, from: SQL, where: SQL, by: SQL): SQL {
  return sql`array(select ${value} from ${from} where ${where} order by ${by})`
}

function ofMunicipalities(value: SQL): SQL {
  return linkedValues(
    value,
    sql`${agreement_municipalities} join ${municipalities} on ${municipalities.code} = ${agreement_municipalities.municipalityCode}`,
    sql`${agreement_municipalities.agreementId} = ${agreements.id}`,
    sql`${municipalities.code}`,
  )
}

function ofCounties(value: SQL): SQL {
  return linkedValues(
    value,
    sql`${counties}`,
    sql`${counties.code} = any(${ofMunicipalities(sql`${municipalities.countyCode}`)})`,
    sql`${counties.code}`,
  )
}

function ofPromises(value: SQL): SQL {
  return linkedValues(
    value,
    sql`${activity_promises} join ${promises} on ${promises.id} = ${activity_promises.promiseId}`,
    sql`${activity_promises.activityId} = ${activities.id}`,
    sql`${promises.position}, ${promises.id}`,
  )
}

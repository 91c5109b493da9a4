import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { snakeCase } from '../datasets/dataset.ts'
import { partsOfActivity } from '../datasets/views/activities-flat.ts'
import { otherAgreementColumns } from '../datasets/views/agreements-flat.ts'
import { type ViewName, type ViewRow, views } from '../datasets/views/index.ts'
import { ownPromiseColumns } from '../datasets/views/promises-flat.ts'
import { ownReportColumns } from '../datasets/views/reports-flat.ts'
import type { Reader } from './client.ts'
import { listedCells } from './listed-cells.ts'
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

const ofAgreement = { parent: agreement_municipalities.agreementId, key: agreements.id }

const joinedMunicipalities = sql`${agreement_municipalities}
  join ${municipalities} on ${municipalities.code} = ${agreement_municipalities.municipalityCode}`

const joinedCounty = sql`join ${counties} on ${counties.code} = ${municipalities.countyCode}`

const municipalitiesOf = listedCells(
  'of_municipalities',
  { municipalityCodes: municipalities.code, municipalityNames: municipalities.name },
  { ...ofAgreement, from: joinedMunicipalities, by: sql`${municipalities.code}` },
)

const countiesOf = listedCells(
  'of_counties',
  { countyCodes: sql`code`, countyNamesSv: sql`name_sv`, countyNamesEn: sql`name_en` },
  {
    parent: sql`agreement_id`,
    key: agreements.id,
    from: sql`(select distinct ${agreement_municipalities.agreementId}, ${counties.code}, ${counties.nameSv}, ${counties.nameEn}
      from ${joinedMunicipalities} ${joinedCounty}) as of_each`,
    by: sql`code`,
  },
)

function topicsOf(
  links: typeof agreement_topics | typeof promise_topics | typeof activity_topics,
  parent: PgColumn,
  key: PgColumn,
) {
  return listedCells(
    'of_topics',
    { topicIds: topics.id, topicLabelsSv: topics.labelSv, topicLabelsEn: topics.labelEn },
    {
      parent,
      key,
      from: sql`${links} join ${topics} on ${topics.id} = ${links.topicId}`,
      by: sql`${topics.id}`,
    },
  )
}

function actorsByParent(
  links: typeof promise_actors | typeof activity_actors,
  parent: PgColumn,
  key: PgColumn,
) {
  return listedCells(
    'of_actors',
    { actorIds: actors.id, actorLabelsSv: actors.labelSv, actorLabelsEn: actors.labelEn },
    {
      parent,
      key,
      from: sql`${links} join ${actors} on ${actors.id} = ${links.actorId}`,
      by: sql`${links.position}, ${actors.id}`,
    },
  )
}

const agreementTopics = topicsOf(agreement_topics, agreement_topics.agreementId, agreements.id)
const promiseTopics = topicsOf(promise_topics, promise_topics.promiseId, promises.id)
const activityTopics = topicsOf(activity_topics, activity_topics.activityId, activities.id)
const promiseActors = actorsByParent(promise_actors, promise_actors.promiseId, promises.id)
const activityActors = actorsByParent(activity_actors, activity_actors.activityId, activities.id)

const activityPromises = listedCells(
  'of_promises',
  {
    promiseIds: promises.id,
    // For a draft that nobody has summarised, the text stands in for the gist.
    promiseGistsSv: sql`coalesce(${promises.gistSv}, ${promises.text})`,
    promiseGistsEn: sql`coalesce(${promises.gistEn}, ${promises.text})`,
  },
  {
    parent: activity_promises.activityId,
    key: activities.id,
    from: sql`${activity_promises} join ${promises} on ${promises.id} = ${activity_promises.promiseId}`,
    by: sql`${promises.position}, ${promises.id}`,
  },
)

const reportAgreements = listedCells(
  'of_agreements',
  { agreementIds: report_agreements.agreementId },
  {
    parent: report_agreements.reportId,
    key: reports.id,
    from: sql`${report_agreements}`,
    by: sql`${report_agreements.agreementId}`,
  },
)

/** The columns of each view about the agreement of a row. */
const ofAgreements = {
  agreementTitle: sql`${agreements.title}`,
  agreementExtent: sql`${agreements.extent}`,
  agreementKind: sql`${agreements.kind}`,
  ...municipalitiesOf.columns,
  ...countiesOf.columns,
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

/** What is joined for `ofAgreements`. */
const joinedAgreement = sql`left join ${police_areas} on ${police_areas.id} = ${agreements.policeAreaId}
  left join ${police_districts} on ${police_districts.id} = ${police_areas.policeDistrictId}
  left join ${police_regions} on ${police_regions.id} = ${police_areas.policeRegionId}
  ${municipalitiesOf.join} ${countiesOf.join}`

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

const definitions: { readonly [N in ViewName]: View<keyof ViewRow<N>> } = {
  agreements_flat: {
    columns: {
      agreementId: sql`${agreements.id}`,
      ...ofAgreements,
      ...ofYears,
      ...agreementTopics.columns,
      ...ofCounts,
      ...columnsNamed(otherAgreementColumns, agreements),
    },
    from: sql`${agreements} ${joinedAgreement} ${agreementTopics.join}`,
  },
  promises_flat: {
    columns: {
      promiseId: sql`${promises.id}`,
      agreementId: sql`${promises.agreementId}`,
      ...ofAgreements,
      ...ofYears,
      ...promiseActors.columns,
      ...promiseTopics.columns,
      ...columnsNamed(ownPromiseColumns, promises),
    },
    from: sql`${promises} join ${agreements} on ${agreements.id} = ${promises.agreementId}
      ${joinedAgreement} ${promiseActors.join} ${promiseTopics.join}`,
  },
  reports_flat: {
    columns: {
      reportId: sql`${reports.id}`,
      municipalityCode: sql`${reports.municipalityCode}`,
      ...ofPlaces,
      ...reportAgreements.columns,
      outcomes: sql`(select count(*)::int from ${outcomes} where ${outcomes.reportId} = ${reports.id})`,
      ...columnsNamed(ownReportColumns, reports),
    },
    from: sql`${reports} join ${municipalities} on ${municipalities.code} = ${reports.municipalityCode} ${joinedCounty}
      ${reportAgreements.join}`,
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
      ...agreementTopics.columns,
      ...ofCounts,
    },
    from: sql`${agreements}
      join ${agreement_municipalities} on ${agreement_municipalities.agreementId} = ${agreements.id}
      join ${municipalities} on ${municipalities.code} = ${agreement_municipalities.municipalityCode} ${joinedCounty}
      left join ${police_areas} on ${police_areas.id} = ${agreements.policeAreaId}
      ${agreementTopics.join}
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
      ...activityActors.columns,
      ...activityTopics.columns,
      ...columnsNamed(partsOfActivity, activities),
      ...activityPromises.columns,
    },
    from: sql`${activities}
      join ${agreements} on ${agreements.id} = ${activities.agreementId}
      ${joinedAgreement} ${activityActors.join} ${activityTopics.join} ${activityPromises.join}`,
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

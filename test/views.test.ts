import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { readSource } from '../src/database/rows.ts'
import { viewSource } from '../src/database/views.ts'
import type { ViewName, ViewRow } from '../src/datasets/views/index.ts'
import { databases, sampleData } from './support/databases.ts'

// What a view should hold is put together here from the records, by other means than SQL.

const { tables } = sampleData()
const LAST_YEAR = Number(sampleData().date.slice(0, 4))

const byId = <R extends { readonly id: string }>(rows: readonly R[]) =>
  new Map(rows.map((row) => [row.id, row]))
const agreements = byId(tables.agreements)
const topics = byId(tables.topics)
const actors = byId(tables.actors)
const areas = byId(tables.police_areas)
const districts = byId(tables.police_districts)
const regions = byId(tables.police_regions)
const counties = new Map(tables.counties.map((row) => [row.code, row]))
const municipalities = new Map(tables.municipalities.map((row) => [row.code, row]))

/** What a map holds under a key, which must be there. */
function held<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`nothing is called ${key}`)
  return value
}

const sorted = (keys: readonly string[]) => [...new Set(keys)].sort()

function placesOf(agreementId: string) {
  const codes = sorted(
    tables.agreement_municipalities.flatMap((row) =>
      row.agreementId === agreementId ? row.municipalityCode : [],
    ),
  )
  const countyCodes = sorted(codes.map((code) => held(municipalities, code).countyCode))
  return {
    municipalityCodes: codes,
    municipalityNames: codes.map((code) => held(municipalities, code).name),
    countyCodes,
    countyNamesSv: countyCodes.map((code) => held(counties, code).nameSv),
    countyNamesEn: countyCodes.map((code) => held(counties, code).nameEn),
  }
}

function agreementOf(agreementId: string) {
  const { title, extent, kind, policeAreaId, periodStart, periodEnd, signedOn } = held(
    agreements,
    agreementId,
  )
  const area = policeAreaId === null ? null : held(areas, policeAreaId)
  return {
    agreementTitle: title,
    agreementExtent: extent,
    agreementKind: kind,
    ...placesOf(agreementId),
    policeAreaId,
    policeAreaName: area?.name ?? null,
    policeDistrictId: area?.policeDistrictId ?? null,
    policeDistrictName: area?.policeDistrictId ? held(districts, area.policeDistrictId).name : null,
    policeRegionId: area?.policeRegionId ?? null,
    policeRegionName: area ? held(regions, area.policeRegionId).name : null,
    periodStart,
    periodEnd,
    signedOn,
  }
}

function yearsOf(agreementId: string) {
  const { periodStart, periodEnd, periodUnknownReason } = held(agreements, agreementId)
  const year = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)))
  const isOpen = periodEnd === null && periodUnknownReason === 'open_ended'
  return {
    firstYear: year(periodStart ?? periodEnd),
    lastYear: isOpen ? null : year(periodEnd ?? periodStart),
    isOpen,
  }
}

function topicsOf(links: readonly { readonly topicId: string }[]) {
  const topicIds = sorted(links.map(({ topicId }) => topicId))
  return {
    topicIds,
    topicLabelsSv: topicIds.map((id) => held(topics, id).labelSv),
    topicLabelsEn: topicIds.map((id) => held(topics, id).labelEn),
  }
}

function actorsOf(links: readonly { readonly actorId: string; readonly position: number }[]) {
  const actorIds = links.toSorted((one, other) => one.position - other.position).map(({ actorId }) => actorId)
  return {
    actorIds,
    actorLabelsSv: actorIds.map((id) => held(actors, id).labelSv),
    actorLabelsEn: actorIds.map((id) => held(actors, id).labelEn),
  }
}

/** How many promises and activities an agreement has. */
const countsOf = (id: string) => ({
  promises: tables.promises.filter(({ agreementId }) => agreementId === id).length,
  activities: tables.activities.filter(({ agreementId }) => agreementId === id).length,
})

const agreementTopics = (id: string) =>
  topicsOf(tables.agreement_topics.filter((row) => row.agreementId === id))

/** The rows that each view should have, without the columns that it has as they are in a table. */
const expected: { readonly [N in ViewName]: Partial<ViewRow<N>>[] } = {
  agreements_flat: tables.agreements.map(({ id }) => {
    const { isOpen: _, ...years } = yearsOf(id)
    return { agreementId: id, ...agreementOf(id), ...years, ...agreementTopics(id), ...countsOf(id) }
  }),
  promises_flat: tables.promises.map(({ id: promiseId, agreementId, ...own }) => {
    const { isOpen: _, ...years } = yearsOf(agreementId)
    return {
      ...own,
      promiseId,
      agreementId,
      ...agreementOf(agreementId),
      ...years,
      ...actorsOf(tables.promise_actors.filter((row) => row.promiseId === promiseId)),
      ...topicsOf(tables.promise_topics.filter((row) => row.promiseId === promiseId)),
    }
  }),
  activities_flat: tables.activities.map(
    ({ id: activityId, agreementId, text, gistSv, gistEn, targetWhat }) => {
      const { isOpen: _, ...years } = yearsOf(agreementId)
      const served = tables.activity_promises
        .filter((row) => row.activityId === activityId)
        .map(({ promiseId }) => held(byId(tables.promises), promiseId))
        .sort((one, other) => one.position - other.position)
      return {
        activityId,
        agreementId,
        text,
        gistSv,
        gistEn,
        targetWhat,
        ...agreementOf(agreementId),
        ...years,
        ...actorsOf(tables.activity_actors.filter((row) => row.activityId === activityId)),
        ...topicsOf(tables.activity_topics.filter((row) => row.activityId === activityId)),
        promiseIds: served.map(({ id }) => id),
        promiseGistsSv: served.map((promise) => promise.gistSv ?? promise.text ?? ''),
      }
    },
  ),
  reports_flat: tables.reports.map(({ id: reportId, ...own }) => {
    const { name, countyCode } = held(municipalities, own.municipalityCode)
    return {
      ...own,
      reportId,
      municipalityName: name,
      countyCode,
      countyNameSv: held(counties, countyCode).nameSv,
      agreementIds: sorted(
        tables.report_agreements.flatMap((row) => (row.reportId === reportId ? row.agreementId : [])),
      ),
      outcomes: tables.outcomes.filter((row) => row.reportId === reportId).length,
    }
  }),
  agreements_by_year: tables.agreement_municipalities.flatMap(({ agreementId, municipalityCode }) => {
    const { firstYear, lastYear, isOpen } = yearsOf(agreementId)
    if (firstYear === null) return []
    const last = isOpen ? Math.max(firstYear, LAST_YEAR) : (lastYear ?? firstYear)
    return Array.from({ length: last - firstYear + 1 }, (_, at) => ({
      agreementId,
      municipalityCode,
      year: firstYear + at,
      municipalityName: held(municipalities, municipalityCode).name,
      ...agreementTopics(agreementId),
      ...countsOf(agreementId),
    }))
  }),
}

describe.each(databases)('on $name, the view', ({ openSample }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await openSample()
  })
  afterAll(() => database.close())

  test.each(Object.keys(expected) as ViewName[])('%s holds what the records hold, joined', async (name) => {
    const source = viewSource(name)
    const rows = (await Array.fromAsync(readSource(database.reader, source, 50))).flat()
    const keyOf = (row: object) => source.dataset.key.map((column) => Object(row)[column]).join(' ')
    const found = new Map(rows.map((row) => [keyOf(row), row]))
    expect(rows.length).toBeGreaterThan(10)
    expect([...found.keys()].sort()).toEqual(expected[name].map(keyOf).sort())
    for (const row of expected[name]) expect(found.get(keyOf(row)), keyOf(row)).toMatchObject(row)
  })
})

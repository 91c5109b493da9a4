import { BUNDLED_DATA } from '../../src/commands/bundled.ts'
import type { Row, Tables } from '../../src/datasets/index.ts'
import { readData } from '../../src/records/read-data.ts'

/** What made-up agreements refer to: the real places, topics and actors, and people who are made up. */
export interface Places {
  readonly rows: Partial<Tables>
  readonly municipalities: readonly Row<'municipalities'>[]
  ofCounty(countyCode: string): readonly string[]
  policeAreaOf(municipalityCode: string): string | null
  readonly topics: readonly string[]
  readonly actors: readonly string[]
  readonly signatories: readonly Row<'signatories'>[]
}

const SIGNATORIES = 600

/** Reads the places from the bundled records, and makes up people. */
export function readPlaces(): Places {
  const { tables } = readData(BUNDLED_DATA)
  // Each is given an agreement.
  const municipalities = tables.municipalities.map((row) => ({
    ...row,
    researchState: 'transcribed' as const,
  }))
  const byCounty = Map.groupBy(municipalities, ({ countyCode }) => countyCode)
  const areas = new Map(
    tables.police_area_municipalities.map(({ municipalityCode, policeAreaId }) => [
      municipalityCode,
      policeAreaId,
    ]),
  )
  const signatories = Array.from({ length: SIGNATORIES }, (_, at) => ({
    id: `pahittad-${at + 1}`,
    name: `Påhittad Person ${at + 1}`,
  }))
  const { police_regions, counties, police_districts, police_areas, police_area_municipalities } = tables
  const { topics, actors } = tables
  return {
    rows: {
      police_regions,
      counties,
      municipalities,
      police_districts,
      police_areas,
      police_area_municipalities,
      topics,
      actors,
      signatories,
    },
    municipalities,
    ofCounty: (countyCode) => byCounty.get(countyCode)?.map(({ code }) => code) ?? [],
    policeAreaOf: (municipalityCode) => areas.get(municipalityCode) ?? null,
    topics: topics.map(({ id }) => id),
    actors: actors.map(({ id }) => id),
    signatories,
  }
}
